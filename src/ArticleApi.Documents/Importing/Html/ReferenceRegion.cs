namespace ArticleApi.Documents.Importing.Html;

/// <summary>A part of a page that holds references or notes.</summary>
/// <param name="Container">The element that is the region, or null where a heading opens it.</param>
/// <param name="Heading">The heading that opens it, or null.</param>
/// <param name="Start">The index of its first node behind the heading.</param>
/// <param name="End">The index after its last node.</param>
/// <param name="IsNotes">Whether it may hold notes rather than works.</param>
/// <param name="IsSure">Whether its name leaves no doubt that it is a list.</param>
internal sealed record ReferenceRegion(HtmlNode? Container, HtmlNode? Heading, int Start, int End, bool IsNotes, bool IsSure)
{
    /// <summary>The index of its first node.</summary>
    public int First => (Container ?? Heading)?.Index ?? Start;

    /// <summary>The first node and the one after the last of each entry.</summary>
    public IReadOnlyList<(int Start, int End)> Entries { get; init; } = [];
}
