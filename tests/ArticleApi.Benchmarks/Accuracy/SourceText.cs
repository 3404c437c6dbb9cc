using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Benchmarks.Accuracy;

/// <summary>
/// The letters of a text, folded, and how many of them precede each code point. Digits, punctuation, markup and markers are put
/// aside, so that a place in the file and the same place in the imported text have the same letters before them.
/// </summary>
internal sealed partial class SourceText
{
    private readonly string letters;

    // How many letters precede a code point, and what it prints: itself, what an entity stands for, or nothing where it is markup.
    private readonly List<int> before = [];
    private readonly List<string> printed = [];

    private SourceText(string text, Regex? markup, IReadOnlyList<GoldCitation> citations)
    {
        var entities = markup?.Matches(text).ToDictionary(match => match.Index) ?? [];
        var index = 0;
        var inside = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (entities.TryGetValue(index, out var match))
            {
                inside = index + match.Length;
                printed.Add(match.Value[0] == '&' ? WebUtility.HtmlDecode(match.Value) : "");
            }
            else
            {
                printed.Add(index < inside ? "" : rune.ToString());
            }

            index += rune.Utf16SequenceLength;
        }

        var isSign = new bool[printed.Count];
        foreach (var citation in citations)
        {
            Array.Fill(isSign, true, Clamp(citation.Start), Clamp(citation.End) - Clamp(citation.Start));
        }

        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < printed.Count; i++)
        {
            before.Add(kept.Length);
            kept.Append(isSign[i] ? "" : Letters(printed[i]));
        }

        before.Add(kept.Length);
        letters = kept.ToString();
    }

    /// <summary>All letters of the text.</summary>
    public string All => letters;

    /// <summary>Clean text.</summary>
    public static SourceText Of(string text) => new(text, null, []);

    /// <summary>Clean text, with the mentions that stay in it put aside: a key is printed in the words of its reference.</summary>
    public static SourceText Of(string text, IEnumerable<Marker> markers) => new(
        text,
        null,
        [
            .. markers.Where(marker => marker.Kept)
                .Select(marker => new GoldCitation(marker.At - CodePoints.Count(marker.Text), marker.At, [marker.Label])),
        ]);

    /// <summary>A file, with the markup of its kind and its markers put aside.</summary>
    public static SourceText Of(string text, string extension, IReadOnlyList<GoldCitation> citations) => new(
        text,
        extension switch
        {
            ".txt" => null,
            ".md" or ".markdown" => MarkdownMarkup(),
            _ => Markup(),
        },
        citations);

    /// <summary>The letters between two offsets in code points.</summary>
    public string Between(int start, int end) => letters[before[Clamp(start)]..before[Clamp(Math.Max(start, end))]];

    /// <summary>What is printed between two offsets.</summary>
    public string Printed(int start, int end) => string.Concat(printed.Skip(Clamp(start)).Take(Clamp(end) - Clamp(start)));

    private int Clamp(int offset) => Math.Clamp(offset, 0, printed.Count);

    private static string Letters(string piece) => string.Concat(Folding.Key(piece).Where(char.IsLetter));

    [GeneratedRegex("<[^<>]*>|&#?[A-Za-z0-9]{1,31};")]
    private static partial Regex Markup();

    [GeneratedRegex(@"\]\([^()\s]*\)|<[^<>\n]*>|&#?[A-Za-z0-9]{1,31};")]
    private static partial Regex MarkdownMarkup();
}
