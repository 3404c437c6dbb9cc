using ArticleApi.Contract;
using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Model;
using ArticleApi.Features.Articles;
using ArticleApi.Services;
using ArticleApi.Storage;

namespace ArticleApi.Commands;

/// <summary>A line with an article, made ready to be stored, as far as that does not rest on what is stored.</summary>
/// <param name="SourceLine">The file and the number of the line.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Read">What it says; of a line without errors only what it tells beside the article.</param>
/// <param name="Article">The article; null where the line has errors.</param>
/// <param name="Errors">What is wrong with the line, by the vocabulary alone.</param>
/// <param name="Found">The claims that would be found, where they are asked for; null where it is not known whether they are.</param>
internal sealed record PreparedLine(
    string SourceLine, long Bytes, JsonInputResult<ArticleLine> Read, PreparedArticle? Article, ValidationErrors Errors, IReadOnlyList<Claim>? Found)
{
    /// <summary>Prepares a line; on any thread.</summary>
    /// <param name="place">The file and the number of the line.</param>
    /// <param name="line">The line.</param>
    /// <param name="bytes">Its length in the file.</param>
    /// <param name="topics">The topics that claims may have.</param>
    /// <param name="tagger">Finds them.</param>
    /// <param name="database">What is stored; null where nothing is, or nothing will be.</param>
    public static PreparedLine Of(string place, ReadOnlyMemory<byte> line, long bytes, IReadOnlySet<string> topics, TopicTagger tagger, Database? database)
    {
        var read = JsonInput.Read<ArticleLine>(line);
        var (article, errors) = ContractLine.ReadArticle(read, topics);
        if (article is null)
        {
            return new(place, bytes, read, null, errors, null);
        }

        var prepared = Prepare(article, read.Input!, tagger);
        _ = prepared.Rendered;
        var found = IsStored(prepared, database) ? null : Find(article, read.Input!, null, tagger);
        return new(place, bytes, read with { Input = Beside(read.Input!) }, prepared, errors, found);
    }

    /// <summary>The article of a line, with the claims that are found in it where the line gives none.</summary>
    public static PreparedArticle Prepare(Article article, ArticleLine line, TopicTagger tagger) =>
        new(line.Claims is null ? article with { Claims = ClaimExtractor.Extract(article, tagger) } : article, ArticleRenderer.Renderer);

    /// <summary>The claims that would be found in an article; none where nobody asks, since the line gives no claims or tells the decisions on them.</summary>
    public static IReadOnlyList<Claim> Find(Article article, ArticleLine line, StoredArticle? before, TopicTagger tagger) =>
        line is { Claims: not null, Decisions: null } ? ArticleWriter.Found(article, before, tagger) : [];

    // The article itself is read: many lines wait.
    private static ArticleLine Beside(ArticleLine line) =>
        new() { Claims = line.Claims is null ? null : [], Decisions = line.Decisions, Revision = line.Revision, UpdatedAt = line.UpdatedAt };

    // It may be otherwise when the line is stored: then what is missing is made up for.
    private static bool IsStored(PreparedArticle article, Database? database)
    {
        if (database is null)
        {
            return false;
        }

        using var snapshot = database.Read();
        return snapshot.Engine.Documents.Compare(snapshot, article) is { IsSame: true };
    }
}
