using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.References;

/// <summary>
/// Splits the end of a reference line into numbers, the words that mark them ("vol.", "no.", "pp.", months) and punctuation.
/// </summary>
internal static partial class LocatorTokenizer
{
    private static readonly FrozenDictionary<string, LocatorTokenKind> Markers = new (LocatorTokenKind Kind, string Words)[]
    {
        (LocatorTokenKind.Volume, "vol vols volume volumes v bd band jg jahrgang jrg roč ročník rocz cilt évf deel т том vól tome tom t"),
        (LocatorTokenKind.Issue, "no nos number issue iss is nr n n° nº № heft h num núm númer fasc č číslo sayı szám nro вып"),
        (LocatorTokenKind.Pages,
            "pp p pages page pg pgs s ss seite seiten с стр str pág págs pag art article artikel paper id elocation locator"),
        (LocatorTokenKind.Supplement, "suppl supplement supplements supp sup suppl_1 suppl_2 special spec pt part parts"),
        (LocatorTokenKind.Month,
            English.MonthAbbreviations + " " + English.MonthNames + " spring summer autumn fall winter "
            + "januar februar märz mai juni juli oktober dezember "
            + "janvier février mars avril juin juillet août septembre octobre novembre décembre "
            + "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    }
        .SelectMany(row => WordSet.Of(row.Words).Select(word => KeyValuePair.Create(word, row.Kind)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The tokens of a text from an index on, in order.</summary>
    public static IEnumerable<LocatorToken> Tokens(string text, int from)
    {
        var at = from;
        while (at < text.Length)
        {
            var c = text[at];
            if (c == ' ')
            {
                at++;
                continue;
            }

            if (c is ',' or '.' or ';' or ':' or '(' or ')' or '[' or ']' or '/' or '+' || Characters.IsShortDash(c))
            {
                yield return new LocatorToken(LocatorTokenKind.Sign, at, at + 1);
                at++;
                continue;
            }

            var match = Number().Match(text, at);
            if (match.Success)
            {
                yield return new LocatorToken(LocatorTokenKind.Number, at, at + match.Length);
                at += match.Length;
                continue;
            }

            var end = at + 1;
            while (end < text.Length
                && (char.IsLetterOrDigit(text[end]) || text[end] is '°' or 'º' or '_' || Characters.IsApostrophe(text[end])
                   || (Characters.IsHyphen(text[end]) && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]))))
            {
                end++;
            }

            yield return new LocatorToken(KindOf(text, at, end), at, end);
            at = end;
        }
    }

    private static LocatorTokenKind KindOf(string text, int start, int end)
    {
        // "Jan-Feb"
        if (text.AsSpan(start, end - start).IndexOf('-') is > 0 and var hyphen
            && KindOf(text, start, start + hyphen) is LocatorTokenKind.Month)
        {
            return LocatorTokenKind.Month;
        }

        if (end - start > 12 || !Markers.TryGetValue(text[start..end], out var kind))
        {
            return LocatorTokenKind.Other;
        }

        // "May" and "No" are words too, "s" and "t" letters: what marks a number stands before it, one letter with a period.
        var next = end;
        var hasPeriod = next < text.Length && text[next] == '.';
        next += hasPeriod ? 1 : 0;
        next += next < text.Length && text[next] is ' ' or ':' ? 1 : 0;
        next += next < text.Length && text[next] == ' ' ? 1 : 0;
        var marksNumber = next < text.Length
            && (char.IsDigit(text[next])
            || (char.IsLetter(text[next]) && next + 1 < text.Length
            && (char.IsDigit(text[next + 1]) || kind is LocatorTokenKind.Pages or LocatorTokenKind.Supplement)));
        return kind switch
        {
            LocatorTokenKind.Supplement => char.IsUpper(text[start]) || marksNumber
                || (start > 0 && text[start - 1] == '(') ? kind : LocatorTokenKind.Other,
            LocatorTokenKind.Month => char.IsUpper(text[start]) || char.IsLower(text[start])
                && end - start > 4 ? kind : LocatorTokenKind.Other,
            LocatorTokenKind.Pages when marksNumber
                && text.AsSpan(start, end - start) is "Article" or "article" or "Art" or "art" or "Paper" => kind,
            _ => marksNumber && (end - start > 1 || hasPeriod || !char.IsLetter(text[start])
                || (text[start] is 'p' or 'S' && char.IsDigit(text[next]))) ? kind : LocatorTokenKind.Other,
        };
    }

    [GeneratedRegex(
        @"\G(?:(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]"
        + @"|(?:[A-Za-z]{1,4}-?)?[0-9]{1,9}(?:[.][A-Za-z]{0,2}[0-9]{1,6})?[A-Za-z]{0,2}(?:/[0-9]{1,5})?(?:\s?["
        + Characters.DashClass + @"]\s?(?:[A-Za-z]{0,3}[0-9]{1,9}(?:[.][A-Za-z]{0,2}[0-9]{1,6})?[A-Za-z]?))?"
        + @"|[ivxlc]{1,7}\s?[" + Characters.DashClass + @"]\s?[ivxlc]{1,7}"
        + @"|[A-Z]{1,3}[" + Characters.DashClass + @"][A-Z]{1,3}(?=[.,;]|$))(?![\p{L}\p{M}\p{Nd}])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
