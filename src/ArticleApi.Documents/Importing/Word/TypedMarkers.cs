using System.Text.RegularExpressions;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Word;

/// <summary>
/// Markers that somebody typed into a document whose other markers are fields or notes: "[3, 5]", "word⁷". They count where they name
/// entries of the printed list and nothing else.
/// </summary>
internal static partial class TypedMarkers
{
    private const int MaxRange = 100;

    /// <summary>The paragraph with the markers that were typed into it.</summary>
    public static DraftText Add(DraftText paragraph, WordWorks works)
    {
        var found = new List<DraftMarker>();
        var next = 0;
        foreach (Match match in Sign().Matches(paragraph.Text))
        {
            while (next < paragraph.Markers.Count && paragraph.Markers[next].End <= match.Index)
            {
                next++;
            }

            if ((next == paragraph.Markers.Count || paragraph.Markers[next].Start >= match.Index + match.Length)
                && Named(match.Value, works) is { Count: > 0 } named)
            {
                found.Add(new DraftMarker(match.Index, match.Index + match.Length, named, Kept: false));
            }
        }

        return found.Count == 0
            ? paragraph
            : paragraph with
            {
                Markers = [.. paragraph.Markers.Concat(found).OrderBy(marker => marker.Start).ThenBy(marker => marker.End)],
            };
    }

    /// <summary>A sign with its raised digits on the line.</summary>
    public static string Lowered(string sign) =>
        string.Concat(sign.Select(c => Characters.SuperscriptDigit(c) is var digit and >= 0 ? (char)('0' + digit) : c));

    private static List<int>? Named(string sign, WordWorks works)
    {
        var named = new List<int>();
        var isRange = false;
        foreach (Match part in Part().Matches(sign))
        {
            if (!part.Groups["number"].Success)
            {
                isRange = true;
                continue;
            }

            if (works.ByLabel(Lowered(part.Value)) is not { } index)
            {
                return null;
            }

            if (isRange && named.Count > 0 && index > named[^1] && index - named[^1] <= MaxRange)
            {
                named.AddRange(Enumerable.Range(named[^1] + 1, index - named[^1] - 1));
            }

            named.Add(index);
            isRange = false;
        }

        return named;
    }

    // Behind a letter or a stop and before no letter: "10³", "m²", "Ca²⁺" and "¹³C" are none.
    [GeneratedRegex(
        @"\[[0-9]{1,4}(?:\s?[,;" + Characters.DashClass + @"]\s?[0-9]{1,4}){0,30}\]"
        + @"|(?<=\p{L}{3}|[.,;:!?)\]”’""])[⁰¹²³⁴-⁹]{1,4}(?:[,⁻" + Characters.DashClass + @"]\s?[⁰¹²³⁴-⁹]{1,4}){0,30}(?![\p{L}\p{N}⁺⁻])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Sign();

    [GeneratedRegex(@"(?<number>[0-9⁰¹²³⁴-⁹]+)|[⁻" + Characters.DashClass + "]", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
