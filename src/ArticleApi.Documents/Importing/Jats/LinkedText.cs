using System.Buffers;
using System.Text;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Jats;

/// <summary>
/// Turns the cross-references of a paragraph into citation markers. Signs that stand together, "[3, 4]", become one marker with their
/// brackets; words, "Roe (2020)", become one each. Signs of footnotes are taken out.
/// </summary>
internal sealed class LinkedText
{
    private const int MaxAround = 60;

    private static readonly SearchValues<char> Blank = SearchValues.Create("[]() ,;");

    private readonly string text;
    private readonly List<Link> links;
    private readonly List<TextScript> scripts;
    private readonly List<TextScript> superscripts;
    private readonly Targets targets;
    private readonly Omissions omissions;
    private readonly List<DraftMarker> markers = [];
    private readonly List<(int Start, int End)> cuts = [];

    public LinkedText(
        string text, IEnumerable<Link> links, IReadOnlyList<TextScript> scripts, Targets targets, Omissions omissions)
    {
        this.text = text;
        this.scripts = [.. scripts.Select(script => Trimmed(script.Start, script.End) is var (start, end)
            ? script with { Start = start, End = end }
            : script)];
        this.targets = targets;
        this.omissions = omissions;
        superscripts = [.. this.scripts.Where(script => script.IsRaised)];
        this.links = [.. links.Select(SignOf).SelectMany(Mentions)];
    }

    public DraftText Paragraph(int line)
    {
        Resolve(line);
        if (targets.HasBrackets)
        {
            Untagged();
        }

        var (clean, moved, kept) = Cut();
        return ScriptedText.Write(new DraftText(clean, line, moved), kept);
    }

    /// <summary>The text without signs: a heading has no markers.</summary>
    public string Heading(int line)
    {
        Resolve(line);
        foreach (var marker in markers.Where(marker => !marker.Kept && marker.References.Count > 0))
        {
            cuts.Add((marker.Start, marker.End));
            omissions.Add("citations in headings", line, SourceWords.CountOf(text.AsSpan(marker.Start, marker.End - marker.Start)));
        }

        cuts.Sort();
        markers.Clear();
        return Cut().Text;
    }

    private void Resolve(int line)
    {
        for (var i = 0; i < links.Count;)
        {
            var link = links[i];
            if (!IsSign(link))
            {
                if (!link.IsNote)
                {
                    markers.Add(new DraftMarker(link.Start, link.End, link.References, Kept: true));
                }

                i++;
                continue;
            }

            var references = new List<int>(link.References);
            var end = i + 1;
            for (; end < links.Count && links[end].Start >= links[end - 1].End && IsSign(links[end]); end++)
            {
                var between = text.AsSpan(links[end - 1].End, links[end].Start - links[end - 1].End);
                if (between.Length > MaxAround || !SignText.Joins(between, out var isRange))
                {
                    break;
                }

                references.AddRange(
                    isRange && references.Count > 0 && links[end].References is [var last, ..] ? targets.Range(references[^1], last) : []);
                references.AddRange(links[end].References);
            }

            Take(i, end, references, line);
            i = end;
        }
    }

    /// <summary>Makes markers of numbers in brackets that nobody tagged, where tagged ones look alike and each number is a label.</summary>
    private void Untagged()
    {
        var found = new List<DraftMarker>();
        var (marker, cut) = (0, 0);
        for (var open = text.IndexOf('['); open >= 0; open = text.IndexOf('[', open + 1))
        {
            var length = text.AsSpan(open + 1, Math.Min(MaxAround, text.Length - open - 1)).IndexOfAny("[]");
            var end = open + 2 + length;
            while (marker < markers.Count && markers[marker].End <= open)
            {
                marker++;
            }

            while (cut < cuts.Count && cuts[cut].End <= open)
            {
                cut++;
            }

            if (length > 0
                && text[end - 1] == ']'
                && !(marker < markers.Count && markers[marker].Start < end)
                && !(cut < cuts.Count && cuts[cut].Start < end)
                && !(open > 0 && char.IsLetterOrDigit(text[open - 1]))
                && char.IsAsciiDigit(text[open + 1])
                && SignText.IsNumbers(text.AsSpan(open + 1, length))
                && SignText.Numbers(text[(open + 1)..(end - 1)]) is [var first, .. var rest]
                && targets.Find(first) is { } known
                && Labels("", known, string.Concat(rest.Select(token => token + " "))) is { } references)
            {
                found.Add(new DraftMarker(open, end, [.. references.Distinct()], Kept: false));
            }
        }

        if (found.Count > 0)
        {
            markers.AddRange(found);
            markers.Sort((one, other) => one.Start.CompareTo(other.Start));
        }
    }

    /// <summary>Makes a marker, or a cut, of a group of signs.</summary>
    private void Take(int first, int end, List<int> references, int line)
    {
        var group = links.GetRange(first, end - first);
        if (group.Exists(link => link is { References.Count: 0, IsNote: false }))
        {
            // Of a group that points at something unknown nothing is taken out.
            markers.AddRange(group
                .Where(link => !link.IsNote)
                .Select(link => new DraftMarker(link.Start, link.End, link.References, Kept: link.References.Count > 0)));
            return;
        }

        var (start, stop) = Balanced(group[0].Start, group[^1].End);
        var isSuperscript = group.TrueForAll(link => link.IsSuperscript);
        if (group[0].Superscript >= 0 && group[^1].Superscript >= 0)
        {
            Widen(superscripts[group[0].Superscript].Start, superscripts[group[^1].Superscript].End, ref start, ref stop, ref references);
        }

        var isBracketed = text.AsSpan(start, stop - start) is ['[' or '(', .., ']' or ')'];
        var free = (From: markers.Count > 0 ? markers[^1].End : 0, To: end < links.Count ? links[end].Start : text.Length);
        for (var i = 0; i < 3 && Bracket(free, ref start, ref stop, ref references); i++)
        {
            isBracketed = true;
        }

        if (references.Count == 0)
        {
            if (start < stop && (isSuperscript || isBracketed || IsGlued(start) || !char.IsLetterOrDigit(text[start])))
            {
                cuts.Add((start, stop));
                omissions.Add("signs of footnotes", line, SourceWords.CountOf(text.AsSpan(start, stop - start)));
            }

            return;
        }

        var isPrinted = text.AsSpan(start, stop - start).ContainsAnyExcept(Blank);
        if (!isPrinted && start == stop && start > 0 && text[start - 1] == ' ')
        {
            start = stop = start - 1;
        }

        references = [.. references.Distinct()];
        markers.Add(new DraftMarker(
            start, stop, references, Kept: isPrinted && !isSuperscript && !isBracketed && !IsGlued(start) && IsSpokenOf(start))
        {
            Printed = isPrinted ? null : $"[{string.Join(", ", references.Take(20).Select(targets.Label))}]",
        });
    }

    private bool IsGlued(int start) => start > 0 && text[start - 1] != ' ';

    /// <summary>Whether the sentence needs a bare number: "in ref. 3".</summary>
    private bool IsSpokenOf(int start) => SignText.SpeaksOf(text.AsSpan(Math.Max(0, start - MaxAround), Math.Min(start, MaxAround)));

    /// <summary>The span with the partner of a bracket that stands in it.</summary>
    private (int Start, int End) Balanced(int start, int end)
    {
        var inside = text.AsSpan(start, end - start);
        var (opening, closing) = (inside.Count('[') + inside.Count('('), inside.Count(']') + inside.Count(')'));
        if (opening < closing && start > 0 && text[start - 1] is '[' or '(')
        {
            start--;
        }
        else if (opening > closing && end < text.Length && text[end] is ']' or ')')
        {
            end++;
        }

        return (start, end);
    }

    /// <summary>
    /// Takes in the brackets around a group with the untagged numbers, the words before or the page behind that stand in them.
    /// </summary>
    private bool Bracket((int From, int To) free, ref int start, ref int end, ref List<int> references)
    {
        var from = Math.Max(0, start - MaxAround);
        var open = text.AsSpan(from, start - from).LastIndexOfAny("([])") is >= 0 and var at ? from + at : -1;
        var close = text.AsSpan(end, Math.Min(MaxAround, text.Length - end)).IndexOfAny("([])") is >= 0 and var to ? end + to : -1;
        if (open < free.From || close < 0 || close >= free.To || (text[open], text[close]) is not (('[', ']') or ('(', ')')))
        {
            return false;
        }

        var (inStart, inEnd, inside) = (start, end, references);
        var isWidened = Widen(open + 1, close, ref inStart, ref inEnd, ref inside)
            || (text[open] == '[' && SignText.IsCue(text[(open + 1)..start]) && SignText.IsAside(text[end..close]));
        if (isWidened)
        {
            (start, end, references) = (open, close + 1, inside);
        }

        return isWidened;
    }

    /// <summary>Takes in what stands between the group and two places around it where that is nothing but labels.</summary>
    private bool Widen(int from, int to, ref int start, ref int end, ref List<int> references)
    {
        if (from > start || to < end || start - from > MaxAround || to - end > MaxAround)
        {
            return false;
        }

        var (left, right) = (text[from..start], text[end..to]);
        if (!SignText.IsNumbers(left) || !SignText.IsNumbers(right) || (references.Count == 0 && (left + right).Any(char.IsAsciiDigit)))
        {
            return false;
        }

        if (references.Count > 0)
        {
            if (Labels(left, references[0], "") is not { } before || Labels("", references[^1], right) is not { } behind)
            {
                return false;
            }

            references = [.. before.SkipLast(1), .. references, .. behind.Skip(1)];
        }

        (start, end) = (from, to);
        return true;
    }

    /// <summary>The references of the numbers before and behind one that is known, ranges expanded; null where one is no label.</summary>
    private List<int>? Labels(string left, int known, string right)
    {
        var found = new List<int>();
        var isRange = false;
        foreach (var token in (IEnumerable<string>)[.. SignText.Numbers(left), "", .. SignText.Numbers(right)])
        {
            if (token is [var sign] && Characters.IsDash(sign))
            {
                isRange = found.Count > 0;
            }
            else if ((token.Length == 0 ? known : targets.Find(token)) is { } index)
            {
                found.AddRange(isRange ? targets.Range(found[^1], index) : [index]);
                isRange = false;
            }
            else
            {
                return null;
            }
        }

        return found;
    }

    private bool IsSign(Link link)
    {
        var printed = text.AsSpan(link.Start, link.End - link.Start);
        return SignText.IsSign(printed, link.IsSuperscript, word => link.References.Any(index => targets.Label(index) == word));
    }

    /// <summary>The link without spaces at its ends, and without the words before its sign: "Berg et al. [3]".</summary>
    private Link SignOf(Link link)
    {
        var (start, end) = Trimmed(link.Start, link.End);
        var whole = link with { Start = start, End = end };
        if (link.IsNote || IsSign(whole))
        {
            return whole with { References = Printed(whole) };
        }

        var bracket = text.AsSpan(start, end - start) is [.., ']'] ? text.AsSpan(start, end - start).LastIndexOf('[') : -1;
        var sign = link.InnerSuperscript is { } raised && raised > start ? raised : bracket > 0 ? start + bracket : start;
        var rest = whole with { Start = Math.Min(sign, end) };
        return sign > start && sign < end && IsSign(rest) ? rest : whole with { InnerSuperscript = null };
    }

    /// <summary>What a sign points at, with what it prints besides: "3–7" may point at its ends only.</summary>
    private IReadOnlyList<int> Printed(Link link)
    {
        if (link.References.Count == 0
            || SignText.Numbers(text[link.Start..link.End]) is not [var first, _, ..] tokens
            || targets.Find(first) != link.References[0])
        {
            return link.References;
        }

        var printed = Labels("", link.References[0], string.Concat(tokens.Skip(1).Select(token => token + " ")));
        return printed is not null && printed.ToHashSet().IsSupersetOf(link.References) ? printed : link.References;
    }

    /// <summary>The mentions that one cross-reference holds: "Berg, 2001; Dahl, 2002" with an id for each.</summary>
    private IEnumerable<Link> Mentions(Link link)
    {
        var ends = Enumerable.Range(link.Start, link.End - link.Start).Where(i => text[i] == ';').Append(link.End).ToList();
        if (link.References.Count < 2 || ends.Count != link.References.Count || IsSign(link))
        {
            return [link];
        }

        return ends.Select((end, i) =>
        {
            var (start, stop) = Trimmed(i == 0 ? link.Start : ends[i - 1] + 1, end);
            return link with { Start = start, End = stop, References = [link.References[i]] };
        });
    }

    private (int Start, int End) Trimmed(int start, int end)
    {
        (start, end) = (Math.Min(start, text.Length), Math.Min(end, text.Length));
        while (start < end && text[start] == ' ')
        {
            start++;
        }

        while (start < end && text[end - 1] == ' ')
        {
            end--;
        }

        return (start, end);
    }

    /// <summary>The text without the cuts, and the markers and scripts where they stand then.</summary>
    private (string Text, List<DraftMarker> Markers, List<TextScript> Scripts) Cut()
    {
        var clean = new StringBuilder(text.Length);
        var moved = new List<DraftMarker>(markers.Count);
        var kept = new List<TextScript>(scripts.Count);
        var (from, next, script) = (0, 0, 0);
        foreach (var cut in cuts)
        {
            Keep(cut.Start);
            from = cut.End;
            var closes = from == text.Length || text[from] is ' ' or '.' or ',' or ';' or ':' or '?' or '!' or ')' or ']';
            if (closes && clean.Length > 0 && clean[^1] == ' ')
            {
                clean.Length--;
            }

            if (clean.Length == 0 && from < text.Length && text[from] == ' ')
            {
                from++;
            }
        }

        Keep(text.Length);
        return (clean.ToString(), moved, kept);

        void Keep(int until)
        {
            var gone = from - clean.Length;
            clean.Append(text, from, until - from);
            for (; next < markers.Count && markers[next].End <= until; next++)
            {
                moved.Add(markers[next] with { Start = markers[next].Start - gone, End = markers[next].End - gone });
            }

            for (; script < scripts.Count && scripts[script].End <= until; script++)
            {
                if (scripts[script].Start >= from)
                {
                    kept.Add(scripts[script] with { Start = scripts[script].Start - gone, End = scripts[script].End - gone });
                }
            }
        }
    }
}
