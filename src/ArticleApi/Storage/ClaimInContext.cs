using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Storage;

/// <summary>
/// A claim with what its JSON shows beside it: its article, its section, its paragraph, and the references that it cites.
/// </summary>
/// <param name="Position">Its place among the claims of its article, from 1.</param>
/// <param name="Cited">The references that it cites, in the order of its citations.</param>
internal sealed record ClaimInContext(
    Claim Claim,
    int Position,
    ArticleHead Article,
    string? SectionHeading,
    IndexedText Paragraph,
    IReadOnlyList<Reference> Cited);
