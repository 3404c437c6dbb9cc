using System.Collections.Frozen;
using System.Globalization;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims.Mentions;

/// <summary>Finds author-year mentions by their years: the names are read backwards from each year.</summary>
/// <param name="text">Clean text.</param>
/// <param name="hasUndated">Whether the list has works without a year, so that "(Keeler, in press)" may name one.</param>
internal sealed class MentionParser(string text, bool hasUndated)
{
    private const int MaxWords = 30;
    private const int MaxWord = 40;
    private const int MaxBracket = 300;
    private const int MaxNarrativeBracket = 40;
    private const int MaxShortForm = 12;

    private static readonly string[] AndOthers =
    [
        "et al.", "et al", "et. al.", "and colleagues", "and coworkers", "and co-workers", "and others", "and associates", "& colleagues",
        "et coll.", "et coll", "et collaborateurs", "y col.", "y cols.", "y cols", "y col", "y colaboradores", "y otros", "e col.",
        "e cols.", "e cols", "e colaboradores", "e outros", "& cols.", "u. a.", "u.a.", "u. a. m.", "u.a.m.", "und Kollegen",
        "und Mitarbeiter",
    ];

    private static readonly string[] Ands = [" and ", " y ", " e ", " et ", " und "];

    private static readonly FrozenSet<string> Particles = WordSet.Of(
        
        "van von der den de del della di da das do dos du la las le los ter ten el al bin ibn of the for on in af zu zur 't");

    /// <summary>The mentions in their order.</summary>
    public IEnumerable<Mention> Mentions()
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!MentionYear.IsYearAt(text, i, out var afterYear) && !(hasUndated && MentionYear.IsUndatedAt(text, i, out afterYear)))
            {
                continue;
            }

            var mention = MentionAt(i, afterYear);
            i = (mention?.End ?? afterYear) - 1;
            if (mention is not null)
            {
                yield return mention;
            }
        }
    }

    /// <summary>The mention that a year belongs to, or null: its names stand in one bracket with the year or before its bracket.</summary>
    private Mention? MentionAt(int yearStart, int afterYear)
    {
        var narrative = yearStart > 0 && text[yearStart - 1] is '(' or '[';
        var namesEnd = narrative ? yearStart - 1 : yearStart;
        if (NamesBefore(namesEnd, narrative) is not { } names)
        {
            return null;
        }

        var years = new List<MentionYear>();
        var end = ReadYears(yearStart, afterYear, years);
        var several = names.AndOthers || names.AreSeveral;
        if (narrative)
        {
            var closing = text.IndexOf(text[namesEnd] == '(' ? ')' : ']', end, Math.Min(MaxNarrativeBracket, text.Length - end));
            return closing < 0 || text.AsSpan(end, closing - end).Contains(text[namesEnd])
                ? null
                : new Mention(names, years, closing + 1, several);
        }

        // "(Keeler et al., 2021)", "[Keeler, 2021]"; "et al." and a year need no brackets.
        var open = OpenBracketBefore(names.Start);
        if (!names.AndOthers && !IsClosedBehind(open, yearStart, afterYear))
        {
            return null;
        }

        var alone = open == names.Start - 1 && text[namesEnd - 1] == ' ' && text[namesEnd - 2] == ',';
        return new Mention(names, years, end, several || alone);
    }

    private int OpenBracketBefore(int names)
    {
        var from = Math.Max(0, names - MaxBracket);
        return text.AsSpan(from, names + 1 - from).LastIndexOfAny('(', '[') is >= 0 and var at ? from + at : -1;
    }

    private bool IsClosedBehind(int open, int yearStart, int afterYear)
    {
        if (open < 0)
        {
            return false;
        }

        var close = text[open] == '[' ? ']' : ')';
        return text.IndexOf(close, open, yearStart - open) < 0
            && text.IndexOf(close, afterYear, Math.Min(MaxBracket, text.Length - afterYear)) >= 0;
    }

    /// <summary>Reads "2019", "2019a", "2019, 2020a", "2019a, b", "2018a–c" and gives the index after the last.</summary>
    private int ReadYears(int start, int afterFirst, List<MentionYear> years)
    {
        if (!char.IsAsciiDigit(text[start]))
        {
            years.Add(new MentionYear(MentionYear.Undated, null));
            return afterFirst;
        }

        var end = start;
        for (var at = start; MentionYear.IsYearAt(text, at, out var after);)
        {
            var year = int.Parse(text.AsSpan(at, 4), NumberStyles.None);
            var hasSuffix = after - at > 4;
            years.Add(new MentionYear(year, hasSuffix ? text[at + 4] : null));
            end = hasSuffix ? ReadSuffixes(after, year, years) : after;
            at = end + 1 < text.Length && text[end] is ',' or ';' ? SkipSignAndSpace(end)
                : AfterAnd(end);
        }

        return end;
    }

    // "2010 and 2012"
    private int AfterAnd(int at)
    {
        foreach (var word in Ands)
        {
            if (text.AsSpan(at).StartsWith(word, StringComparison.Ordinal))
            {
                return at + word.Length;
            }
        }

        return text.Length;
    }

    // ", b" and "–c" behind "2018a"
    private int ReadSuffixes(int end, int year, List<MentionYear> years)
    {
        while (end + 2 < text.Length && (text[end] == ',' || Characters.IsShortDash(text[end]))
            && MentionYear.IsSuffixAt(text, SkipSignAndSpace(end)))
        {
            var next = SkipSignAndSpace(end);
            var first = text[end] == ',' ? text[next] : (char)(years[^1].Suffix.GetValueOrDefault() + 1);
            for (var letter = first; letter <= text[next]; letter++)
            {
                years.Add(new MentionYear(year, letter));
            }

            end = next + 1;
        }

        return end;
    }

    private int SkipSignAndSpace(int at) => text[at + 1] == ' ' ? at + 2 : at + 1;

    private MentionNames? NamesBefore(int end, bool narrative)
    {
        var at = SkipShortForm(text.AsSpan(0, end).TrimEnd(" ,").Length);
        if (text.AsSpan(0, at) is [.., var apostrophe, 's'] && Characters.IsApostrophe(apostrophe))
        {
            at -= 2;
        }

        var andOthers = false;
        foreach (var phrase in AndOthers)
        {
            if (text.AsSpan(0, at).EndsWith(phrase, StringComparison.Ordinal))
            {
                andOthers = true;
                at = text.AsSpan(0, at - phrase.Length).TrimEnd(" ,").Length;
                break;
            }
        }

        var words = WordsBefore(at);
        if (words.Count == 0 || words[^1].IsComma || words[^1].IsLink)
        {
            return null;
        }

        // Other names may stand before these: a list too long, a pair with a dash or a slash, a name that is not read as one.
        var goesOn = words.Count >= MaxWords || words[0].Text == "&"
            || (words[0].Start > 0 && text[words[0].Start - 1] is '/' or '–');
        return MentionNames.From(words, andOthers, narrative, goesOn);
    }

    /// <summary>The words before an index, back to one that is neither a part of a name nor a link between names.</summary>
    private List<MentionWord> WordsBefore(int at)
    {
        var words = new List<MentionWord>();
        while (at > 0 && words.Count < MaxWords)
        {
            var word = WordBefore(at);
            if (!MayBelongToName(word, isLast: words.Count == 0))
            {
                break;
            }

            words.Add(word);
            at = text.AsSpan(0, word.Start).TrimEnd(' ').Length;
            if (at == word.Start)
            {
                break;
            }

            if (at > 0 && text[at - 1] == ',')
            {
                at--;
                words.Add(new MentionWord(",", at));
            }
        }

        words.Reverse();
        return words;
    }

    private MentionWord WordBefore(int end)
    {
        var start = end;
        while (start > 0 && end - start < MaxWord && IsWordCharacter(text[start - 1]))
        {
            start--;
        }

        return new MentionWord(text[start..end], start);
    }

    private static bool IsWordCharacter(char c) => char.IsLetter(c) || c is '.' or '&' || Characters.IsHyphen(c)
        || Characters.IsApostrophe(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    // "Keeler", "van der" before a name, "d'Arcy", "and"
    private static bool MayBelongToName(MentionWord word, bool isLast) => word.Text.Length > 0
        && (word.IsLink || char.IsUpper(word.Text[0]) || (!isLast && Particles.Contains(word.Text))
            || (word.Text.Length > 2 && Characters.IsApostrophe(word.Text[1])));

    // "World Health Organization [WHO], 2020"
    private int SkipShortForm(int at)
    {
        var reach = Math.Min(at, MaxShortForm);
        var open = at > 3 && text[at - 1] is ']' or ')' ? text.AsSpan(at - reach, reach).LastIndexOfAny('[', '(') : -1;
        var start = open < 0 ? -1 : at - reach + open;
        return start < 1 || text.AsSpan(start + 1, at - start - 2).ContainsAnyExceptInRange('A', 'Z')
            ? at
            : text.AsSpan(0, start).TrimEnd(' ').Length;
    }
}
