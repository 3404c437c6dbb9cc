using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Importing.Lines;

namespace ArticleApi.Documents.Importing.PlainText;

/// <summary>
/// Takes out lines that belong to the page and not to the article: bars of links, running headers, page numbers. Captions and tables go
/// too, since they are no paragraphs. Each gives a note, but a line of mere signs, "-----", does not.
/// </summary>
internal static partial class PlainTextBoilerplate
{
    private const int MaxBar = 60;
    private const int MaxHeader = 160;
    private const int MinRepeats = 3;
    private const int MaxCell = 60;
    private const int MaxCaption = 20;
    private const int MaxHead = 10;

    private static readonly FrozenSet<string> Bars = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "menu", "home", "search", "log in", "login", "sign in", "sign up", "subscribe", "share", "tweet", "print", "email", "e-mail",
        "save", "listen", "facebook", "twitter", "linkedin", "pinterest", "reddit", "whatsapp", "instagram", "copy link",
        "share this article", "ad", "ads", "sponsored", "sponsored content", "advertising", "close", "loading", "loading...", "back to top",
        "next", "previous", "next article", "previous article", "accept", "accept all", "cookie settings", "read more", "continue reading",
        "show more", "see more", "view all", "download pdf", "pdf", "full text", "open access", "cite this article", "table of contents",
        "metrics", "bookmark", "follow", "skip to main content", "newsletter", "story continues below advertisement",
        "article continues below", "scroll to continue", "post comment", "reply", "donate", "buy now", "check for updates",
        "view full size");

    private static readonly SearchValues<char> RuleSigns = SearchValues.Create("=-_*~—–#·• ");

    /// <summary>The lines that belong to the article.</summary>
    public static List<TextLine> Without(List<TextLine> lines, List<ImportNote> notes, CancellationToken cancel)
    {
        var layout = TextLayout.Of(lines, cancel);
        var headers = RunningHeaders(lines, cancel);
        var list = lines.FindLastIndex(line => HeadingNames.IsReferences(line.Text));
        var kept = new List<TextLine>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var line = lines[i];
            if (IsRule(line.Text))
            {
                if (kept.Count > 0 && !line.AfterBlank && line.Text[0] is '=' or '-' && i > 0 && ReferenceEquals(kept[^1], lines[i - 1])
                    && HeadingForm.Has(kept[^1].Text))
                {
                    kept[^1] = kept[^1] with { IsUnderlined = true };
                }

                Skip(lines, kept, i, ofPage: false);
            }
            else if (headers.Contains(i) || PageOf().IsMatch(line.Text)
                || ((list < 0 || i < list) && IsPageNumber(line.Text) && !IsMarker(lines, i)))
            {
                notes.Add(ImportNote.Info(
                    "page-furniture",
                    $"{ImportNote.Quote(line.Text)} is the header, the footer or the number of a page and is left out.",
                    line.Number).LeavingOut(line.Text));
                Skip(lines, kept, i, ofPage: true);
            }
            else if (!(list >= 0 && i > list && BoilerplateHeadings.EndsArticle(line.Text))
                && (IsBar(line.Text) || (PageBoilerplate.Is(line.Text) && StandsAlone(lines, kept, i))))
            {
                notes.Add(ImportNote.Info(
                    "boilerplate",
                    $"{ImportNote.Quote(line.Text)} belongs to the page, not to the article, and is left out.",
                    line.Number).LeavingOut(line.Text));
                Skip(lines, kept, i, ofPage: false);
            }
            else if (i > 0 && Keywords().IsMatch(line.Text))
            {
                notes.Add(ImportNote.Info(
                    "lists-of-keywords-left-out", $"{ImportNote.Quote(line.Text)} has no field and is left out.", line.Number)
                    .LeavingOut(line.Text));
                Skip(lines, kept, i, ofPage: false);
            }
            else if ((list < 0 || i < list) && TableEnd(lines, layout, i) is var end && end > i)
            {
                var what = IsTable(line.Text) || line.HasColumns ? "a table" : "the caption of a figure";
                notes.Add(end == i + 1
                    ? ImportNote.Info(
                        "captions-left-out", $"{ImportNote.Quote(line.Text)} is {what}, not a paragraph, and is left out.", line.Number)
                        .LeavingOut(line.Text)
                    : ImportNote.Info(
                        IsFigure(line.Text) ? "captions-left-out" : "tables-left-out",
                        $"The lines {line.Number} to {lines[end - 1].Number}, from {ImportNote.Quote(line.Text)} "
                        + $"on, are {what} and are left out.",
                        line.Number)
                        .LeavingOut(string.Join(' ', lines.GetRange(i, end - i).Select(left => left.Text))));
                i = end - 1;
                Skip(lines, kept, i, ofPage: true);
            }
            else
            {
                kept.Add(line);
            }
        }

        return kept;
    }

    /// <summary>What a page break divides goes on behind it; what a line stood apart from still stands apart.</summary>
    private static void Skip(List<TextLine> lines, List<TextLine> kept, int at, bool ofPage)
    {
        if (at + 1 == lines.Count)
        {
            return;
        }

        var next = lines[at + 1];
        var goesOn = kept.Count > 0 && !kept[^1].EndsSentence && !kept[^1].IsUnderlined && kept[^1].Text.Length > MaxCell
            && char.IsLower(next.Text[0]);
        lines[at + 1] = next with
        {
            AfterBlank = !goesOn && (next.AfterBlank || lines[at].AfterBlank),
            AfterPage = next.AfterPage || ofPage,
        };
    }

    // Not a line of a broken paragraph.
    private static bool StandsAlone(List<TextLine> lines, List<TextLine> kept, int at) =>
        (lines[at].AfterBlank || kept.Count == 0 || kept[^1].EndsSentence || kept[^1].Text.Length <= MaxCell)
        && (at + 1 == lines.Count || lines[at + 1].AfterBlank || !char.IsLower(lines[at + 1].Text[0]));

    private static bool IsRule(string line) => line.Length > 2 && !line.AsSpan().ContainsAnyExcept(RuleSigns);

    private static bool IsBar(string line) =>
        line.Length <= MaxBar && (Bars.Contains(line.TrimEnd('.', ' ', '»', '›', '→')) || Counted().IsMatch(line)
            || line.Split(
                    ['|', '•', '·', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } parts
                && parts.All(Bars.Contains))
        || (line.Length <= 200 && Cookies().IsMatch(line));

    /// <summary>The lines that come back on every page, but for the number of the page.</summary>
    private static HashSet<int> RunningHeaders(List<TextLine> lines, CancellationToken cancel)
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            if (lines[i].Text.Length is > 5 and <= MaxHeader && lines[i].Text.Any(char.IsLetter))
            {
                var form = Form(lines[i].Text);
                if (!places.TryGetValue(form, out var same))
                {
                    places.Add(form, same = []);
                }

                same.Add(i);
            }
        }

        var headers = new HashSet<int>();
        foreach (var same in places.Values.Where(
            same => same.Count >= MinRepeats || (same.Count > 1 && same.TrueForAll(at => IsAtPageBreak(lines, at)))))
        {
            // A number rises from page to page, or the line is the same and pages lie between.
            var rises = RisingNumbers(lines, same);
            var isSame = same.TrueForAll(at => lines[at].Text == lines[same[0]].Text)
                && (!lines[same[0]].EndsSentence || (lines[same[0]].Text.Length <= MaxCell && IsAtPageBreak(lines, same[0])))
                && same.Zip(same.Skip(1)).All(pair => pair.Second - pair.First > 3)
                && (same.TrueForAll(at => lines[at].AfterBlank) || same.Count(at => IsAtPageBreak(lines, at)) * 2 > same.Count);
            if (rises)
            {
                headers.UnionWith(same);
            }
            else if (isSame)
            {
                // The first may be the title.
                headers.UnionWith(same.Where(at => at > same[0] || at > MaxHead || (at > 1 && IsAtPageBreak(lines, at))));
            }
        }

        return headers;
    }

    // A form feed or the bare number of a page is near.
    private static bool IsAtPageBreak(List<TextLine> lines, int at)
    {
        for (var i = Math.Max(0, at - 2); i <= Math.Min(lines.Count - 1, at + 2); i++)
        {
            if ((i >= at - 1 && i <= at + 1 && lines[i].AfterPage) || IsPageNumber(lines[i].Text))
            {
                return true;
            }
        }

        return false;
    }

    private static string Form(string text)
    {
        var form = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var shown = char.IsAsciiDigit(c) ? '#' : c;
            if (shown != '#' || form.Length == 0 || form[^1] != '#')
            {
                form.Append(shown);
            }
        }

        return form.ToString();
    }

    // The same but for one number at an end of the line, which rises; another number, "12, 345", or the word shows that it is that of a
    // page. "Experiment 1" is not.
    private static bool RisingNumbers(List<TextLine> lines, List<int> same)
    {
        var first = lines[same[0]];
        if (first.EndsSentence || ReferenceLabel.IsLabelled(first.Text) || HeadingForm.IsNumbered(first.Text) || IsFigure(first.Text)
            || IsTable(first.Text))
        {
            return false;
        }

        var numbers = same.Select(at => Number().Matches(lines[at].Text).ToArray()).ToList();
        var rising = -1;
        for (var column = 0; column < numbers[0].Length; column++)
        {
            var values = numbers
                .Select(
                    row => int.TryParse(row[column].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1)
                .ToList();
            if (values.TrueForAll(value => value == values[0]))
            {
                continue;
            }

            if (rising >= 0 || !values.Zip(values.Skip(1)).All(pair => pair.Second > pair.First))
            {
                return false;
            }

            rising = column;
        }

        if (rising < 0)
        {
            return false;
        }

        var at = numbers[0][rising];
        var isAtEnd = at.Index == 0
            || at.Index + at.Length == first.Text.Length
            || first.Text.AsSpan(at.Index + at.Length).StartsWith(" of ")
            || first.Text.AsSpan(at.Index + at.Length).StartsWith("/");
        return isAtEnd && (numbers[0].Length > 1 || first.Text.Contains("page", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsPageNumber(string line) => line.Length <= 12 && BarePage().IsMatch(line);

    // "[13]" below a line of text is a marker that the line had no room for.
    private static bool IsMarker(List<TextLine> lines, int at) => lines[at].Text[0] == '[' && !lines[at].AfterBlank;

    private static bool IsFigure(string line) => FigureCaption().IsMatch(line);

    private static bool IsTable(string line) => TableCaption().IsMatch(line);

    /// <summary>The index after a caption or a table that starts at an index; the same where none does.</summary>
    private static int TableEnd(List<TextLine> lines, TextLayout layout, int at)
    {
        if (IsFigure(lines[at].Text))
        {
            return CaptionEnd(lines, layout, at);
        }

        var isTable = IsTable(lines[at].Text);
        var end = at + (isTable ? 1 : 0);
        var rows = 0;
        while (end < lines.Count && lines[end].HasColumns && !lines[end].EndsSentence)
        {
            end++;
            rows++;
        }

        if (rows > 1 || (rows == 1 && isTable))
        {
            return end;
        }

        if (!isTable)
        {
            return at;
        }

        // Cells on lines of their own, up to the text; the last short line before it may be a heading.
        var caption = CaptionEnd(lines, layout, at);
        end = caption;
        while (end < lines.Count && lines[end].Text.Length <= MaxCell && !layout.IsFull(end) && !lines[end].EndsSentence
            && !HeadingNames.IsCommon(lines[end].Text)
            && !HeadingForm.IsNumbered(lines[end].Text)
            && !IsFigure(lines[end].Text) && !IsTable(lines[end].Text) && !lines[end].IsUnderlined)
        {
            end++;
        }

        var cells = end - caption;
        var isHeading = cells > 0 && end < lines.Count && HeadingForm.Has(lines[end - 1].Text);
        cells -= isHeading ? 1 : 0;
        return cells > 2 ? caption + cells : caption;
    }

    /// <summary>
    /// The index after a caption, whose lines may have been broken: at a blank line, or where the sentence before it goes on.
    /// </summary>
    private static int CaptionEnd(List<TextLine> lines, TextLayout layout, int at)
    {
        var end = at + 1;
        while (layout.IsWrapped && end < lines.Count && end - at < MaxCaption && !lines[end].AfterBlank
            && !(lines[end - 1].EndsSentence && (layout.EndsShort(end - 1) || char.IsLower(lines[end].Text[0]))))
        {
            end++;
        }

        return end;
    }

    [GeneratedRegex(
        @"^(?:key\s?words?(?: and phrases)?|index terms|schlüsselwörter|palabras clave|mots[- ]cl[eé]s)\s?[:—–]\s?\S",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Keywords();

    // "Page 3 of 9", "3 of 9"
    [GeneratedRegex(
        @"^(?:page|p\.|seite|página)\s?[0-9]{1,4}(?:\s?(?:of|/|von|de)\s?[0-9]{1,4})?$|^[0-9]{1,4}\s(?:of|/)\s[0-9]{1,4}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageOf();

    [GeneratedRegex(@"^[-–—|\[\s]{0,3}[0-9]{1,4}[-–—|\]\s]{0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex BarePage();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    // "12 comments", "5 min read", "3.4k shares"
    [GeneratedRegex(
        @"^[0-9][0-9.,]{0,8}[km]?\s(?:comments?|shares?|likes?|views?|responses|reads|claps|retweets|citations)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex(
        @"^(?:we|this (?:web)?site) uses? cookies\b|^by (?:continuing|using this site)[^.]{0,80}cookies\b|^accept (?:all )?cookies",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Cookies();

    // "Figure 1. Zinc", "Fig. 2: Zinc", "Figure 3 Zinc in mice"; "Figure 2 shows" and "Figure 2. shows" are text.
    [GeneratedRegex(
        @"^(?:supplementary\s|extended data\s|additional\s)?(?:figure|fig\.?|scheme|chart|plate|abbildung|abb\.?|figura|photo|image)"
        + @"\s?[0-9]{1,3}[a-z]?\s?(?:[.:|–—)]\s?(?!\p{Ll}{2,})|$|(?-i:(?=\p{Lu}\p{Ll}+(?:\s\p{Ll}{2,}){0,30}[^.]{0,200}$)))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FigureCaption();

    [GeneratedRegex(
        @"^(?:supplementary\s|extended data\s)?(?:table|tab\.|tabelle|tabla|tableau|tabella)\s?(?:[0-9]{1,3}[a-z]?|[IVX]{1,4})\s?"
        + @"(?:[.:|–—)]\s?(?!\p{Ll}{2,})|$|(?-i:(?=\p{Lu}\p{Ll}+(?:\s\p{Ll}{2,}){0,30}[^.]{0,200}$)))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TableCaption();
}
