using System.Buffers;
using System.Globalization;
using System.Text;

namespace ArticleApi.Documents.Text;

/// <summary>
/// Writes superscripts and subscripts that are no markers in clean text, so that a number or a meaning stays what it was: in Unicode's
/// own signs where they exist, "10³", "Ca²⁺", else with a sign before, "10^(n+1)", "x_(i+1)". What reads the same without being raised
/// or lowered stays plain: "21st", "Apoe-/-", "H2O".
/// </summary>
public static class Scripts
{
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉";
    private const int MaxExpression = 24;

    // A letter behind a number that is no exponent is the sign of a note or an ordinal, "12ᵃ".
    private const string Variables = "ijklmnpqtxyzNT";

    private static readonly SearchValues<char> Operators = SearchValues.Create("+=*/×·^" + Characters.Dashes);

    private static readonly SearchValues<char> Decimal = SearchValues.Create("0123456789.");

    private static readonly SearchValues<char> List = SearchValues.Create("0123456789.,");

    // English, French, Spanish, Portuguese, Italian.
    private static readonly HashSet<string> OrdinalSuffixes = new(StringComparer.OrdinalIgnoreCase)
    {
        "st", "nd", "rd", "th", "er", "ère", "ere", "re", "e", "ème", "eme", "ième", "d", "nde", "ers", "res", "es", "èmes",
        "o", "a", "os", "as", "º", "ª", "ro", "do", "ra", "da", "to", "ta", "vo", "va", "no", "na", "mo", "ma",
    };

    /// <summary>How a superscript is written.</summary>
    /// <param name="before">The text before it, as it is written already; its last word is enough.</param>
    /// <param name="content">The text that is raised.</param>
    /// <param name="after">The text behind it, where it is known.</param>
    public static string Superscript(ReadOnlySpan<char> before, string content, ReadOnlySpan<char> after = default)
    {
        var raised = content.AsSpan().Trim();
        if (raised.Length == 0)
        {
            return content;
        }

        var script = BaseOf(before);
        if (IsDegree(before, raised, after))
        {
            return "°";
        }

        return Signs(raised, script) is { } signs ? signs
            : IsOrdinal(before, raised) || !IsExponent(raised, script) ? content
            : Marked('^', raised);
    }

    /// <summary>How a subscript is written.</summary>
    /// <param name="before">The text before it, as it is written already; its last word is enough.</param>
    /// <param name="content">The text that is lowered.</param>
    public static string Subscript(ReadOnlySpan<char> before, string content)
    {
        var lowered = content.AsSpan().Trim();
        if (lowered.Length == 0 || before.Length == 0)
        {
            return content;
        }

        // "1101₂", "²³⁵₉₂U", "3¹/₂": behind a digit it would become a part of that number.
        var last = before[^1];
        var isBehindNumber = char.IsAsciiDigit(last) || Characters.SuperscriptDigit(last) >= 0
            || (last is '/' or '⁄' && before.Length > 1 && Characters.SuperscriptDigit(before[^2]) >= 0);
        if (isBehindNumber && !lowered.ContainsAnyExceptInRange('0', '9'))
        {
            return string.Create(lowered.Length, lowered, (signs, digits) =>
            {
                for (var i = 0; i < signs.Length; i++)
                {
                    signs[i] = Lowered[digits[i] - '0'];
                }
            });
        }

        // "t1/2" is read as it is.
        return char.IsLetter(last) && !lowered.Contains('/') && IsExpression(lowered) && HasOperator(lowered)
            ? Marked('_', lowered)
            : content;
    }

    // "10^n", "10^2.5", but "10^(n+1)", "2^(2n)"
    private static string Marked(char sign, ReadOnlySpan<char> expression) =>
        expression.Length == 1 || !expression.ContainsAnyExcept(Decimal) || expression is ['(', .., ')']
            ? $"{sign}{expression}"
            : $"{sign}({expression})";

    /// <summary>The raised signs of digits and charges; null where Unicode has none, or they would not read as the number.</summary>
    private static string? Signs(ReadOnlySpan<char> raised, ScriptBase script)
    {
        var signs = new StringBuilder(raised.Length);
        for (var i = 0; i < raised.Length; i++)
        {
            var c = raised[i];
            if (c is ',' or ' ' && script != ScriptBase.Number && i > 0 && i + 1 < raised.Length)
            {
                signs.Append(c);
                continue;
            }

            var sign = char.IsAsciiDigit(c) ? Characters.SuperscriptDigits[c - '0']
                : Characters.SuperscriptDigit(c) >= 0 || c is '⁺' or '⁻' ? c
                : c == '+' ? '⁺'
                : Characters.IsShortDash(c) ? '⁻'
                : '\0';
            if (sign == '\0')
            {
                return null;
            }

            signs.Append(sign);
        }

        return signs.ToString();
    }

    // "37°C" that is printed with a raised letter.
    private static bool IsDegree(ReadOnlySpan<char> before, ReadOnlySpan<char> raised, ReadOnlySpan<char> after) =>
        raised is "o" or "O" or "º" or "°" or "◦" or "∘"
            && before.TrimEnd(' ') is [.., >= '0' and <= '9']
            && after.TrimStart(' ') is ['C' or 'F' or 'K', ..] follows && (follows.Length == 1 || !char.IsLetter(follows[1]));

    // "21st", "1er", "XIXe", "1.ª"
    private static bool IsOrdinal(ReadOnlySpan<char> before, ReadOnlySpan<char> raised) =>
        before.TrimEnd('.') is [.., >= '0' and <= '9' or 'I' or 'V' or 'X' or 'L' or 'C' or 'M']
            && OrdinalSuffixes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(raised);

    private static bool IsExponent(ReadOnlySpan<char> raised, ScriptBase script) => script switch
    {
        ScriptBase.Number => raised is [var letter] && char.IsLetter(letter) ? Variables.Contains(letter)
            : IsExpression(raised) && (HasOperator(raised) || !raised.ContainsAnyExcept(List)
                || (char.IsAsciiDigit(raised[0]) && char.IsLetter(raised[^1]) && raised.Length < 4)),
        ScriptBase.Symbol => raised is [var letter] && char.IsLetter(letter) ? Variables.Contains(letter)
            : IsExpression(raised) && (HasOperator(raised) || char.IsAsciiDigit(raised[0])),
        _ => false,
    };

    /// <summary>Whether a text is made of numbers, short names and operators.</summary>
    private static bool IsExpression(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxExpression)
        {
            return false;
        }

        var letters = 0;
        foreach (var c in text)
        {
            letters = char.IsLetter(c) ? letters + 1 : 0;
            if (letters > 2 || !(char.IsLetterOrDigit(c) || Operators.Contains(c) || c is '(' or ')' or '.' or ',' or ' ' or '′'))
            {
                return false;
            }
        }

        return text.ContainsAnyInRange('0', '9') || text.ContainsAny(Operators) || letters > 0;
    }

    // "n+1", "-kt", "1/2"; not "+", "-/-"
    private static bool HasOperator(ReadOnlySpan<char> text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (Operators.Contains(text[i]) && (char.IsLetterOrDigit(text[i + 1]) || text[i + 1] is '(' or ' '))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a superscript stands behind: a number, a letter that stands for one, or a word.</summary>
    private static ScriptBase BaseOf(ReadOnlySpan<char> before) => before switch
    {
        [.., >= '0' and <= '9'] => IsInName(before) ? ScriptBase.Word : ScriptBase.Number,
        [.., ')' or ']' or '}' or '|'] => ScriptBase.Symbol,
        [var only] when char.IsLetter(only) => ScriptBase.Symbol,
        [.., var ahead, var letter] when char.IsLetter(letter) && !char.IsLetter(ahead) && !Characters.IsHyphen(ahead)
            && !Characters.IsApostrophe(ahead) && char.GetUnicodeCategory(ahead) != UnicodeCategory.NonSpacingMark => ScriptBase.Symbol,
        _ => ScriptBase.Word,
    };

    // "CD4", "Ki-67": the digits belong to a name.
    private static bool IsInName(ReadOnlySpan<char> before)
    {
        var word = before[(before.LastIndexOfAny(" (×·/") + 1)..].TrimEnd("0123456789.,");
        return word is [.., var last] && (char.IsLetter(last)
            || (Characters.IsHyphen(last) && word.Length > 1 && char.IsLetter(word[^2])));
    }

    private enum ScriptBase
    {
        Word,
        Number,
        Symbol,
    }
}
