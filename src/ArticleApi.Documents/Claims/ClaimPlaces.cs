using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims;

/// <summary>The places in an article's body that claims can have, each taken once.</summary>
public sealed class ClaimPlaces(IReadOnlyList<Section> sections)
{
    private readonly HashSet<ClaimLocation> taken = [];

    /// <summary>The text at a place, or null where the body has no such place.</summary>
    public string? TextAt(ClaimLocation location) =>
        sections.FirstOrDefault(section => section.Id == location.SectionId) is { } section
        && location.Paragraph >= 1 && location.Paragraph <= section.Paragraphs.Count
        && CodePoints.Slice(section.Paragraphs[location.Paragraph - 1].Text, location.Start, location.End) is { Length: > 0 } text
            ? text
            : null;

    /// <summary>Takes a place; false where it is taken.</summary>
    public bool Take(ClaimLocation location) => taken.Add(location);

    /// <summary>Takes the first place of a text that is not taken, or returns null.</summary>
    public ClaimLocation? TakeFirst(string text)
    {
        var length = CodePoints.Count(text);
        foreach (var section in sections)
        {
            for (var i = 0; i < section.Paragraphs.Count && length > 0; i++)
            {
                var paragraph = section.Paragraphs[i].Text;
                for (var at = paragraph.IndexOf(text, StringComparison.Ordinal); at >= 0; at = paragraph.IndexOf(text, at + 1, StringComparison.Ordinal))
                {
                    var start = CodePoints.Count(paragraph.AsSpan(0, at));
                    var location = new ClaimLocation(section.Id, i + 1, start, start + length);
                    if (Take(location))
                    {
                        return location;
                    }
                }
            }
        }

        return null;
    }
}
