using System.Text;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>Joins markers that stand together, and cuts the signs of omitted footnotes out of the text.</summary>
internal static class MarkdownMarkerGroups
{
    // ", " and the like between two
    private const int MaxBetween = 3;

    // What more than this prints is not kept: each marker of a long row would copy it.
    private const int MaxPrinted = 500;

    public static DraftText Joined(DraftText paragraph, IReadOnlyList<(int Start, int End)> cuts)
    {
        var text = paragraph.Text;
        var joined = new List<DraftMarker>();
        foreach (var whole in paragraph.Markers)
        {
            var marker = whole with { Start = Math.Min(whole.Start, text.Length), End = Math.Min(whole.End, text.Length) };
            if (joined.Count > 0
                && joined[^1] is { Kept: false, References.Count: > 0 } before
                && marker is { Kept: false, References.Count: > 0 }
                && Joins(text.AsSpan(before.End, marker.Start - before.End)) is { } isRange)
            {
                var between = isRange ? Works.Between(before.References[^1], marker.References[0]) : [];
                joined[^1] = new DraftMarker(before.Start, marker.End, [.. before.References, .. between, .. marker.References], false)
                {
                    Printed = (before.Printed is null && marker.Printed is null) || before.Printed?.Length > MaxPrinted
                        ? null
                        : $"{PrintedOf(before, text)}{text[before.End..marker.Start]}{PrintedOf(marker, text)}",
                };
            }
            else
            {
                joined.Add(marker);
            }
        }

        var groups = joined.ConvertAll(marker => marker.Kept || marker.References.Count == 0 ? marker : WithBrackets(marker, text));
        return cuts.Count == 0 ? paragraph with { Markers = groups } : Without(paragraph with { Markers = groups }, cuts);
    }

    private static string PrintedOf(DraftMarker marker, string text) => marker.Printed ?? text[marker.Start..marker.End];

    /// <summary>Whether what stands between two markers makes a range of them (true) or a list (false); null where it is text.</summary>
    private static bool? Joins(ReadOnlySpan<char> between) =>
        between.Length > MaxBetween ? null : between.Trim() switch
        {
            "" when between.IsEmpty => false,
            "," or ";" => false,
            [var c] when Characters.IsDash(c) => true,
            _ => null,
        };

    // "[[1](#a), [2](#b)]", "([1](#a))"
    private static DraftMarker WithBrackets(DraftMarker marker, string text)
    {
        var (start, end) = (marker.Start, marker.End);
        while (start > 0 && end < text.Length && (text[start - 1], text[end]) is ('[', ']') or ('(', ')'))
        {
            start--;
            end++;
        }

        return marker with { Start = start, End = end };
    }

    private static DraftText Without(DraftText paragraph, IReadOnlyList<(int Start, int End)> cuts)
    {
        var text = paragraph.Text;
        var clean = new StringBuilder(text.Length);
        var markers = new List<DraftMarker>(paragraph.Markers.Count);
        var (copied, next) = (0, 0);
        foreach (var (cutStart, cutEnd) in cuts)
        {
            var (start, end) = (Math.Max(copied, Math.Min(cutStart, text.Length)), Math.Min(cutEnd, text.Length));
            var isClosed = end == text.Length || text[end] is ' ' or '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']';
            if (start > copied && text[start - 1] == ' ' && isClosed)
            {
                start--;
            }

            Move(start);
            clean.Append(text, copied, start - copied);
            copied = Math.Max(copied, end);
            if (clean.Length == 0 && copied < text.Length && text[copied] == ' ')
            {
                copied++;
            }
        }

        Move(text.Length);
        clean.Append(text, copied, text.Length - copied);
        return paragraph with { Text = clean.ToString(), Markers = markers };

        void Move(int until)
        {
            for (; next < paragraph.Markers.Count && paragraph.Markers[next].Start < until; next++)
            {
                var shift = clean.Length - copied;
                var marker = paragraph.Markers[next];
                markers.Add(marker with { Start = Math.Max(0, marker.Start + shift), End = marker.End + shift });
            }
        }
    }
}
