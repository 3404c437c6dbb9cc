using System.Collections.Frozen;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims;

/// <summary>
/// Tells brackets that are a part of their sentence, "as shown in [3]", "[7] showed that", from mere signs, by the words around them.
/// A bracket that is glued to a word is a sign.
/// </summary>
internal static class SentenceBrackets
{
    private const int MaxWord = 20;

    private const string Brackets = "[(【［〔";

    // Words that want something behind them: prepositions, in the languages that are told apart. Not the Portuguese "do": it is a verb in
    // English.
    private static readonly FrozenSet<string> Leading = WordSet.Of(
        "in by from of with to on for at via per under into onto upon within without against between among amongst through following "
        + "unlike like than as following despite beyond toward towards concerning regarding using including "
        + "ref refs reference references citation citations "
        + "en de del por según segun con para desde hasta entre sobre contra mediante tras "
        + "em da das dos com segundo conforme pelo pela pelos pelas "
        + "dans par selon avec pour chez sur depuis d'après suivant "
        + "von vom nach laut bei aus mit gemäß gemäss zu zur zum auf durch über aus");

    // Words that send the reader somewhere; a comma may stand behind them.
    private static readonly FrozenSet<string> Sending = WordSet.Of(
        "see cf cfr e.g eg i.e viz vide consult compare cite cites citing vgl siehe voir véase vease veja ver p.ej ej z.b confira "
        + "consulte");

    private static readonly FrozenSet<string> Also = WordSet.Of("also too e.g for auch aussi también tambien também tambem especially");

    private static readonly FrozenSet<string> Conjunctions = WordSet.Of("and or nor & y e o u et ou und oder sowie as");

    // Words after which a clause begins, so that a bracket may be its subject.
    private static readonly FrozenSet<string> Opening = WordSet.Of(
        "and or but while whereas that although though if when where how whether because since which yet so however "
        + "y que mientras pero aunque e mas enquanto et mais tandis und aber während dass");

    private static readonly FrozenSet<string> Reporting = WordSet.Of(
        "show shows showed find finds found report reports reported use uses used propose proposes proposed demonstrate demonstrates "
        + "demonstrated describe describes described suggest suggests suggested present presents presented provide provides provided "
        + "argue argues argued state states stated observe observes observed conclude concludes concluded introduce introduces "
        + "introduced study studies studied investigate investigates investigated examine examines examined consider considers "
        + "considered note notes noted claim claims claimed obtain obtains obtained develop develops developed compare compares "
        + "compared extend extends extended give gives gave review reviews reviewed discuss discusses discussed apply applies applied "
        + "identify identifies identified offer offers offered focus focuses focused confirm confirms confirmed estimate estimates "
        + "estimated also did does "
        + "muestra muestran mostró mostraron demuestra demostró describe describen propone proponen propuso encontró encontraron "
        + "señala señalan mostra mostram mostrou demonstra demonstrou descreve propõe encontrou encontraram relata relatam "
        + "montre montrent décrit décrivent propose proposent rapporte zeigt zeigen zeigte zeigten beschreibt beschreiben berichtet");

    private static readonly FrozenSet<string> Being = WordSet.Of(
        "is are was were has have had can may es son fue é são foi est sont ist sind");

    private static readonly FrozenSet<string> We = WordSet.Of("we i they authors");

    private static readonly FrozenSet<string> Taking = WordSet.Of(
        "follow followed extend extended adopt adopted use used cite adapt adapted");

    /// <summary>Whether a bracket stands between two indexes, "[3]", "(3, 4)"; a footnote's sign, "[^3]", is none.</summary>
    public static bool IsBracket(string text, int start, int end) =>
        end - start > 2 && text.Length >= end && text[start + 1] != '^' && Brackets.Contains(text[start])
            && Characters.ClosingBracket(text[start]) == text[end - 1];

    /// <summary>Whether a bracket, or several that stand together, is a part of its sentence.</summary>
    public static bool IsPart(string text, int start, int end)
    {
        if (start > 0 && text[start - 1] != ' ' && text[start - 1] is not ('(' or '“' or '"'))
        {
            return false;
        }

        var at = start;
        while (at > 0 && text[at - 1] == ' ')
        {
            at--;
        }

        if (at == 0)
        {
            return GoesOnWith(text, end, Reporting);
        }

        if (Characters.IsSentenceEnd(text[at - 1]) && !IsShortForm(text, at))
        {
            return start > at && end + 1 < text.Length && text[end] == ' ' && char.IsLower(text[end + 1]);
        }

        var isComma = text[at - 1] is ',' or ';' or ':';
        var (word, before) = WordBefore(text, isComma ? at - 1 : at);
        if (Sending.Contains(word) || (Also.Contains(word) && Sending.Contains(WordBefore(text, before).Word)))
        {
            return true;
        }

        if (isComma)
        {
            return start > at && GoesOnWith(text, end, Reporting);
        }

        return Leading.Contains(word)
            || (Conjunctions.Contains(word) && EndsClause(text, end))
            || (Opening.Contains(word) && (GoesOnWith(text, end, Reporting) || GoesOnWith(text, end, Being)))
            || (Taking.Contains(word) && We.Contains(WordBefore(text, before).Word));
    }

    /// <summary>Whether nothing but a conjunction stands between two brackets, "[1] and [2]": then both are a part of it.</summary>
    public static bool AreJoined(ReadOnlySpan<char> between)
    {
        var word = between.TrimStart(" ,;").TrimEnd(' ');
        return between.Length <= MaxWord && word.Length > 0 && between[0] is ' ' or ',' or ';' && between[^1] == ' '
            && Conjunctions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }

    private static bool EndsClause(string text, int end) =>
        end == text.Length || text[end] is '.' or ',' or ';' or ':' or ')' or ']' or '?' or '!';

    private static bool GoesOnWith(string text, int end, FrozenSet<string> words)
    {
        if (end + 1 >= text.Length || text[end] != ' ')
        {
            return false;
        }

        var stop = end + 1;
        while (stop < text.Length && stop - end <= MaxWord && char.IsLetter(text[stop]))
        {
            stop++;
        }

        return words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(end + 1, stop - end - 1));
    }

    // "e.g. [3]", "cf. [3]", "Ref. [4]", "Roe et al. [5]"
    private static bool IsShortForm(string text, int at)
    {
        var (word, _) = WordBefore(text, at);
        return text[at - 1] == '.'
            && (word.Length == 1 || Sending.Contains(word) || Leading.Contains(word) || English.IsAbbreviation(word));
    }

    private static bool IsWordCharacter(char c) =>
        char.IsLetterOrDigit(c) || c is '&' or '.' or '-' || Characters.IsApostrophe(c);

    /// <summary>The word before an index, lower case, without the period behind it; and where it starts.</summary>
    private static (string Word, int Start) WordBefore(string text, int end)
    {
        while (end > 0 && text[end - 1] is ' ' or '.')
        {
            end--;
        }

        var start = end;
        while (start > 0 && end - start < MaxWord && IsWordCharacter(text[start - 1]))
        {
            start--;
        }

        return (text[start..end].ToLowerInvariant().Replace('’', '\''), start);
    }
}
