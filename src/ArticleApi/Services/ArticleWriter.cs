using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Model;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Services;

/// <summary>Stores articles together with the decisions of editors on their claims; for requests and for the command line.</summary>
internal static class ArticleWriter
{
    /// <summary>Stores an article whose claims were extracted from its text. What editors decided on its claims still applies.</summary>
    /// <returns>What happened, and the texts of authored claims that the new body no longer has.</returns>
    public static async Task<(ArticleStore.Outcome Outcome, StoredArticle Stored, IReadOnlyList<string> LostClaims)>
        StoreWithExtractedClaimsAsync(WriteTransaction write, PreparedArticle extracted, StoredArticle? before, CancellationToken cancel)
    {
        var (article, lostClaims, moved) = EditorialClaims.Keep(
            extracted.Article, before?.Article, await DecisionStore.OfArticleAsync(write, extracted.Article.Slug, cancel));
        var decided = ReferenceEquals(article, extracted.Article) ? extracted : new PreparedArticle(article, write.Renderer);
        var (outcome, stored) = await ArticleStore.PutAsync(write, decided, before, null, cancel);
        if (moved.Count > 0)
        {
            await DecisionStore.PutAsync(write, article.Slug, moved, cancel);
        }

        return (outcome, stored, lostClaims);
    }

    /// <summary>Applies what editors decided to extracted claims, and adds the authored claims that are stored.</summary>
    /// <returns>The article as it would be stored, and the texts of authored claims that the new body no longer has.</returns>
    public static async Task<(Article Article, IReadOnlyList<string> LostClaims)> ApplyDecisionsAsync(
        Session session, Article extracted, StoredArticle? before, CancellationToken cancel)
    {
        var (article, lostClaims, _) = EditorialClaims.Keep(
            extracted, before?.Article, await DecisionStore.OfArticleAsync(session, extracted.Slug, cancel));
        return (article, lostClaims);
    }

    /// <summary>
    /// Extracts claims from an article whose claims are given, since <see cref="StoreWithGivenClaimsAsync"/> compares their topics. None
    /// where the stored article has all the claims: then it compares with those.
    /// </summary>
    public static IReadOnlyList<Claim> ExtractForComparison(
        Article given, StoredArticle? before, TopicTagger tagger, CancellationToken cancel = default)
    {
        var known = (before?.Article.Claims ?? []).Select(claim => claim.Id).ToHashSet(StringComparer.Ordinal);
        return given.Claims.All(claim => known.Contains(claim.Id)) ? [] : ClaimExtractor.Extract(given, tagger, cancel: cancel);
    }

    /// <summary>
    /// Stores an article with the claims that its document gives. A claim whose topics differ from the stored ones, or from the extracted
    /// ones if it is new, counts as decided by an editor.
    /// </summary>
    /// <param name="write">The transaction.</param>
    /// <param name="prepared">The article.</param>
    /// <param name="before">The article that is stored under its slug, or null.</param>
    /// <param name="extracted">The claims of <see cref="ExtractForComparison"/>.</param>
    /// <param name="exported">The revision and the decisions, where the document is a line of an export.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task<(ArticleStore.Outcome Outcome, StoredArticle Stored)> StoreWithGivenClaimsAsync(
        WriteTransaction write,
        PreparedArticle prepared,
        StoredArticle? before,
        IReadOnlyList<Claim> extracted,
        ExportedState? exported,
        CancellationToken cancel)
    {
        var article = prepared.Article;
        var (outcome, stored) = await ArticleStore.PutAsync(write, prepared, before, exported?.Revision, cancel);
        if (exported?.Decisions is { } exportedDecisions)
        {
            await DecisionStore.DeleteOfArticleAsync(write, article.Slug, cancel);
            await DecisionStore.PutAsync(write, article.Slug, exportedDecisions, cancel);
        }
        else if (outcome != ArticleStore.Outcome.Unchanged)
        {
            // Decisions matter for stored claims only.
            var decisions = before is null ? [] : await DecisionStore.OfArticleAsync(write, article.Slug, cancel);
            await DecisionStore.PutAsync(write, article.Slug, Decisions(article, before?.Article, extracted, decisions), cancel);
        }

        // The row is new, without this mark.
        if (outcome != ArticleStore.Outcome.Unchanged && article.Claims.All(claim => claim.Origin == ClaimOrigin.Authored))
        {
            await ArticleStore.SetClaimsGivenAsync(write, article.Slug, cancel);
        }

        return (outcome, stored);
    }

    private static List<ClaimDecision> Decisions(
        Article article, Article? before, IReadOnlyList<Claim> extracted, IReadOnlyList<ClaimDecision> decisions)
    {
        var storedTopics = (before?.Claims ?? []).ToDictionary(claim => claim.Id, claim => claim.Topics, StringComparer.Ordinal);
        var decided = decisions.Where(decision => decision.Topics is not null)
            .Select(decision => decision.ClaimId)
            .ToHashSet(StringComparer.Ordinal);
        var extractedTopics = extracted.ToDictionary(claim => claim.Id, claim => claim.Topics, StringComparer.Ordinal);

        bool DecidesTopics(Claim claim) => storedTopics.TryGetValue(claim.Id, out var topics)
            ? decided.Contains(claim.Id) || !topics.SequenceEqual(claim.Topics)
            : !claim.Topics.SequenceEqual(extractedTopics.GetValueOrDefault(claim.Id) ?? []);

        return
        [
            .. article.Claims.Select(claim =>
                new ClaimDecision(claim.Id, DecidesTopics(claim) ? claim.Topics : null, claim.ReviewStatus)),
        ];
    }
}
