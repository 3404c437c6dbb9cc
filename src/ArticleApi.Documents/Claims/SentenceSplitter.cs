using System.Collections.Frozen;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims;

/// <summary>
/// Splits a paragraph of clean text into sentences. It rather leaves two sentences together than cut one in two: an abbreviation, an
/// initial or a number ends no sentence unless what follows says so.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>What may stand between the sign that ends a sentence and the space after it.</summary>
    internal const string Closers = ")]}\"'”’»」』";

    // Farther than this a bracket is not looked for: a stray one must not hold a paragraph together.
    private const int MaxBracket = 600;

    // Something always follows these.
    private static readonly FrozenSet<string> Leading = WordSet.Of(
        "al dr drs mr mrs messrs prof no nos vol vols vs cf e.g eg i.e ie viz approx ca eq eqs refs p pp sect ch chap "
        + "wt suppl resp sp spp subsp op cit");

    // The same, but only with a capital or before a number: else they are words or units.
    private static readonly FrozenSet<string> LeadingNames = WordSet.Of(
        "ms st hon rev gen sen rep gov pres capt col lt sgt mt ft univ fig figs sec art cap ref tab mol ed eds ser var incl");

    private static readonly FrozenSet<string> Months = WordSet.Of("jan feb mar apr jun jul aug sep sept oct nov dec");

    // These may close a sentence as well: the next word decides.
    private static readonly FrozenSet<string> Either = WordSet.Of("al etc inc ltd co corp jr sr a.m p.m u.s u.k e.u u.n ph.d m.d b.sc m.sc d.c dept est");

    private static readonly FrozenSet<string> Starters = WordSet.Of(
        "the this that these those it its he she we they there then here however moreover furthermore therefore thus hence although though "
        + "because while when where if in on at by for from with as a an and but or so yet to our their his her such both some many most "
        + "one two no not nor all each every after before during since until finally first second third similarly conversely nonetheless "
        + "nevertheless consequently additionally also another other more less what why how who which is are do does can may");

    // A capital after one of these is a name of a kind, "hepatitis B", not an initial.
    private static readonly FrozenSet<string> Kinds = WordSet.Of(
        "vitamin vitamins hepatitis influenza type types group groups class phase factor plan appendix table figure panel part section "
        + "category grade protein coenzyme option schedule cluster");

    /// <summary>The sentences as half-open UTF-16 spans, trimmed, in order; together they hold all that is not white space.</summary>
    public static IReadOnlyList<(int Start, int End)> Split(string text)
    {
        var sentences = new List<(int, int)>();
        var held = HeldTogether(text);
        var next = 0;
        var start = SkipSpace(text, 0);
        for (var i = start; i < text.Length; i++)
        {
            if (!IsTerminator(text[i]))
            {
                continue;
            }

            var end = i + 1;
            while (end < text.Length && (IsTerminator(text[end]) || Closers.Contains(text[end])))
            {
                end++;
            }

            while (next < held.Count && held[next].End <= i)
            {
                next++;
            }

            var within = next < held.Count && held[next].Start > start && held[next].Start < i && end <= held[next].End;
            if (!within && EndsSentence(text, start, i, end))
            {
                sentences.Add((start, end));
                start = SkipSpace(text, end);
            }

            i = end - 1;
        }

        var last = text.AsSpan().TrimEnd().Length;
        if (start < last)
        {
            sentences.Add((start, last));
        }

        return sentences;
    }

    private static bool EndsSentence(string text, int start, int terminator, int end)
    {
        if (end == text.Length || text[terminator] is '。' or '！' or '？')
        {
            return true;
        }

        if (!char.IsWhiteSpace(text[end]))
        {
            // "It works.Then it stops": a space was lost.
            return text[terminator] == '.' && end == terminator + 1 && terminator > 2 && char.IsLower(text[terminator - 1]) && char.IsLower(text[terminator - 2])
                && char.IsUpper(text[end]) && Starters.Contains(WordAt(text, end)) && !IsInAddress(text, terminator);
        }

        var follows = SkipSpace(text, end);
        if (follows == text.Length)
        {
            return true;
        }

        if (!CanStart(text, follows))
        {
            return false;
        }

        var lonePeriod = text[terminator] == '.' && end == terminator + 1;
        return !lonePeriod || PeriodEnds(text, start, terminator, follows);
    }

    // "www.example.The"
    private static bool IsInAddress(string text, int at)
    {
        var start = Math.Max(0, at - 40);
        var word = text.AsSpan(start, at - start);
        return word[(word.LastIndexOf(' ') + 1)..].IndexOfAny("./@:") >= 0;
    }

    private static bool PeriodEnds(string text, int start, int period, int follows)
    {
        var from = period;
        while (from > start && period - from < 24 && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] is '.' or '-' or '’'))
        {
            from--;
        }

        var word = text[from..period];
        var lower = word.ToLowerInvariant();
        if (word.Length == 0)
        {
            return true;
        }

        // "EDs", "MS": the name of a thing, not the short form of a word.
        var isAcronym = word.Length > 1 && word.AsSpan(0, word[^1] == 's' ? word.Length - 1 : word.Length) is { Length: > 1 } capitals
            && !capitals.ContainsAnyExceptInRange('A', 'Z');
        if (isAcronym)
        {
            return true;
        }

        if (Either.Contains(lower))
        {
            return char.IsUpper(text[follows]) && (lower is "al" or "etc" || Starters.Contains(WordAt(text, follows)));
        }

        var beforeNumber = char.IsAsciiDigit(text[follows]);
        if (lower == "no" ? beforeNumber
            : Leading.Contains(lower) || (Months.Contains(lower) && beforeNumber) || (LeadingNames.Contains(lower) && (beforeNumber || (char.IsUpper(word[0]) && !Starters.Contains(WordAt(text, follows))))))
        {
            return false;
        }

        // "1. First" at the start of a sentence is its number.
        if (from == start && word.All(char.IsAsciiDigit))
        {
            return false;
        }

        // "J. L. Smith", "B. subtilis", but also "vitamin D. Most".
        var letter = word[^1];
        return !(char.IsUpper(letter) && (word.Length == 1 || word[^2] is '.' or '-'))
            || Starters.Contains(WordAt(text, follows))
            || (word.Length == 1 && Kinds.Contains(WordBefore(text, from)));
    }

    // A sentence starts with anything but a small letter, save in names like "mRNA" and "p53".
    private static bool CanStart(string text, int at)
    {
        while (at < text.Length && (char.IsPunctuation(text[at]) || char.IsSymbol(text[at])))
        {
            if (text[at] is ',' or ';' or ':' or ')' or ']' or '.' or '=' or '<' or '>' or '+' or '&')
            {
                return false;
            }

            at++;
        }

        if (at == text.Length || !char.IsLower(text[at]))
        {
            return true;
        }

        for (var i = at + 1; i < text.Length && i < at + 12 && (char.IsLetterOrDigit(text[i]) || (text[i] == '-' && i == at + 1)); i++)
        {
            if (!char.IsLower(text[i]))
            {
                return true;
            }
        }

        return false;
    }

    // The outer pairs of round and of square brackets, in order: a sentence that began before a bracket does not end within it.
    private static List<(int Start, int End)> HeldTogether(string text)
    {
        var pairs = new List<(int Start, int End)>();
        var round = new Stack<int>();
        var square = new Stack<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '(' or '[')
            {
                (text[i] == '(' ? round : square).Push(i);
            }
            else if (text[i] is ')' or ']' && (text[i] == ')' ? round : square).TryPop(out var start) && i - start <= MaxBracket)
            {
                while (pairs.Count > 0 && pairs[^1].Start > start)
                {
                    pairs.RemoveAt(pairs.Count - 1);
                }

                pairs.Add((start, i));
            }
        }

        return pairs;
    }

    private static string WordAt(string text, int at)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at]) && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        var end = at;
        while (end < text.Length && end - at < 24 && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[at..end].ToLowerInvariant();
    }

    private static string WordBefore(string text, int end)
    {
        while (end > 0 && text[end - 1] == ' ')
        {
            end--;
        }

        var start = end;
        while (start > 0 && end - start < 24 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return text[start..end].ToLowerInvariant();
    }

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsTerminator(char c) => c is '.' or '?' or '!' or '…' or '。' or '！' or '？';
}
