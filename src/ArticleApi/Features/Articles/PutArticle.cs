using ArticleApi.Contract;
using ArticleApi.Contract.Articles;
using ArticleApi.Contract.Topics;
using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;
using ArticleApi.Features.Audit;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Requests;
using ArticleApi.Services;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Articles;

internal static class PutArticle
{
    /// <summary>Creates or replaces an article.</summary>
    /// <remarks>
    /// `{ "title": "Zinc", "sections": [{ "paragraphs": [{ "text": "Zinc is a metal." }] }] }` is enough: only `title` and `sections` are
    /// required. The body has the members that `GET` returns. Those that the server makes (`revision`, `updatedAt`, the `id` of a claim or
    /// a reference, …) may be sent back or left out. Without `claims` the service extracts them from the text. `If-None-Match: *` only
    /// creates; `If-Match` replaces only the revision with this `ETag`. An identical document changes nothing. All errors are reported
    /// together, each with its JSON Pointer. To edit the text of an article, send back what `GET` returned without `claims`: markers move
    /// with the text around them, and one whose place can no longer be told is a 422 `marker-lost`.
    /// </remarks>
    /// <param name="slug">The slug of the article, such as `ketamine-and-anorexia`.</param>
    public static async Task<IResult> Handle(string slug, HttpContext http, Database database, CancellationToken cancel)
    {
        if (!Slugs.IsSlug(slug))
        {
            return Problems.InvalidParameters([ArticleReader.InvalidSlug("slug", slug)]);
        }

        var conditions = Preconditions.Of(http);
        var (read, problem) = await JsonBody.ReadAsync<ArticleInput>(http, JsonBody.Types, cancel);
        if (read is null)
        {
            return problem!;
        }

        // The work is done before the one writer is held, and again only where what it rests on has changed by then.
        Draft draft;
        using (var snapshot = database.Read(cancel))
        {
            draft = await DraftAsync(snapshot, slug, read, cancel);
        }

        return draft.Article is null
            ? Problems.InvalidDocument(draft.Errors)
            : await database.WriteAsync(
                async (write, token) =>
                {
                    draft = await IsCurrentAsync(write, slug, draft, token) ? draft : await DraftAsync(write, slug, read, token);
                    return await StoreAsync(http, write, slug, conditions, draft, token);
                },
                cancel);
    }

    private static async Task<Draft> DraftAsync(Session session, string slug, JsonInputResult<ArticleInput> read, CancellationToken cancel)
    {
        var before = await ArticleStore.FindAsync(session, slug, cancel);
        var vocabulary = await TopicStore.AllAsync(session, cancel);
        var (article, errors) = ArticleReader.Read(read, Vocabulary.Allowed(vocabulary, before?.Article), slug, before?.Article);
        var tagger = new TopicTagger(vocabulary);
        return (article, read.Input?.Claims) switch
        {
            (null, _) => new(before, vocabulary, null, null, errors),
            (_, null) => new(
                before, vocabulary, article with { Claims = ClaimExtractor.Extract(article, tagger, cancel: cancel) }, null, errors),
            _ => new(before, vocabulary, article, ArticleWriter.ExtractForComparison(article, before, tagger, cancel), errors),
        };
    }

    private static async Task<bool> IsCurrentAsync(Session session, string slug, Draft draft, CancellationToken cancel)
    {
        var head = await ArticleStore.FindHeadAsync(session, slug, cancel);
        return head?.Revision == draft.Before?.Revision && head?.UpdatedAt == draft.Before?.UpdatedAt
            && Vocabulary.AreSame(await TopicStore.AllAsync(session, cancel), draft.Vocabulary);
    }

    private static async Task<IResult> StoreAsync(
        HttpContext http, WriteTransaction write, string slug, Preconditions conditions, Draft draft, CancellationToken cancel)
    {
        if (draft.Article is not { } article)
        {
            return Problems.InvalidDocument(draft.Errors);
        }

        if (ArticlePreconditions.Refuse(conditions, slug, draft.Before) is { } refusal)
        {
            return refusal;
        }

        var prepared = new PreparedArticle(article, write.Renderer);
        ArticleStore.Outcome outcome;
        StoredArticle stored;
        if (draft.Found is null)
        {
            (outcome, stored, _) = await ArticleWriter.StoreWithExtractedClaimsAsync(write, prepared, draft.Before, cancel);
        }
        else
        {
            (outcome, stored) = await ArticleWriter.StoreWithGivenClaimsAsync(write, prepared, draft.Before, draft.Found, null, cancel);
        }

        if (outcome != ArticleStore.Outcome.Unchanged)
        {
            await AuditTrail.RecordAsync(http, write, slug, stored.Revision, cancel);
        }

        return ArticleResponse.Written(http.Request, outcome, stored, await write.VersionAsync(cancel));
    }

    /// <summary>What is to be stored, and what that rests on.</summary>
    /// <param name="Before">What was stored under the slug.</param>
    /// <param name="Vocabulary">The vocabulary.</param>
    /// <param name="Article">The article; null where it has errors.</param>
    /// <param name="Found">The claims that would be found, where the document gives claims.</param>
    /// <param name="Errors">What is wrong with the document.</param>
    private sealed record Draft(
        StoredArticle? Before, IReadOnlyList<Topic> Vocabulary, Article? Article, IReadOnlyList<Claim>? Found, ValidationErrors Errors);
}
