using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;
using ArticleApi.Services;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Commands.Importing;

/// <summary>Stores the article of a line, within a transaction.</summary>
internal sealed class PreparedLineWriter(ImportVocabulary vocabulary)
{
    public async Task<LineResult> StoreAsync(WriteTransaction write, PreparedLine line, CancellationToken cancel)
    {
        var (article, errors, input) = (line.Article, line.Errors, line.Read.Input);
        var state = article is null ? null : write.Engine.Documents.Compare(write, article);
        if (state is { IsSame: true, Revision: var revision }
            && await IsRestSameAsync(write, input!, article!.Article.Slug, revision, cancel))
        {
            return new(SqlNames.Name(ArticleStore.Outcome.Unchanged), errors);
        }

        StoredArticle? before = null;
        if (article is null || state is not null)
        {
            before = await ArticleStore.FindAsync(write, article?.Article.Slug ?? input?.Slug ?? Slugs.Of(input?.Title ?? ""), cancel);
        }

        // The stored claims may have topics that were deleted since; the line may have them, too.
        if (article is null && before is not null)
        {
            (var read, errors) = ArticleLineReader.Read(line.Read, vocabulary.SlugsFor(before));
            article = read is null ? null : PreparedLine.PrepareArticle(read, input!, vocabulary.Tagger, cancel);
        }

        if (article is null)
        {
            return new(null, errors);
        }

        if (input!.Claims is null)
        {
            var (extracted, _, _) = await ArticleWriter.StoreWithExtractedClaimsAsync(write, article, before, cancel);
            return new(SqlNames.Name(extracted), errors);
        }

        var claims = line.ExtractedClaims ?? PreparedLine.ExtractForComparison(
            article.Article, input, before, vocabulary.Tagger, cancel);
        var exported = ArticleLineReader.ExportedState(input);
        var (outcome, _) = await ArticleWriter.StoreWithGivenClaimsAsync(write, article, before, claims, exported, cancel);
        return new(SqlNames.Name(outcome), errors);
    }

    /// <summary>Whether a line whose article is stored already changes neither its revision nor the decisions on its claims.</summary>
    private static async Task<bool> IsRestSameAsync(
        WriteTransaction write, ArticleLine line, string slug, long revision, CancellationToken cancel)
    {
        var exported = ArticleLineReader.ExportedState(line);
        var decisions = line.Claims is null ? [] : exported.Decisions;
        return (line.Claims is null || exported.Revision is null || exported.Revision.Value.Number <= revision)
            && (decisions is null || Keys(decisions).SequenceEqual(Keys(await DecisionStore.OfArticleAsync(write, slug, cancel))));

        static IEnumerable<string> Keys(IEnumerable<ClaimDecision> decisions) => decisions
            .Where(decision => decision.Topics is not null || decision.ReviewStatus != ReviewStatus.Unreviewed)
            .Select(decision => $"{decision.ClaimId} {decision.ReviewStatus} {TopicsKey(decision.Topics)}")
            .Order(StringComparer.Ordinal);

        static string? TopicsKey(IReadOnlyList<string>? topics) =>
            topics is null ? null : string.Join(' ', topics.Order(StringComparer.Ordinal).Prepend(":"));
    }
}
