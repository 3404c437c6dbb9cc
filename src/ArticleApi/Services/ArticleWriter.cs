using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Model;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Services;

/// <summary>What every write of an article shares, whether it comes over HTTP or by the command line.</summary>
internal static class ArticleWriter
{
    /// <summary>Stores an article whose claims were extracted; what editors decided on its claims holds.</summary>
    /// <returns>What happened, and the texts of authored claims that the new body no longer has.</returns>
    public static async Task<(ArticleStore.Outcome Outcome, StoredArticle Stored, IReadOnlyList<string> Lost)> StoreExtractedAsync(
        WriteTransaction write, PreparedArticle extracted, StoredArticle? before, CancellationToken cancel)
    {
        var (article, lost) = await KeepAsync(write, extracted.Article, before, cancel);
        var kept = ReferenceEquals(article, extracted.Article) ? extracted : new PreparedArticle(article, write.Renderer);
        var (outcome, stored) = await ArticleStore.PutAsync(write, kept, before, null, cancel);
        return (outcome, stored, lost);
    }

    /// <summary>The article as it would be stored: what editors decided on its claims holds.</summary>
    public static async Task<(Article Article, IReadOnlyList<string> Lost)> KeepAsync(
        Session session, Article extracted, StoredArticle? before, CancellationToken cancel) =>
        EditorialClaims.Keep(extracted, before?.Article, await DecisionStore.OfArticleAsync(session, extracted.Slug, cancel));

    /// <summary>The claims that would be found in an article whose claims are given; none where all were there before, so that nobody asks.</summary>
    public static IReadOnlyList<Claim> Found(Article given, StoredArticle? before, TopicTagger tagger)
    {
        var known = (before?.Article.Claims ?? []).Select(claim => claim.Id).ToHashSet(StringComparer.Ordinal);
        return given.Claims.All(claim => known.Contains(claim.Id)) ? [] : ClaimExtractor.Extract(given, tagger);
    }

    /// <summary>Stores an article with the claims that its document gives. What they have otherwise than before, or than they would be found, is a decision.</summary>
    /// <param name="write">The transaction.</param>
    /// <param name="prepared">The article.</param>
    /// <param name="before">What is stored under its slug.</param>
    /// <param name="found">What <see cref="Found"/> gives.</param>
    /// <param name="exported">What an export tells of the article beside itself.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<(ArticleStore.Outcome Outcome, StoredArticle Stored)> StoreGivenAsync(
        WriteTransaction write,
        PreparedArticle prepared,
        StoredArticle? before,
        IReadOnlyList<Claim> found,
        ExportedState? exported,
        CancellationToken cancel)
    {
        var article = prepared.Article;
        var (outcome, stored) = await ArticleStore.PutAsync(write, prepared, before, exported?.Revision, cancel);
        if (exported?.Decisions is { } told)
        {
            await DecisionStore.DeleteOfArticleAsync(write, article.Slug, cancel);
            await DecisionStore.PutAsync(write, article.Slug, told, cancel);
        }
        else if (outcome != ArticleStore.Outcome.Unchanged)
        {
            var decisions = before is null ? [] : await DecisionStore.OfArticleAsync(write, article.Slug, cancel); // They are asked for claims that were there.
            await DecisionStore.PutAsync(write, article.Slug, Decisions(article, before?.Article, found, decisions), cancel);
        }

        // The row is new: nothing is given yet.
        if (outcome != ArticleStore.Outcome.Unchanged && article.Claims.All(claim => claim.Origin == ClaimOrigin.Authored))
        {
            await ArticleStore.SetClaimsGivenAsync(write, article.Slug, cancel);
        }

        return (outcome, stored);
    }

    private static List<ClaimDecision> Decisions(
        Article article, Article? before, IReadOnlyList<Claim> found, IReadOnlyList<ClaimDecision> decisions)
    {
        var known = (before?.Claims ?? []).ToDictionary(claim => claim.Id, claim => claim.Topics, StringComparer.Ordinal);
        var decided = decisions.Where(decision => decision.Topics is not null).Select(decision => decision.ClaimId).ToHashSet(StringComparer.Ordinal);
        var findable = found.ToDictionary(claim => claim.Id, claim => claim.Topics, StringComparer.Ordinal);

        bool DecidesTopics(Claim claim) => known.TryGetValue(claim.Id, out var topics)
            ? decided.Contains(claim.Id) || !topics.SequenceEqual(claim.Topics)
            : !claim.Topics.SequenceEqual(findable.GetValueOrDefault(claim.Id) ?? []);

        return [.. article.Claims.Select(claim => new ClaimDecision(claim.Id, DecidesTopics(claim) ? claim.Topics : null, claim.ReviewStatus))];
    }
}
