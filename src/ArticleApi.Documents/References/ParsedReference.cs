using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.References;

/// <summary>A reference read from its line.</summary>
/// <param name="Reference">The reference; a field that the line does not give is null.</param>
/// <param name="AuthorsElided">Whether the line leaves authors out, by an ellipsis or "et al.".</param>
public sealed record ParsedReference(Reference Reference, bool AuthorsElided)
{
    /// <summary>Whether the line names more works, "a) …; b) …", of which the first is read.</summary>
    public bool HasSeveralWorks { get; init; }
}
