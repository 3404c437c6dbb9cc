using System.Collections.Frozen;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Html;

/// <summary>
/// Joins linked numbers that are printed as one marker: two links in the brackets of "[3, 4]", the two ends of "3–7". Superscripts that
/// name labels without a link become markers too.
/// </summary>
internal sealed class HtmlMarkerGroups
{
    private const int MaxGroup = 400;
    private const int MaxGap = 6;
    private const int MaxWord = 24;

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZµμχαβ");

    private static readonly FrozenSet<string> Units = WordSet.Of(
        "cm mm km nm dm µm μm m ft in yd mi sec s min h day kg g mg ml dl l hz px");

    private readonly ReferenceLists references;
    private readonly bool hasLinks;
    private readonly bool hasBrackets;
    private readonly bool isGlued;
    private int rangeBudget;

    public HtmlMarkerGroups(ReferenceLists references, IReadOnlyCollection<BodyParagraph> paragraphs)
    {
        this.references = references;
        var signs = paragraphs
            .SelectMany(paragraph => paragraph.Text.Markers.Where(IsSign).Select(marker => (paragraph.Text.Text, marker)))
            .ToList();
        hasLinks = signs.Count > 0;
        hasBrackets = signs.Exists(sign =>
            Bracketed(sign.Text, sign.marker.Start, sign.marker.End) is not null
            || (sign.marker.End > sign.marker.Start && sign.Text[sign.marker.Start] == '['));
        isGlued = signs.Exists(sign =>
            IsGlued(sign.Text, Bracketed(sign.Text, sign.marker.Start, sign.marker.End)?.Start ?? sign.marker.Start));
        rangeBudget = paragraphs.Sum(paragraph => paragraph.Text.Text.Length) + 10_000;
    }

    public DraftText Of(BodyParagraph paragraph)
    {
        var text = paragraph.Text.Text;
        List<(int Start, int End)> superscripts =
        [
            .. paragraph.Scripts
                .Where(script => script.IsRaised && script.End <= text.Length && script.Start < script.End)
                .Select(script => (script.Start, script.End)),
        ];
        var markers = new List<DraftMarker>(paragraph.Text.Markers);
        if (!hasLinks)
        {
            markers.AddRange(superscripts
                .Where(place => IsCitation(text, place))
                .Select(place => new DraftMarker(place.Start, place.End, [], Kept: false)));
        }
        else if (hasBrackets)
        {
            markers.AddRange(Unlinked(text, markers));
        }

        if (markers.Count == 0)
        {
            return ScriptedText.Write(paragraph.Text, paragraph.Scripts);
        }

        markers = [.. markers.OrderBy(marker => marker.Start).ThenBy(marker => marker.End)];
        var joined = new List<DraftMarker>(markers.Count);
        var superscript = 0;
        for (var i = 0; i < markers.Count;)
        {
            var marker = markers[i];
            while (superscript < superscripts.Count && superscripts[superscript].End < marker.End)
            {
                superscript++;
            }

            var around = superscript < superscripts.Count && superscripts[superscript].Start <= marker.Start
                ? superscripts[superscript]
                : (marker.Start, marker.End);
            i = Join(text, markers, i, around, joined);
        }

        return ScriptedText.Write(paragraph.Text with { Markers = joined }, paragraph.Scripts);
    }

    private static bool IsSign(DraftMarker marker) => !marker.Kept && marker.References.Count > 0;

    /// <summary>Adds the group that begins with a marker, or the marker alone, and gives the index of the next.</summary>
    private int Join(string text, List<DraftMarker> markers, int at, (int Start, int End) place, List<DraftMarker> joined)
    {
        var marker = markers[at];
        var floor = joined.Count > 0 ? joined[^1].End : 0;
        if (marker.Kept || marker.Start == marker.End || marker.Start < floor)
        {
            if (marker.Start >= floor)
            {
                joined.Add(marker);
            }

            return at + 1;
        }

        var (start, end) = Bracketed(text, Math.Max(place.Start, floor), place.End) is { } bracketed && bracketed.Start >= floor
            ? bracketed
            : (Math.Max(place.Start, floor), place.End);
        var next = at;
        while (next < markers.Count && markers[next].End <= end)
        {
            next++;
        }

        // What is printed right behind, "[3]–[7]", "3,4", belongs to it.
        while (next < markers.Count && markers[next] is { Kept: false } other && other.Start < other.End && other.Start >= end
            && other.Start - end <= MaxGap && other.End - start <= MaxGroup && IsSeparator(text.AsSpan(end, other.Start - end)))
        {
            end = other.End;
            next++;
        }

        if (end - start <= MaxGroup && Read(text, start, end, markers.GetRange(at, next - at)) is { Count: > 0 } named)
        {
            joined.Add(new DraftMarker(start, end, named, Kept: false));
            return next;
        }

        joined.Add(marker);
        return at + 1;
    }

    /// <summary>The entries that a group names: by its links, and by its numbers where it has none; null where it is no group.</summary>
    private List<int>? Read(string text, int start, int end, List<DraftMarker> markers)
    {
        var named = new List<int>();
        var (isRange, next) = (false, 0);
        for (var i = start; i < end;)
        {
            if (next < markers.Count && markers[next].Start == i && markers[next].References.Count > 0 && markers[next].End > i)
            {
                // A link may print a group itself, "3–5".
                var inner = text[i..markers[next].End];
                if (markers[next].References.Count == 1 && Inner(inner) is { Count: > 1 } several)
                {
                    several.ForEach(index => Name(named, index, ref isRange));
                }
                else
                {
                    foreach (var index in markers[next].References)
                    {
                        Name(named, index, ref isRange);
                    }
                }

                i = markers[next].End;
                next++;
                continue;
            }

            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                var digits = i;
                while (digits < end && char.IsAsciiLetterOrDigit(text[digits]))
                {
                    digits++;
                }

                if (references.ByLabel(text[i..digits]) is not { } index)
                {
                    return null;
                }

                Name(named, index, ref isRange);
                i = digits;
                continue;
            }

            if (!IsSeparator(c) && c is not ('[' or ']' or '(' or ')'))
            {
                return null;
            }

            isRange = Characters.IsDash(c) || (isRange && c == ' ');
            i++;
        }

        return named;
    }

    private List<int>? Inner(string printed)
    {
        var core = PageLinks.Core(printed);
        return core.Any(c => c != ' ' && IsSeparator(c)) ? Read(core, 0, core.Length, []) : null;
    }

    private void Name(List<int> named, int index, ref bool isRange)
    {
        if (isRange && named.Count > 0 && named[^1] < index && index - named[^1] <= rangeBudget)
        {
            rangeBudget -= index - named[^1];
            for (var between = named[^1] + 1; between < index; between++)
            {
                named.Add(between);
            }
        }

        isRange = false;
        if (!named.Contains(index))
        {
            named.Add(index);
        }
    }

    /// <summary>The brackets around a number, with other numbers beside it; null where there are none.</summary>
    private static (int Start, int End)? Bracketed(string text, int start, int end)
    {
        var open = start - 1;
        while (open >= 0 && start - open < MaxGroup && (char.IsAsciiDigit(text[open]) || IsSeparator(text[open])))
        {
            open--;
        }

        if (open < 0 || text[open] is not ('[' or '('))
        {
            return null;
        }

        var close = end;
        while (close < text.Length && close - end < MaxGroup && (char.IsAsciiDigit(text[close]) || IsSeparator(text[close])))
        {
            close++;
        }

        return close < text.Length && text[close] == (text[open] == '[' ? ']' : ')') ? (open, close + 1) : null;
    }

    /// <summary>Numbers in brackets without a link in an article whose markers are links in brackets.</summary>
    private IEnumerable<DraftMarker> Unlinked(string text, List<DraftMarker> markers)
    {
        var next = 0;
        for (var i = text.IndexOf('['); i >= 0; i = text.IndexOf('[', i + 1))
        {
            var close = i + 1;
            while (close < text.Length && close - i < MaxGroup && (char.IsAsciiDigit(text[close]) || IsSeparator(text[close])))
            {
                close++;
            }

            while (next < markers.Count && markers[next].End <= i)
            {
                next++;
            }

            if (close > i + 1 && close < text.Length && text[close] == ']' && char.IsAsciiDigit(text[i + 1])
                && (isGlued ? !IsSubscript(text, i) : !IsGlued(text, i))
                && (next == markers.Count || markers[next].Start > close) && Read(text, i, close + 1, []) is { Count: > 0 } named)
            {
                yield return new DraftMarker(i, close + 1, named, Kept: false);
            }
        }
    }

    /// <summary>Whether a superscript without a link names labels and is no exponent.</summary>
    private bool IsCitation(string text, (int Start, int End) place)
    {
        var (start, end) = place;
        if (end - start > MaxGroup
            || PageLinks.Core(text[start..end]) is not [>= '0' and <= '9', ..]
            || Read(text, start, end, []) is not { Count: > 0 })
        {
            return false;
        }

        if (start == 0 || IsPartOfSign(text, start, end))
        {
            return false;
        }

        var word = start;
        while (word > 0 && start - word <= MaxWord && (char.IsLetterOrDigit(text[word - 1]) || text[word - 1] is '-' or '‑' or '/' or '.'))
        {
            word--;
        }

        var before = text.AsSpan(word, start - word);
        var letters = before[(before.LastIndexOfAnyExcept(Letters) + 1)..];
        if (letters.Length == 0)
        {
            // A power of a number; behind a year, a name such as "ES-15" or a sign it is none.
            return before.Length == 0
                || !char.IsAsciiDigit(before[^1])
                || before.ContainsAny(Letters)
                || (before.Length == 4 && Years.IsYear(before));
        }

        var isAfterNumber = letters.Length < before.Length
            ? !before[..^letters.Length].ContainsAny(Letters) || before[^(letters.Length + 1)] == '/'
            : word > 1 && char.IsAsciiDigit(text[word - 2]);
        return !(letters.Length == before.Length && letters.Length == 1 && text[start] is '2' or '3' && end - start == 1)
            && !(isAfterNumber && Units.Contains(letters.ToString().ToLowerInvariant()));
    }

    /// <summary>
    /// Whether a superscript belongs to what it touches: the mass number of "<sup>13</sup>C", the wavelength behind "[α]D".
    /// </summary>
    private static bool IsPartOfSign(string text, int start, int end)
    {
        var before = text[start - 1];
        if (before is 'D' && start > 1 && text[start - 2] == ']')
        {
            return true;
        }

        // Behind a stop a sentence may begin without a space.
        return end < text.Length
            && char.IsLetter(text[end])
            && !(before is '.' or ',' or ';' or ':' or '!' or '?' or ')' or '”' or '"' or '’'
                && char.IsUpper(text[end])
                && end + 1 < text.Length
                && (char.IsLower(text[end + 1]) || text[end + 1] == ' '));
    }

    // "F[1,12]" prints the indexes of a variable.
    private static bool IsSubscript(string text, int at) =>
        at > 0 && char.IsLetterOrDigit(text[at - 1]) && (at == 1 || !char.IsLetter(text[at - 2]));

    // The arrows of Highwire stand behind a marker and lead to its entry.
    private static bool IsSeparator(char c) => c is ' ' or ',' or ';' or '⇓' or '⇑' or '↓' or '↑' || Characters.IsDash(c);

    private static bool IsGlued(string text, int at) => at > 0 && char.IsLetterOrDigit(text[at - 1]);

    private static bool IsSeparator(ReadOnlySpan<char> gap)
    {
        foreach (var c in gap)
        {
            if (!IsSeparator(c))
            {
                return false;
            }
        }

        return gap.Length > 0 && !gap.IsWhiteSpace();
    }
}
