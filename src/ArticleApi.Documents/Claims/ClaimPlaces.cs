using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims;

/// <summary>The places in an article's body that claims can have, each taken once.</summary>
public sealed class ClaimPlaces
{
    private readonly Dictionary<string, Section> byId;
    private readonly List<(string SectionId, int Number, string Text)> paragraphs;
    private readonly HashSet<ClaimLocation> taken = [];

    // Where the search for a text goes on: every place before is taken.
    private readonly Dictionary<string, Cursor> cursors = new(StringComparer.Ordinal);

    public ClaimPlaces(IReadOnlyList<Section> sections)
    {
        byId = sections.DistinctBy(section => section.Id).ToDictionary(section => section.Id, StringComparer.Ordinal);
        paragraphs = [.. sections.SelectMany(section => section.Paragraphs.Select((paragraph, i) => (section.Id, i + 1, paragraph.Text)))];
    }

    /// <summary>The text at a place, or null where the body has no such place.</summary>
    public string? TextAt(ClaimLocation location) =>
        byId.TryGetValue(location.SectionId, out var section)
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
        var (paragraph, index, offset) = cursors.GetValueOrDefault(text) ?? new Cursor(0, 0, 0);
        while (length > 0 && paragraph < paragraphs.Count)
        {
            var (sectionId, number, body) = paragraphs[paragraph];
            var at = index <= body.Length ? body.IndexOf(text, index, StringComparison.Ordinal) : -1;
            if (at < 0)
            {
                (paragraph, index, offset) = (paragraph + 1, 0, 0);
                continue;
            }

            var start = offset + CodePoints.Count(body.AsSpan(index, at - index));
            var next = at + (char.IsHighSurrogate(body[at]) ? 2 : 1);
            (index, offset) = (next, start + 1);
            var location = new ClaimLocation(sectionId, number, start, start + length);
            if (Take(location))
            {
                cursors[text] = new Cursor(paragraph, index, offset);
                return location;
            }
        }

        cursors[text] = new Cursor(paragraphs.Count, 0, 0);
        return null;
    }

    private sealed record Cursor(int Paragraph, int Index, int Offset);
}
