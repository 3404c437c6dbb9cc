using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Storage;

/// <summary>A claim with what its wire shape tells of its surroundings.</summary>
/// <param name="Position">Its place among the claims of its article, from 1.</param>
/// <param name="Cited">The references that it cites, in the order of its citations.</param>
internal sealed record ClaimInContext(
    Claim Claim,
    int Position,
    ArticleHead Article,
    string? SectionHeading,
    IndexedText Paragraph,
    IReadOnlyList<Reference> Cited)
{
    /// <summary>Where it stands in a list by relevance; null in any other.</summary>
    public Place? Place { get; init; }
}

/// <summary>What every part of an article tells of it.</summary>
/// <param name="Id">The row.</param>
/// <param name="Revision">Counts the writes of this article, from 1.</param>
/// <param name="UpdatedAt">When it was last written.</param>
internal sealed record ArticleHead(long Id, string Slug, string Title, DateOnly? PublishedOn, string? Url, long Revision, DateTime UpdatedAt);
