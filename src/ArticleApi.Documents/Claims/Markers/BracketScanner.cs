using System.Buffers;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims.Markers;

/// <summary>Finds markers between signs or behind a word for references: "[3]", "{3}", "/3/", "(refs. 3, 4)", "in ref. 3".</summary>
internal sealed class BracketScanner(ScannedText scanned, LabelGroupReader groups)
{
    private static readonly SearchValues<char> Dashes = SearchValues.Create(Characters.Dashes);

    private readonly string text = scanned.Text;
    private readonly LabelIndex labels = scanned.Labels;

    /// <summary>Reads a group in brackets, "[3]", "[1], [2]", "{3}".</summary>
    /// <returns>The index after it, or after its first character where it is none.</returns>
    public int Read(int start)
    {
        var named = new List<NamedLabel>();
        var end = groups.ReadBracketed(start, named);
        if (end < 0)
        {
            return start + 1;
        }

        end = ReadFollowing(end, text[start], named);
        if (IsStatistic(start, end))
        {
            return end;
        }

        var unknown = named.FirstOrDefault(label => !labels.Contains(label.Label)).Label;
        if (text[start] == '{')
        {
            // Curly brackets hold sets and code as well.
            if (unknown is null)
            {
                scanned.Add(start, end, MarkerContext.RareSigns, named);
            }

            return end;
        }

        // "Keeler [2021]" is an author-year mention.
        if (unknown is not null && Years.IsYear(unknown))
        {
            return start + 1;
        }

        return AddGroup(start, end, named, unknown);
    }

    /// <summary>Reads "(refs. 3, 4)".</summary>
    /// <returns>The index after it, or after its first character where it is none.</returns>
    public int ReadNamedReferences(int start)
    {
        var named = new List<NamedLabel>();
        if (!LabelPhrases.NamesReferences(text, start + 1) || groups.ReadBracketed(start, named) is not (> 0 and var end)
            || !scanned.HasAll(named))
        {
            return start + 1;
        }

        scanned.SkipBracket();
        scanned.Add(start, end, MarkerContext.Brackets, named, Verdict.Marker);
        return end;
    }

    /// <summary>Reads "/3/".</summary>
    /// <returns>The index after it, or after its first character where it is none.</returns>
    public int ReadSlashes(int start)
    {
        var named = new List<NamedLabel>();
        var end = groups.ReadNumbers(start + 1, named);
        if (end < 0 || !scanned.HasAll(named) || end == text.Length || text[end] != '/' || !scanned.MayEndMarker(end + 1)
            || start == 0 || text[start - 1] is not (' ' or '.' or ',' or ')'))
        {
            return start + 1;
        }

        scanned.Add(start, end + 1, MarkerContext.RareSigns, named);
        return end + 1;
    }

    /// <summary>Reads "in ref. 3", "references 4 and 5": these are a part of the sentence and stay in the text.</summary>
    /// <returns>The index after it, or after its first letter where it is none.</returns>
    public int ReadSpelledReference(int start)
    {
        var named = new List<NamedLabel>();
        if ((start > 0 && char.IsLetterOrDigit(text[start - 1]))
            || LabelPhrases.SkipReferenceWord(text, start) is not (> 0 and var at)
            || groups.ReadNumbers(at, named) is not (> 0 and var end) || !scanned.HasAll(named) || !scanned.MayEndMarker(end))
        {
            return start + 1;
        }

        scanned.Found.Add(new MarkerCandidate(start, end, MarkerContext.Brackets, named) { Verdict = Verdict.Marker, IsKept = true });
        return end;
    }

    private int AddGroup(int start, int end, List<NamedLabel> named, string? unknown)
    {
        // "([3])" is taken out with its outer brackets.
        var from = start;
        if (start > 0 && text[start - 1] == '(' && end < text.Length && text[end] == ')' && unknown is null)
        {
            (from, end) = (start - 1, end + 1);
            scanned.SkipBracket();
        }

        var doubt = unknown is not null ? $"the list has no reference {unknown}"
            : from == 0 && end < text.Length && !SentenceBrackets.IsPart(text, from, end)
                ? "it stands before the text of the paragraph, as a list's number does"
            : null;
        scanned.Found.Add(new MarkerCandidate(from, end, MarkerContext.Brackets, named)
        {
            Verdict = doubt is null ? Verdict.Marker : Verdict.NoMarker,
            Doubt = doubt,
            Unknown = unknown is not null,
        });
        return end;
    }

    /// <summary>Reads the brackets that follow as one group: "[1], [2]", "[1]–[3]"; gives the index after the last.</summary>
    private int ReadFollowing(int end, char opening, List<NamedLabel> named)
    {
        for (var next = NextBracket(end, opening, out var ranges); next > 0; next = NextBracket(end, opening, out ranges))
        {
            var more = new List<NamedLabel>();
            var after = groups.ReadBracketed(next, more);
            if (after < 0 || !scanned.HasAll(more))
            {
                break;
            }

            named.Add(more[0] with { EndsRange = ranges });
            named.AddRange(more.Skip(1));
            end = after;
        }

        return end;
    }

    private int NextBracket(int at, char opening, out bool ranges)
    {
        var next = at;
        while (next < text.Length && next < at + 3 && (text[next] is ',' or ';' or ' ' || Characters.IsDash(text[next])))
        {
            next++;
        }

        ranges = text.AsSpan(at, next - at).ContainsAny(Dashes);
        return next < text.Length && text[next] == opening ? next : -1;
    }

    // "F[1,12] = 8.42", "x[3]", "95% CI [2, 5]"
    private bool IsStatistic(int start, int end)
    {
        var after = Characters.SkipSpace(text, end);
        if (after < text.Length && text[after] is '=' or '<' or '>')
        {
            return true;
        }

        if (start > 0 && char.IsLetter(text[start - 1]))
        {
            return start == 1 || !char.IsLetter(text[start - 2]);
        }

        return MarkerLexicon.IntervalNames.Contains(scanned.WordBefore(start));
    }
}
