using ArticleApi.Contract;
using ArticleApi.Contract.Topics;
using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Model;
using ArticleApi.Features.Articles;
using ArticleApi.Features.Audit;
using ArticleApi.Http.Caching;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Requests;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Claims;

/// <summary>A decision of an editor on a claim, as a merge patch (RFC 7396).</summary>
/// <param name="Topics">The slugs of the topics. Null restores the topics that the service finds in the text.</param>
/// <param name="ReviewStatus">The verdict. Null restores `unreviewed`.</param>
internal sealed record ClaimPatch(IReadOnlyList<string?>? Topics, ReviewStatus? ReviewStatus);

internal static class PatchClaim
{
    /// <summary>Records a decision of an editor on a claim.</summary>
    /// <remarks>
    /// `{ "reviewStatus": "rejected" }` rejects the claim. The body is a merge patch (RFC 7396) with `topics`, `reviewStatus` or both. A
    /// member that is absent does not change; `null` undoes an earlier decision. Needs `If-Match` with the `ETag` of the claim or its
    /// article. If the article is imported again, the decision still holds for the same sentence.
    /// </remarks>
    /// <param name="id">The id of the claim, `clm_…`.</param>
    public static async Task<IResult> Handle(string id, HttpContext http, Database database, CancellationToken cancel)
    {
        var conditions = Preconditions.Of(http);
        var (patch, problem) = await JsonBody.ReadAsync<ClaimPatch>(http, JsonBody.PatchTypes, cancel);
        return patch is null
            ? problem!
            : await database.WriteAsync((write, token) => PatchAsync(http, write, id, conditions, patch, token), cancel);
    }

    private static async Task<IResult> PatchAsync(
        HttpContext http,
        WriteTransaction write,
        string id,
        Preconditions conditions,
        JsonInputResult<ClaimPatch> patch,
        CancellationToken cancel)
    {
        if (await ClaimStore.FindAsync(write, id, cancel) is not { } claim)
        {
            return await ClaimNames.NotFoundAsync(write, id, cancel);
        }

        var article = (await ArticleStore.FindAsync(write, claim.Article.Slug, cancel))!;
        var vocabulary = await TopicStore.AllAsync(write, cancel);
        var known = Vocabulary.Allowed(vocabulary, article.Article);
        if (patch.Input is { Topics: null } && patch.Members.Contains("topics") && claim.Claim.Origin == ClaimOrigin.Authored)
        {
            patch.Errors.Add(new()
            {
                Pointer = "/topics",
                Code = "required",
                Detail = "The claim is authored: there are no topics that were found to go back to. Give a list, perhaps an empty one.",
            });
        }

        var refused = patch.Errors.Select(error => error.Pointer).ToHashSet(StringComparer.Ordinal);
        foreach (var (i, topic) in (patch.Input?.Topics ?? []).Index())
        {
            if (!refused.Contains($"/topics/{i}") && Error(topic, $"/topics/{i}", known) is { } error)
            {
                patch.Errors.Add(error);
            }
        }

        if (patch.Errors.Count > 0)
        {
            return Problems.InvalidDocument(patch.Errors);
        }

        if (ArticlePreconditions.Refuse(conditions, claim.Article.Slug, article) is { } refusal)
        {
            return refusal;
        }

        var made = (await DecisionStore.OfArticleAsync(write, claim.Article.Slug, cancel)).FirstOrDefault(made => made.ClaimId == id);
        var decision = Decide(patch, claim.Claim, made);
        var topics = decision.Topics
            ?? (patch.Members.Contains("topics") ? Found(article.Article, id, vocabulary, cancel) : claim.Claim.Topics);
        if (decision.ReviewStatus != claim.Claim.ReviewStatus || !topics.SequenceEqual(claim.Claim.Topics))
        {
            await ClaimStore.DecideAsync(write, claim, decision, topics, cancel);
            claim = (await ClaimStore.FindAsync(write, id, cancel))!;
            await AuditTrail.RecordAsync(http, write, claim.Article.Slug, claim.Article.Revision, cancel);
        }
        else if (decision.Topics is null != made?.Topics is null)
        {
            // Nothing to be seen: the topics are those that are found, and are to stay.
            await DecisionStore.PutAsync(write, claim.Article.Slug, [decision], cancel);
            await AuditTrail.RecordAsync(http, write, claim.Article.Slug, claim.Article.Revision, cancel);
        }

        return new WriteResponse(StatusCodes.Status200OK, () => ClaimResponse.From(claim), await write.VersionAsync(cancel))
        {
            Tag = ETags.OfRevision(http.Request, claim.Article.Slug, claim.Article.Revision, claim.Article.UpdatedAt),
        };
    }

    private static ProblemError? Error(string? topic, string at, IReadOnlySet<string> known) =>
        topic is null ? new() { Pointer = at, Code = "required", Detail = "null is no topic." }
        : known.Contains(topic) ? null : Vocabulary.UnknownTopic(at, topic, known);

    private static ClaimDecision Decide(JsonInputResult<ClaimPatch> patch, Claim claim, ClaimDecision? made) => new(
        claim.Id,
        patch.Members.Contains("topics")
            ? patch.Input!.Topics is { } topics
                ? [.. topics.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
                : null
            : made?.Topics,
        patch.Members.Contains("reviewStatus") ? patch.Input!.ReviewStatus ?? ReviewStatus.Unreviewed : claim.ReviewStatus);

    /// <summary>The topics that an import would give the claim now.</summary>
    private static IReadOnlyList<string> Found(
        Article article, string id, IReadOnlyList<Topic> vocabulary, CancellationToken cancel) =>
        ClaimExtractor.Extract(article, new TopicTagger(vocabulary), cancel: cancel).FirstOrDefault(claim => claim.Id == id)?.Topics ?? [];
}
