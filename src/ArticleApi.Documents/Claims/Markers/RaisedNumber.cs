using System.Buffers;
using System.Collections.Frozen;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims.Markers;

/// <summary>
/// Tells raised numbers that belong to the text from citation markers, by what stands around them: exponents, "10³", "5 m²", charges,
/// "Ca²⁺", mass numbers, "¹³C", conditions, "[α]D²⁰". Every format asks here.
/// </summary>
internal static class RaisedNumber
{
    private const int MaxWord = 40;

    // Signs that go on with a number.
    private const string Following = "+⁺⁻−⁄₀₁₂₃₄₅₆₇₈₉";

    private static readonly SearchValues<char> Numerals = SearchValues.Create("0123456789.,");

    // Symbols of elements that no sentence begins with.
    private static readonly FrozenSet<string> Elements = FrozenSet.Create(
        StringComparer.Ordinal,
        "H", "D", "Li", "B", "C", "N", "O", "F", "Na", "Mg", "Al", "Si", "P", "S", "Cl", "K", "Ca", "Cr", "Mn", "Fe", "Co", "Ni", "Cu",
        "Zn", "Ga", "Se", "Br", "Kr", "Rb", "Sr", "Y", "Zr", "Mo", "Tc", "Ru", "Pd", "Ag", "Cd", "Sn", "Sb", "Te", "Xe", "Cs", "Ba", "La",
        "Sm", "Gd", "Lu", "Hf", "Ta", "Re", "Os", "Ir", "Pt", "Au", "Hg", "Tl", "Pb", "Bi", "Po", "Ra", "Ac", "Th", "Pu");

    /// <summary>Whether a raised number belongs to the text and is no citation marker.</summary>
    /// <param name="before">The text before it; its last word is enough.</param>
    /// <param name="raised">The number as printed, or several: "2", "13", "2+", "-6", "1,2".</param>
    /// <param name="after">The text behind it, where it is known.</param>
    public static bool IsPartOfText(ReadOnlySpan<char> before, ReadOnlySpan<char> raised, ReadOnlySpan<char> after)
    {
        raised = raised.Trim();
        return raised.Length == 0 || IsCharge(raised, after) || (after.Length > 0 && Following.Contains(after[0]))
            || IsMassNumber(before, after) || IsCondition(before) || IsExponent(before, raised);
    }

    // "2+", "-6", "2–"; but "3–" before "5" is a range.
    private static bool IsCharge(ReadOnlySpan<char> raised, ReadOnlySpan<char> after) =>
        IsSign(raised[0]) || raised[^1] is '+' or '⁺' || (IsSign(raised[^1]) && (after.Length == 0 || !char.IsDigit(after[0])));

    private static bool IsSign(char c) => c is '+' or '⁺' or '⁻' || Characters.IsDash(c);

    // "¹³C", "the ¹H spectrum", "C,¹³C-HSQC"; but "adults.¹The"
    private static bool IsMassNumber(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (after.Length == 0 || !char.IsLetter(after[0]))
        {
            return false;
        }

        if (before.Length == 0 || before[^1] is ' ' or '(' or '[' or '{' or '/' or '=' or '~' || Characters.IsDash(before[^1]))
        {
            return true;
        }

        var symbol = 1;
        while (symbol < after.Length && symbol < 3 && char.IsAsciiLetterLower(after[symbol]))
        {
            symbol++;
        }

        return char.IsAsciiLetterUpper(after[0]) && symbol < 3 && (symbol == after.Length || !char.IsLower(after[symbol]))
            && Elements.Contains(after[..symbol].ToString());
    }

    // "[α]D²⁰", "[α]²⁰"
    private static bool IsCondition(ReadOnlySpan<char> before) =>
        before is [.., ']', 'D'] or [.., ']', ' ', 'D'] or [.., '[', 'α' or 'a' or 'M', ']'];

    private static bool IsExponent(ReadOnlySpan<char> before, ReadOnlySpan<char> raised)
    {
        if (before.Length == 0)
        {
            return false;
        }

        var last = before[^1];
        if (last is '⁺' or '⁻' || Characters.SubscriptDigit(last) >= 0)
        {
            return true;
        }

        var word = LastWord(before);
        return char.IsAsciiDigit(last) ? IsNumber(word) : IsSymbol(word, before[..^word.Length], raised);
    }

    // "10", "2.5"; a year or a name, "2019", "COVID-19", is no base of a power.
    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        var digits = word[(word.LastIndexOf('/') + 1)..];
        return !digits.ContainsAnyExcept(Numerals) && !(digits.Length == 4 && Years.IsYear(digits));
    }

    // "5 m²", "kg/m²", "R²", "x⁴"; two digits are more than an exponent of a unit.
    private static bool IsSymbol(ReadOnlySpan<char> word, ReadOnlySpan<char> ahead, ReadOnlySpan<char> raised)
    {
        if (raised.Length > 1)
        {
            return false;
        }

        var from = word.Length;
        while (from > 0 && char.IsLetter(word[from - 1]))
        {
            from--;
        }

        var letters = word[from..];
        var isSmallPower = raised[0].AsDigit() is '2' or '3';
        if (letters.Length == 1)
        {
            var isBehindNumber = char.IsAsciiDigit(from > 0 ? word[from - 1] : ahead is [.., var digit, ' '] ? digit : ' ');
            return isSmallPower || isBehindNumber || (char.IsLower(letters[0]) && letters[0] != 'a');
        }

        return letters.Length > 1 && MarkerLexicon.Units.Contains(letters.ToString().ToLowerInvariant());
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> before)
    {
        var start = before.Length;
        while (start > 0 && before.Length - start <= MaxWord
            && (char.IsLetterOrDigit(before[start - 1]) || before[start - 1] is '/' or '.' or ','
                || Characters.IsHyphen(before[start - 1])))
        {
            start--;
        }

        return before[start..];
    }

    private static char AsDigit(this char c) => Characters.SuperscriptDigit(c) is >= 0 and var digit ? (char)('0' + digit) : c;
}
