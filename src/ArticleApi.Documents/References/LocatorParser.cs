using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.References;

/// <summary>
/// Finds the locator of a reference: the longest runs of numbers, their markers ("vol.", "no.", "pp."), months and punctuation are read, and the
/// one that looks most like a place in a volume is taken. No order is asked for, since every style has its own.
/// </summary>
internal static partial class LocatorReader
{
    private static readonly SearchValues<char> Dashes = SearchValues.Create(Characters.Dashes);
    private static readonly SearchValues<char> Signs = SearchValues.Create(".;()");

    private static readonly FrozenDictionary<string, TokenKind> Markers = new (TokenKind Kind, string Words)[]
    {
        (TokenKind.Volume, "vol vols volume volumes v bd band jg jahrgang jrg roč ročník rocz cilt évf deel т том vól tome tom t"),
        (TokenKind.Issue, "no nos number issue iss is nr n n° nº № heft h num núm númer fasc č číslo sayı szám nro вып"),
        (TokenKind.Pages, "pp p pages page pg pgs s ss seite seiten с стр str pág págs pag art article artikel paper id elocation locator"),
        (TokenKind.Supplement, "suppl supplement supplements supp sup suppl_1 suppl_2 special spec pt part parts"),
        (TokenKind.Month, English.MonthAbbreviations + " " + English.MonthNames + " spring summer "
            + "autumn fall winter januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre enero febrero "
            + "marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    }
        .SelectMany(row => WordSet.Of(row.Words).Select(word => KeyValuePair.Create(word, row.Kind)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private enum TokenKind
    {
        Other,
        Number,
        Volume,
        Issue,
        Pages,
        Supplement,
        Month,
        Sign,
    }

    /// <summary>The locator of a text that holds a title, a container or both before it, or null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where to look from.</param>
    /// <param name="year">The year that the head of the reference gives, if it does.</param>
    public static Locator? Find(string text, int from, int? year)
    {
        Locator? best = null;
        var run = new List<Token>();
        var before = default(Token);
        foreach (var token in Tokens(text, from))
        {
            if (token.Kind is not TokenKind.Other)
            {
                run.Add(token);
                continue;
            }

            best = Better(best, Read(text, run, before, token, year));
            run.Clear();
            before = token;
        }

        return Better(best, Read(text, run, before, default, year));
    }

    private static Locator? Better(Locator? best, Locator? next) => next is not null && (best is null || next.Score >= best.Score) ? next : best;

    private static IEnumerable<Token> Tokens(string text, int from)
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

            if (c is ',' or '.' or ';' or ':' or '(' or ')' or '[' or ']' or '/' or '+' || Characters.IsDash(c))
            {
                yield return new Token(TokenKind.Sign, at, at + 1);
                at++;
                continue;
            }

            var match = Number().Match(text, at);
            if (match.Success)
            {
                yield return new Token(TokenKind.Number, at, at + match.Length);
                at += match.Length;
                continue;
            }

            var end = at + 1;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '°' or 'º' or '_' || Characters.IsApostrophe(text[end])
                   || (Characters.IsHyphen(text[end]) && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]))))
            {
                end++;
            }

            yield return new Token(KindOf(text, at, end), at, end);
            at = end;
        }
    }

    private static TokenKind KindOf(string text, int start, int end)
    {
        // "Jan-Feb"
        if (text.AsSpan(start, end - start).IndexOf('-') is > 0 and var hyphen && KindOf(text, start, start + hyphen) is TokenKind.Month)
        {
            return TokenKind.Month;
        }

        if (end - start > 12 || !Markers.TryGetValue(text[start..end], out var kind))
        {
            return TokenKind.Other;
        }

        // "May" and "No" are words too, "s" and "t" letters: what marks a number stands before it, one letter with a period.
        var next = end;
        var hasPeriod = next < text.Length && text[next] == '.';
        next += hasPeriod ? 1 : 0;
        next += next < text.Length && text[next] is ' ' or ':' ? 1 : 0;
        next += next < text.Length && text[next] == ' ' ? 1 : 0;
        var marksNumber = next < text.Length && (char.IsDigit(text[next]) || (char.IsLetter(text[next]) && next + 1 < text.Length && (char.IsDigit(text[next + 1]) || kind is TokenKind.Pages or TokenKind.Supplement)));
        return kind switch
        {
            TokenKind.Supplement => char.IsUpper(text[start]) || marksNumber || (start > 0 && text[start - 1] == '(') ? kind : TokenKind.Other,
            TokenKind.Month => char.IsUpper(text[start]) || char.IsLower(text[start]) && end - start > 4 ? kind : TokenKind.Other,
            TokenKind.Pages when marksNumber && text.AsSpan(start, end - start) is "Article" or "article" or "Art" or "art" or "Paper" => kind,
            _ => marksNumber && (end - start > 1 || hasPeriod || !char.IsLetter(text[start]) || (text[start] is 'p' or 'S' && char.IsDigit(text[next]))) ? kind : TokenKind.Other,
        };
    }

    private static Locator? Read(string text, List<Token> run, Token before, Token after, int? headYear)
    {
        var first = 0;
        while (first < run.Count && run[first].Kind is TokenKind.Sign && text[run[first].Start] is not ('(' or '['))
        {
            first++;
        }

        var last = run.Count - 1;
        while (last >= first && run[last].Kind is TokenKind.Sign && text[run[last].Start] is not (')' or ']'))
        {
            last--;
        }

        if (!run.Exists(token => token.Kind is TokenKind.Number))
        {
            return null;
        }

        var items = Items(text, run, first, last);
        if (items.Count == 0)
        {
            return null;
        }

        var year = TakeYear(items, headYear);
        var locator = Assign(items) with { Start = run[first].Start, End = run[last].End, Year = year };
        return locator with { Score = Score(text, locator, items, before, after, headYear) };
    }

    private static List<Item> Items(string text, List<Token> run, int first, int last)
    {
        var items = new List<Item>();
        var marker = TokenKind.Other;
        var markerStart = 0;
        var depth = 0;
        var sign = first > 0 ? text[run[first - 1].Start] : ' ';
        for (var i = first; i <= last; i++)
        {
            var token = run[i];
            switch (token.Kind)
            {
                case TokenKind.Sign:
                    sign = text[token.Start];
                    depth += sign is '(' or '[' ? 1 : sign is ')' or ']' && depth > 0 ? -1 : 0;
                    break;
                case TokenKind.Month:
                    if (items.Count > 0 && items[^1].Text.Length == 4)
                    {
                        items[^1] = items[^1] with { HasMonth = true };
                    }

                    marker = TokenKind.Month;
                    sign = ' ';
                    break;
                case TokenKind.Number:
                    var value = text[token.Start..token.End];
                    var isDay = items.Count > 0 && items[^1].HasMonth && value.Length <= 2 && marker is TokenKind.Month && sign is not (';' or ':' or ',');
                    var isDayBeforeYear = marker is TokenKind.Month && value.Length <= 2 && !isDay && sign is ' ' or '.';
                    if (marker is TokenKind.Supplement)
                    {
                        // "(1 Pt 2)"
                        var goesOn = depth > 0 && sign is ' ' && items.Count > 0 && items[^1] is { InBrackets: true, Next: ' ' };
                        items.Add(new Item(goesOn ? $"{items[^1].Text} {text[markerStart..token.End]}" : text[markerStart..token.End], TokenKind.Issue, depth > 0, sign, false));
                        if (goesOn)
                        {
                            items.RemoveAt(items.Count - 2);
                        }
                    }
                    else if (GluedPages().Match(value) is { Success: true } glued)
                    {
                        items.Add(new Item(value[glued.Length..], TokenKind.Pages, depth > 0, sign, false));
                    }
                    else if (!isDay && !isDayBeforeYear && !(value.Length <= 2 && i < last && run[i + 1].Kind is TokenKind.Month))
                    {
                        items.Add(new Item(value, marker is TokenKind.Month ? TokenKind.Other : marker, depth > 0, sign, marker is TokenKind.Month));
                    }

                    marker = isDayBeforeYear ? TokenKind.Month : TokenKind.Other;
                    sign = ' ';
                    break;
                case TokenKind.Supplement:
                    if (i == last || run[i + 1].Kind is TokenKind.Sign && text[run[i + 1].Start] != '.')
                    {
                        items.Add(new Item(text[token.Start..token.End], TokenKind.Issue, depth > 0, sign, false));
                        marker = TokenKind.Other;
                        sign = ' ';
                        break;
                    }

                    (marker, markerStart) = (TokenKind.Supplement, token.Start);
                    break;
                default:
                    marker = marker is TokenKind.Pages ? marker : token.Kind;
                    break;
            }

            if (items.Count > 0 && token.Kind is TokenKind.Sign && items[^1].Next == ' ')
            {
                items[^1] = items[^1] with { Next = sign };
            }
        }

        return items;
    }

    private static int? TakeYear(List<Item> items, int? headYear)
    {
        var place = -1;
        for (var i = 0; i < items.Count && place < 0; i++)
        {
            var item = items[i];
            if (item.Year is { } year && item.Marker is TokenKind.Other && (item.HasMonth || item.IsDay || item.Next == ';' || (item.InBrackets && (headYear is null || headYear == year || items.Count > 2))))
            {
                place = i;
            }
        }

        // "1791, 467–473, 2009": what stands behind the pages is the year.
        var isLast = items.Count > 2 && items[^1] is { Year: not null, Marker: TokenKind.Other } && items.FindIndex(1, items.Count - 2, item => item.IsRange || item.Marker is TokenKind.Pages) >= 0;
        if (place < 0 && !isLast && items[0] is { Year: { } firstYear, Marker: TokenKind.Other } && (headYear is null ? items.Count > 1 || !items[0].InBrackets : headYear == firstYear))
        {
            place = 0;
        }

        if (place < 0 && items[^1] is { Year: { } lastYear, Marker: TokenKind.Other } && (headYear is null || headYear == lastYear))
        {
            place = items.Count - 1;
        }

        if (place < 0 && headYear is null && items is [{ Marker: TokenKind.Other }, { Year: not null, Marker: TokenKind.Other }, { Marker: TokenKind.Other }])
        {
            place = 1;
        }

        if (place < 0 && headYear is null && items.Exists(item => item.Marker is not TokenKind.Other))
        {
            place = items.FindIndex(item => item.Year is not null && item.Marker is TokenKind.Other);
        }

        if (place < 0)
        {
            return null;
        }

        var found = items[place].Year;
        items.RemoveAt(place);
        items.RemoveAll(item => item.IsDay);
        items.RemoveAll(item => item.Year == found && item.Marker is TokenKind.Other && (item.InBrackets || item.HasMonth));
        return found;
    }

    private static Locator Assign(List<Item> items)
    {
        var locator = new Locator(0, 0, 0);
        var free = new List<Item>();
        foreach (var item in items)
        {
            if (item.Marker is TokenKind.Volume)
            {
                locator = locator with { Volume = locator.Volume ?? item.Text };
            }
            else if (item.Marker is TokenKind.Issue)
            {
                locator = locator with { Issue = locator.Issue is null ? item.Text : locator.Issue };
            }
            else if (item.Marker is TokenKind.Pages)
            {
                locator = locator with { Pages = locator.Pages ?? item.Text };
            }
            else if (item.InBrackets && (free.Count > 0 || locator.Volume is not null) && locator.Issue is null)
            {
                locator = locator with { Issue = item.Text };
            }
            else
            {
                free.Add(item);
            }
        }

        // What no marker tells goes by order: volume, issue, pages.
        if (locator.Volume is null && free.Count > 0 && (free.Count > 1 || !IsPages(free[0]) || locator.Pages is not null || locator.Issue is not null))
        {
            locator = locator with { Volume = free[0].Text };
            free.RemoveAt(0);
        }

        if (locator.Issue is null && free.Count > (locator.Pages is null ? 1 : 0))
        {
            locator = locator with { Issue = free[0].Text };
            free.RemoveAt(0);
        }

        if (locator.Pages is null && free.Count > 0)
        {
            locator = locator with { Pages = free[0].Text };
        }

        // MLA and MHRA: "15.4 (2018): 12-19"
        return locator is { Issue: null, Pages: not null, Volume: not null } && VolumePointIssue().IsMatch(locator.Volume) && locator.Volume.IndexOf('.') is var point
            ? locator with { Volume = locator.Volume[..point], Issue = locator.Volume[(point + 1)..] }
            : locator;
    }

    private static bool IsPages(Item item)
    {
        var text = item.Text;
        var dash = text.AsSpan().IndexOfAny(Dashes);
        return item.Before == ':' || char.IsLetter(text[0]) || (dash < 0 && text.Length >= 6) || (dash > 0 && (dash >= 3 || item.Before != ';'));
    }

    private static int Score(string text, Locator locator, List<Item> items, Token before, Token after, int? headYear)
    {
        var isAtEnd = after.End == 0;
        var hasMarker = items.Exists(item => item.Marker is not TokenKind.Other);
        var score = (locator.Volume is not null ? 3 : 0) + (locator.Issue is not null ? 2 : 0) + (locator.Pages is not null ? 4 : 0)
            + (hasMarker ? 3 : 0) + (locator.Year is not null && locator.HasPlace ? 4 : 0);
        if (score == 0)
        {
            return locator.Year is null || headYear is not null ? 0 : 1;
        }

        // "aged 18–65 years" is a part of a sentence; a container is no word in lower case, and what follows the pages starts anew.
        var opensBehindWord = before.End > 0 && char.IsLower(text[before.Start]) && text.AsSpan(before.End, locator.Start - before.End).IndexOfAny(',', '.', ':') < 0;
        var goesOn = !isAtEnd && char.IsLower(text[after.Start]) && text.AsSpan(after.Start, after.End - after.Start) is not "in" && text.AsSpan(locator.End, after.Start - locator.End).IndexOfAny(Signs) < 0;
        var isSingle = items.Count == 1 && !hasMarker && locator.Year is null;
        score -= opensBehindWord && !hasMarker ? 6 : 0;
        score -= goesOn ? 6 : 0;
        var isApart = isSingle && items[0].IsRange && locator.Start > 1 && text.AsSpan(0, locator.Start).TrimEnd()[^1] is ',' or ':' or ')' && !isAtEnd
            && text.AsSpan(locator.End, after.Start - locator.End).IndexOfAny(Signs) >= 0;
        var isBeforeImprint = isSingle && items[0].IsRange && Imprint().IsMatch(text.AsSpan(locator.End));
        score -= isSingle && !isAtEnd && !isApart && !isBeforeImprint ? 4 : 0;
        score -= before.End == 0 ? 3 : 0;

        // "ISO 9001:2015. Title"
        score -= !isAtEnd && !hasMarker && before.Start == 0 ? 8 : 0;
        return score + (isAtEnd ? 2 : 0);
    }

    [GeneratedRegex(@"\G(?:(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]|(?:[A-Za-z]{1,4}-?)?[0-9]{1,9}(?:[.][A-Za-z]{0,2}[0-9]{1,6})?[A-Za-z]{0,2}(?:/[0-9]{1,5})?(?:\s?[" + Characters.DashClass + @"]\s?(?:[A-Za-z]{0,3}[0-9]{1,9}(?:[.][A-Za-z]{0,2}[0-9]{1,6})?[A-Za-z]?))?|[ivxlc]{1,7}\s?[" + Characters.DashClass + @"]\s?[ivxlc]{1,7}|[A-Z]{1,3}[" + Characters.DashClass + @"][A-Z]{1,3}(?=[.,;]|$))(?![\p{L}\p{M}\p{Nd}])", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^[0-9]{1,4}\.[0-9]{1,5}$", RegexOptions.CultureInvariant)]
    private static partial Regex VolumePointIssue();

    // "229–256 (Harbour Press, 1994)"
    [GeneratedRegex(@"^\s\([^()]{2,80},\s(?:1[5-9]|20)\d\d\)\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Imprint();

    [GeneratedRegex(@"^pp?(?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex GluedPages();

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Token(TokenKind Kind, int Start, int End);

    private sealed record Item(string Text, TokenKind Marker, bool InBrackets, char Before, bool HasMonth, char Next = ' ')
    {
        // 2020-05-04
        public bool IsDay => Text.Length is 10 && Text[4] is '-' && Text[7] is '-';

        public bool IsRange => Text.AsSpan().IndexOfAny(Dashes) > 0;

        public int? Year =>
            (Text.Length is 4 || (Text.Length is 5 && char.IsAsciiLetterLower(Text[4])) || IsDay) && !Text.AsSpan(0, 4).ContainsAnyExceptInRange('0', '9')
            && int.Parse(Text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture) is >= 1500 and <= 2099 and var year
                ? year
                : null;
    }
}
