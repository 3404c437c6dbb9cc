using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.References;

/// <summary>
/// Finds the volume, issue and pages of a reference, "2021;13(11):4158". Runs of numbers, markers ("vol.", "no.", "pp."), months and
/// punctuation are scored, and the best run is taken. Their order does not matter, since every style has its own.
/// </summary>
internal static partial class LocatorParser
{
    private static readonly SearchValues<char> Dashes = SearchValues.Create(Characters.Dashes);
    private static readonly SearchValues<char> Signs = SearchValues.Create(".;()");

    /// <summary>The locator of a text that holds a title, a container or both before it, or null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where to look from.</param>
    /// <param name="year">The year that the head of the reference gives, if it does.</param>
    public static Locator? Find(string text, int from, int? year)
    {
        Locator? best = null;
        var run = new List<LocatorToken>();
        var before = default(LocatorToken);
        foreach (var token in LocatorTokenizer.Tokens(text, from))
        {
            if (token.Kind is not LocatorTokenKind.Other)
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

    private static Locator? Better(Locator? best, Locator? next) => next is not null
        && (best is null || next.Score >= best.Score) ? next : best;

    private static Locator? Read(string text, List<LocatorToken> run, LocatorToken before, LocatorToken after, int? headYear)
    {
        var first = 0;
        while (first < run.Count && run[first].Kind is LocatorTokenKind.Sign && text[run[first].Start] is not ('(' or '['))
        {
            first++;
        }

        var last = run.Count - 1;
        while (last >= first && run[last].Kind is LocatorTokenKind.Sign && text[run[last].Start] is not (')' or ']'))
        {
            last--;
        }

        if (!run.Exists(token => token.Kind is LocatorTokenKind.Number))
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

    private static List<Item> Items(string text, List<LocatorToken> run, int first, int last)
    {
        var items = new List<Item>();
        var marker = LocatorTokenKind.Other;
        var markerStart = 0;
        var depth = 0;
        var sign = first > 0 ? text[run[first - 1].Start] : ' ';
        for (var i = first; i <= last; i++)
        {
            var token = run[i];
            switch (token.Kind)
            {
                case LocatorTokenKind.Sign:
                    sign = text[token.Start];
                    depth += sign is '(' or '[' ? 1 : sign is ')' or ']' && depth > 0 ? -1 : 0;
                    break;
                case LocatorTokenKind.Month:
                    if (items.Count > 0 && items[^1].Text.Length == 4)
                    {
                        items[^1] = items[^1] with { HasMonth = true };
                    }

                    marker = LocatorTokenKind.Month;
                    sign = ' ';
                    break;
                case LocatorTokenKind.Number:
                    var value = text[token.Start..token.End];
                    var isDay = items.Count > 0 && items[^1].HasMonth && value.Length <= 2 && marker is LocatorTokenKind.Month
                        && sign is not (';' or ':' or ',');
                    var isDayBeforeYear = marker is LocatorTokenKind.Month && value.Length <= 2 && !isDay && sign is ' ' or '.';
                    if (marker is LocatorTokenKind.Supplement)
                    {
                        // "(1 Pt 2)"
                        var goesOn = depth > 0 && sign is ' ' && items.Count > 0 && items[^1] is { InBrackets: true, Next: ' ' };
                        var supplement = text[markerStart..token.End];
                        if (goesOn)
                        {
                            supplement = $"{items[^1].Text} {supplement}";
                            items.RemoveAt(items.Count - 1);
                        }

                        items.Add(new Item(supplement, LocatorTokenKind.Issue, depth > 0, sign, false));
                    }
                    else if (GluedPages().Match(value) is { Success: true } glued)
                    {
                        items.Add(new Item(value[glued.Length..], LocatorTokenKind.Pages, depth > 0, sign, false));
                    }
                    else if (!isDay && !isDayBeforeYear && !(value.Length <= 2 && i < last && run[i + 1].Kind is LocatorTokenKind.Month))
                    {
                        var isAfterMonth = marker is LocatorTokenKind.Month;
                        items.Add(new Item(value, isAfterMonth ? LocatorTokenKind.Other : marker, depth > 0, sign, isAfterMonth));
                    }

                    marker = isDayBeforeYear ? LocatorTokenKind.Month : LocatorTokenKind.Other;
                    sign = ' ';
                    break;
                case LocatorTokenKind.Supplement:
                    if (i == last || run[i + 1].Kind is LocatorTokenKind.Sign && text[run[i + 1].Start] != '.')
                    {
                        items.Add(new Item(text[token.Start..token.End], LocatorTokenKind.Issue, depth > 0, sign, false));
                        marker = LocatorTokenKind.Other;
                        sign = ' ';
                        break;
                    }

                    (marker, markerStart) = (LocatorTokenKind.Supplement, token.Start);
                    break;
                default:
                    marker = marker is LocatorTokenKind.Pages ? marker : token.Kind;
                    break;
            }

            if (items.Count > 0 && token.Kind is LocatorTokenKind.Sign && items[^1].Next == ' ')
            {
                items[^1] = items[^1] with { Next = sign };
            }
        }

        return items;
    }

    private static int? TakeYear(List<Item> items, int? headYear)
    {
        var at = -1;
        for (var i = 0; i < items.Count && at < 0; i++)
        {
            var item = items[i];
            if (item.Year is { } year && item.Marker is LocatorTokenKind.Other
                && (item.HasMonth || item.IsDay || item.Next == ';'
                || (item.InBrackets && (headYear is null || headYear == year || items.Count > 2))))
            {
                at = i;
            }
        }

        // "1791, 467–473, 2009": what stands behind the pages is the year.
        var isLast = items.Count > 2 && items[^1] is { Year: not null, Marker: LocatorTokenKind.Other }
            && items.FindIndex(1, items.Count - 2, item => item.IsRange || item.Marker is LocatorTokenKind.Pages) >= 0;
        if (at < 0 && !isLast && items[0] is { Year: { } firstYear, Marker: LocatorTokenKind.Other }
            && (headYear is null ? items.Count > 1 || !items[0].InBrackets : headYear == firstYear))
        {
            at = 0;
        }

        if (at < 0 && items[^1] is { Year: { } lastYear, Marker: LocatorTokenKind.Other } && (headYear is null || headYear == lastYear))
        {
            at = items.Count - 1;
        }

        if (at < 0 && headYear is null
            && items is [_, { Year: not null }, _] && items.TrueForAll(item => item.Marker is LocatorTokenKind.Other))
        {
            at = 1;
        }

        if (at < 0 && headYear is null && items.Exists(item => item.Marker is not LocatorTokenKind.Other))
        {
            at = items.FindIndex(item => item.Year is not null && item.Marker is LocatorTokenKind.Other);
        }

        if (at < 0)
        {
            return null;
        }

        var found = items[at].Year;
        items.RemoveAt(at);
        items.RemoveAll(item => item.IsDay);
        items.RemoveAll(item => item.Year == found && item.Marker is LocatorTokenKind.Other && (item.InBrackets || item.HasMonth));
        return found;
    }

    private static Locator Assign(List<Item> items)
    {
        var locator = new Locator(0, 0, 0);
        var free = new List<Item>();
        foreach (var item in items)
        {
            if (item.Marker is LocatorTokenKind.Volume)
            {
                locator = locator with { Volume = locator.Volume ?? item.Text };
            }
            else if (item.Marker is LocatorTokenKind.Issue)
            {
                locator = locator with { Issue = locator.Issue is null ? item.Text : locator.Issue };
            }
            else if (item.Marker is LocatorTokenKind.Pages)
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
        if (locator.Volume is null && free.Count > 0
            && (free.Count > 1 || !IsPages(free[0]) || locator.Pages is not null || locator.Issue is not null))
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
        return locator is { Issue: null, Pages: not null, Volume: not null } && VolumePointIssue().IsMatch(locator.Volume)
            && locator.Volume.IndexOf('.') is var point
            ? locator with { Volume = locator.Volume[..point], Issue = locator.Volume[(point + 1)..] }
            : locator;
    }

    private static bool IsPages(Item item)
    {
        var text = item.Text;
        var dash = text.AsSpan().IndexOfAny(Dashes);
        return item.Before == ':' || char.IsLetter(text[0]) || (dash < 0 && text.Length >= 6)
            || (dash > 0 && (dash >= 3 || item.Before != ';'));
    }

    private static int Score(string text, Locator locator, List<Item> items, LocatorToken before, LocatorToken after, int? headYear)
    {
        var isAtEnd = after.End == 0;
        var hasMarker = items.Exists(item => item.Marker is not LocatorTokenKind.Other);
        var score = (locator.Volume is not null ? 3 : 0) + (locator.Issue is not null ? 2 : 0) + (locator.Pages is not null ? 4 : 0)
            + (hasMarker ? 3 : 0) + (locator.Year is not null && locator.HasVolumeOrPages ? 4 : 0);
        if (score == 0)
        {
            return locator.Year is null || headYear is not null ? 0 : 1;
        }

        // "aged 18–65 years" is a part of a sentence; a container is no word in lower case, and what follows the pages starts anew.
        var opensBehindWord = before.End > 0 && char.IsLower(text[before.Start])
            && text.AsSpan(before.End, locator.Start - before.End).IndexOfAny(',', '.', ':') < 0;
        var goesOn = !isAtEnd && char.IsLower(text[after.Start]) && text.AsSpan(after.Start, after.End - after.Start) is not "in"
            && text.AsSpan(locator.End, after.Start - locator.End).IndexOfAny(Signs) < 0;
        var isSingle = items.Count == 1 && !hasMarker && locator.Year is null;
        score -= opensBehindWord && !hasMarker ? 6 : 0;
        score -= goesOn ? 6 : 0;
        var isApart = isSingle && items[0].IsRange && locator.Start > 1
            && text.AsSpan(0, locator.Start).TrimEnd()[^1] is ',' or ':' or ')' && !isAtEnd
            && text.AsSpan(locator.End, after.Start - locator.End).IndexOfAny(Signs) >= 0;
        var isBeforeImprint = isSingle && items[0].IsRange && Imprint().IsMatch(text.AsSpan(locator.End));
        score -= isSingle && !isAtEnd && !isApart && !isBeforeImprint ? 4 : 0;
        score -= before.End == 0 ? 3 : 0;

        // "ISO 9001:2015. Title"
        score -= !isAtEnd && !hasMarker && before.Start == 0 ? 8 : 0;
        return score + (isAtEnd ? 2 : 0);
    }

    [GeneratedRegex(@"^[0-9]{1,4}\.[0-9]{1,5}$", RegexOptions.CultureInvariant)]
    private static partial Regex VolumePointIssue();

    // "229–256 (Harbour Press, 1994)"
    [GeneratedRegex(@"^\s\([^()]{2,80},\s(?:1[5-9]|20)\d\d\)\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Imprint();

    [GeneratedRegex(@"^pp?(?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex GluedPages();

    private sealed record Item(string Text, LocatorTokenKind Marker, bool InBrackets, char Before, bool HasMonth, char Next = ' ')
    {
        // 2020-05-04
        public bool IsDay => Text.Length is 10 && Text[4] is '-' && Text[7] is '-';

        public bool IsRange => Text.AsSpan().IndexOfAny(Dashes) > 0;

        public int? Year =>
            (Text.Length is 4 || (Text.Length is 5 && char.IsAsciiLetterLower(Text[4])) || IsDay)
                && !Text.AsSpan(0, 4).ContainsAnyExceptInRange('0', '9')
            && int.Parse(Text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture) is >= 1500 and <= 2099 and var year
                ? year
                : null;
    }
}
