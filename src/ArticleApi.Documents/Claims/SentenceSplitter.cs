using System.Collections.Frozen;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims;

/// <summary>
/// Splits a paragraph of clean text into sentences. It rather leaves two sentences together than cut one in two: an abbreviation, an
/// initial or a number ends no sentence unless what follows says so.
/// </summary>
public static class SentenceSplitter
{
    // Farther than this a bracket is not looked for: a stray one must not hold a paragraph together.
    private const int MaxBracket = 600;

    private const int MaxWord = 24;

    // A capital after one of these is a name of a kind, "hepatitis B", not an initial.
    private static readonly FrozenSet<string> Kinds = WordSet.Of(
        "vitamin vitamins hepatitis influenza type types group groups class phase factor plan appendix table figure panel part section "
        + "category grade protein coenzyme option schedule cluster");

    /// <summary>The sentences of an English text.</summary>
    public static IReadOnlyList<(int Start, int End)> Split(string text) => Split(text, English.Language);

    /// <summary>The sentences as half-open UTF-16 spans, trimmed, in order; together they hold all that is not white space.</summary>
    internal static IReadOnlyList<(int Start, int End)> Split(string text, Language language)
    {
        var sentences = new List<(int, int)>();
        var held = HeldTogether(text);
        var next = 0;
        var start = Characters.SkipSpace(text, 0);
        for (var i = start; i < text.Length; i++)
        {
            if (!Characters.IsSentenceEnd(text[i]))
            {
                continue;
            }

            var end = i + 1;
            while (end < text.Length && (Characters.IsSentenceEnd(text[end]) || Characters.SentenceClosers.Contains(text[end])))
            {
                end++;
            }

            end = WithQuote(text, end);
            while (next < held.Count && held[next].End <= i)
            {
                next++;
            }

            var within = next < held.Count && held[next].Start > start && held[next].Start < i && end <= held[next].End;
            if (!within && EndsSentence(text, start, i, end, language))
            {
                end = WithCitation(text, end, out var goesOn);
                if (!goesOn)
                {
                    sentences.Add((start, end));
                    start = Characters.SkipSpace(text, end);
                }
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

    /// <summary>
    /// The end of a sentence with the citation that stands behind its full stop, "… words.” (Roe, 2017)."; and whether the sentence goes
    /// on behind that.
    /// </summary>
    private static int WithCitation(string text, int end, out bool goesOn)
    {
        goesOn = false;
        var open = Characters.SkipSpace(text, end);
        if (open == text.Length || open == end || CitationBrackets.EndAt(text, open) is not (> 0 and var close))
        {
            return end;
        }

        end = close;
        while (end < text.Length && (Characters.IsSentenceEnd(text[end]) || Characters.SentenceClosers.Contains(text[end])))
        {
            end++;
        }

        var follows = Characters.SkipSpace(text, end);
        goesOn = end == close && follows < text.Length && !CanStart(text, follows);
        return end;
    }

    private static bool EndsSentence(string text, int start, int terminator, int end, Language language)
    {
        if (end == text.Length || text[terminator] is '。' or '！' or '？')
        {
            return true;
        }

        if (!char.IsWhiteSpace(text[end]))
        {
            // "It works.Then it stops": a space was lost.
            return text[terminator] == '.' && end == terminator + 1 && terminator > 2 && char.IsLower(text[terminator - 1])
                && char.IsLower(text[terminator - 2])
                && char.IsUpper(text[end]) && OpensSentence(text, end, language) && !IsInAddress(text, terminator);
        }

        var follows = Characters.SkipSpace(text, end);
        if (follows == text.Length)
        {
            return true;
        }

        if (!CanStart(text, follows))
        {
            return false;
        }

        var lonePeriod = text[terminator] == '.' && end == terminator + 1;
        return !lonePeriod || PeriodEnds(text, start, terminator, follows, language);
    }

    // „Gut so.“, »Gut so.« and « C’est bien. »: signs that open quotes elsewhere, or stand behind a space.
    private static int WithQuote(string text, int end)
    {
        var quote = end + 1 < text.Length && text[end] is ' ' or '\u00A0' or '\u202F' && text[end + 1] == '»' ? end + 1 : end;
        return quote < text.Length && text[quote] is '“' or '‘' or '«' or '»' && (quote + 1 == text.Length || text[quote + 1] == ' ')
            ? quote + 1
            : end;
    }

    // "www.example.The"
    private static bool IsInAddress(string text, int at)
    {
        var start = Math.Max(0, at - 40);
        var word = text.AsSpan(start, at - start);
        return word[(word.LastIndexOf(' ') + 1)..].IndexOfAny("./@:") >= 0;
    }

    private static bool PeriodEnds(string text, int start, int period, int follows, Language language)
    {
        var from = period;
        while (from > start && period - from < MaxWord && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] is '.' or '-' or '’'))
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
            return !language.CapitalAbbreviations.Contains(lower);
        }

        if (language.ClosingAbbreviations.Contains(lower))
        {
            return char.IsUpper(text[follows]) && (lower is "al" or "etc" or "col" or "cols" || OpensSentence(text, follows, language));
        }

        var beforeNumber = char.IsAsciiDigit(text[follows]);
        if (lower == "no" ? beforeNumber
            : language.LeadingAbbreviations.Contains(lower) || (language.ShortMonths.Contains(lower) && beforeNumber)
            || (language.AmbiguousAbbreviations.Contains(lower)
            && (beforeNumber || (char.IsUpper(word[0]) && !OpensSentence(text, follows, language)))))
        {
            return false;
        }

        if (language.OpenAbbreviations.Contains(lower) || (language.HasOrdinalPeriods && IsOrdinal(word)))
        {
            return OpensSentence(text, follows, language);
        }

        // "1. First" at the start of a sentence is its number.
        if (from == start && word.All(char.IsAsciiDigit))
        {
            return false;
        }

        // "J. L. Smith", "B. subtilis", but also "vitamin D. Most".
        var letter = word[^1];
        return !(char.IsUpper(letter) && (word.Length == 1 || word[^2] is '.' or '-'))
            || OpensSentence(text, follows, language)
            || (word.Length == 1 && Kinds.Contains(WordBefore(text, from)));
    }

    // "am 3. Mai", "im 19. Jahrhundert"; a year is none.
    private static bool IsOrdinal(string word) => word.Length < 4 && word.All(char.IsAsciiDigit);

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

    // "A" opens a sentence, "A." is an initial.
    private static bool OpensSentence(string text, int at, Language language)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at]) && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        var end = at;
        while (end < text.Length && end - at < MaxWord && char.IsLetter(text[end]))
        {
            end++;
        }

        var isInitial = end - at == 1 && end < text.Length && text[end] == '.';
        return !isInitial && language.SentenceOpeners.Contains(text[at..end].ToLowerInvariant());
    }

    private static string WordBefore(string text, int end)
    {
        while (end > 0 && text[end - 1] == ' ')
        {
            end--;
        }

        var start = end;
        while (start > 0 && end - start < MaxWord && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return text[start..end].ToLowerInvariant();
    }
}
