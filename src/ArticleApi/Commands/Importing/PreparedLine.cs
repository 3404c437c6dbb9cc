using ArticleApi.Contract;
using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Model;
using ArticleApi.Features.Articles;
using ArticleApi.Services;
using ArticleApi.Storage;

namespace ArticleApi.Commands.Importing;

/// <summary>A line with an article, made ready to be stored: all the work that does not depend on what is stored by then.</summary>
/// <param name="SourceLine">The file and the number of the line: <c>export.ndjson:7</c>.</param>
/// <param name="Bytes">Its length in the file.</param>
/// <param name="Read">The line as it was read; without the article where that has no errors.</param>
/// <param name="Article">The article; null where the line has errors.</param>
/// <param name="Errors">What is wrong with the line, going by the vocabulary alone; or what is left out of the article.</param>
/// <param name="ExtractedClaims">The claims to compare the given ones with; null where they are not extracted yet.</param>
internal sealed record PreparedLine(
    string SourceLine,
    long Bytes,
    JsonInputResult<ArticleLine> Read,
    PreparedArticle? Article,
    ValidationErrors Errors,
    IReadOnlyList<Claim>? ExtractedClaims)
{
    /// <summary>Prepares a line; on any thread.</summary>
    /// <param name="sourceLine">The file and the number of the line.</param>
    /// <param name="line">The line.</param>
    /// <param name="bytes">Its length in the file.</param>
    /// <param name="topics">The slugs of the topics that claims may have.</param>
    /// <param name="tagger">Finds topics in texts.</param>
    /// <param name="database">The database; null where nothing is stored, or nothing will be.</param>
    /// <param name="cancel">Stops the work.</param>
    public static PreparedLine Of(
        string sourceLine,
        ReadOnlyMemory<byte> line,
        long bytes,
        IReadOnlySet<string> topics,
        TopicTagger tagger,
        Database? database,
        CancellationToken cancel)
    {
        var read = JsonInput.Read<ArticleLine>(line);
        var (article, errors) = ArticleLineReader.Read(read, topics);
        if (article is null)
        {
            return new(sourceLine, bytes, read, null, errors, null);
        }

        var prepared = PrepareArticle(article, read.Input!, tagger, cancel);
        _ = prepared.Rendered; // Rendered here rather than on the thread that stores.
        var claims = IsStored(prepared, database, cancel)
            ? null
            : ExtractForComparison(article, read.Input!, null, tagger, cancel);
        return new(sourceLine, bytes, read with { Input = WithoutArticle(read.Input!) }, prepared, errors, claims);
    }

    /// <summary>The article of a line; its claims are extracted where the line gives none.</summary>
    public static PreparedArticle PrepareArticle(Article article, ArticleLine line, TopicTagger tagger, CancellationToken cancel) => new(
        line.Claims is null ? article with { Claims = ClaimExtractor.Extract(article, tagger, cancel: cancel) } : article,
        ArticleRenderer.Renderer);

    /// <summary>
    /// The claims to compare those of the line with; none where the line has no claims, or has the decisions of editors itself.
    /// </summary>
    public static IReadOnlyList<Claim> ExtractForComparison(
        Article article, ArticleLine line, StoredArticle? before, TopicTagger tagger, CancellationToken cancel) =>
        line is { Claims: not null, Decisions: null } ? ArticleWriter.ExtractForComparison(article, before, tagger, cancel) : [];

    // Many lines wait: they need not hold the article twice.
    private static ArticleLine WithoutArticle(ArticleLine line) => new()
    {
        Claims = line.Claims is null ? null : [],
        Decisions = line.Decisions,
        Revision = line.Revision,
        UpdatedAt = line.UpdatedAt,
    };

    // A guess, which saves the work for an article that is stored already: if it is wrong, the claims are extracted when the line is
    // stored.
    private static bool IsStored(PreparedArticle article, Database? database, CancellationToken cancel)
    {
        if (database is null)
        {
            return false;
        }

        using var snapshot = database.ReadAll(cancel);
        return snapshot.Engine.Documents.Compare(snapshot, article) is { IsSame: true };
    }
}
