using System.Collections.Frozen;
using ArticleApi.Documents.Claims.Mentions;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims;

/// <summary>
/// Finds brackets that hold author-year citations and nothing else, "(Roe, 2017, p. 3)". Behind a full stop such a bracket belongs to the
/// sentence before it, as is usual in the humanities and in Spanish and Portuguese texts.
/// </summary>
internal static class CitationBrackets
{
    private const int MaxLength = 300;
    private const int MaxWord = 40;

    // Small words of names, and what leads in or locates a citation.
    private static readonly FrozenSet<string> Words = WordSet.Of(
        "van von der den de del della di da dos das du la le los las les ter ten el al bin ibn of the for on in af zu zur do "
        + "and & y e et und al col cols colab colaboradores coll u a m colleagues others "
        + "see also cf cfr e.g eg i.e for a review reviewed cited as quoted by apud citado citada em en por in "
        + "véase vease ver vide voir siehe vgl ibid ibidem idem id op cit loc "
        + "p pp pg pag pág págs pags page pages página páginas s f ff bd vol v n no núm t ch chap cap chapter kap fig figs table tabla "
        + "tabela tab sec section § para eq vers our my emphasis added translation tradução traducción nossa propia grifo nosso trad "
        + "in press n.d s.f s.d forthcoming submitted prensa prelo");

    private static readonly FrozenSet<string> Undated = WordSet.Of(
        "press n.d s.f s.d forthcoming ibid ibidem idem prensa prelo cit");

    /// <summary>The index behind a bracket that holds citations and nothing else, or -1.</summary>
    public static int EndAt(string text, int open)
    {
        if (text[open] is not ('(' or '['))
        {
            return -1;
        }

        var (hasName, hasYear) = (false, false);
        var limit = Math.Min(text.Length, open + MaxLength);
        for (var i = open + 1; i < limit;)
        {
            var c = text[i];
            if (c is ')' or ']')
            {
                return hasYear && hasName ? i + 1 : -1;
            }

            if (!char.IsLetterOrDigit(c) && c is not ('&' or '§'))
            {
                if (c is '(' or '?' or '!' or '=' or '<' or '>' or '%')
                {
                    return -1;
                }

                i++;
                continue;
            }

            if (MentionYear.IsYearAt(text, i, out var afterYear))
            {
                (hasYear, i) = (true, afterYear);
                continue;
            }

            var end = WordEnd(text, i, limit);
            var word = text[i..end];
            var lower = word.ToLowerInvariant().TrimEnd('.');
            var isNumber = char.IsDigit(c);
            if (!isNumber && !Words.Contains(lower) && (!char.IsUpper(c) || (hasYear && word.Length < 2)))
            {
                return -1;
            }

            hasName |= char.IsUpper(c) || Undated.Contains(lower);
            hasYear |= Undated.Contains(lower);
            i = end;
        }

        return -1;
    }

    /// <summary>Where the citation starts that stands behind the end of a sentence, with the space before it; else the length.</summary>
    public static int StartBehindSentence(string sentence)
    {
        var end = sentence.AsSpan().TrimEnd('.').Length;
        if (end == 0 || sentence[end - 1] is not (')' or ']'))
        {
            return sentence.Length;
        }

        var from = Math.Max(0, end - MaxLength);
        var open = sentence.AsSpan(from, end - from).LastIndexOfAny('(', '[') + from;
        var before = open < from ? 0 : sentence.AsSpan(0, open).TrimEnd().Length;
        return before > 0 && before < open && IsSentenceEnd(sentence.AsSpan(0, before)) && EndAt(sentence, open) == end
            ? before
            : sentence.Length;
    }

    private static bool IsSentenceEnd(ReadOnlySpan<char> text) =>
        text.TrimEnd(Characters.SentenceClosers) is [.., var last] && Characters.IsSentenceEnd(last);

    private static bool IsWordCharacter(char c) =>
        char.IsLetterOrDigit(c) || c == '.' || Characters.IsHyphen(c) || Characters.IsApostrophe(c);

    private static int WordEnd(string text, int at, int limit)
    {
        var end = at + 1;
        while (end < limit && end - at < MaxWord && IsWordCharacter(text[end]))
        {
            end++;
        }

        return end;
    }
}
