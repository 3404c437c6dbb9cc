using System.Buffers;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Importing.Lines;

namespace ArticleApi.Documents.Importing.PlainText;

/// <summary>
/// Tells the headings of a text whose lines were broken at a width: short lines between whole sentences, with a paragraph below them.
/// The first line of a paragraph is none, nor is a cell of a table.
/// </summary>
internal sealed partial class WrappedHeadings(List<TextLine> lines, TextLayout layout, CancellationToken cancel)
{
    private const int MaxInRow = 2;
    private const int MaxPlain = 75;
    private const int MaxNamed = 95;
    private const int MaxSecondLine = 70;
    private const int MinLetters = 3;
    private const int MaxCommas = 3;

    private static readonly SearchValues<char> ValueSigns = SearchValues.Create("<>%±≤≥→");

    private readonly Dictionary<int, int> spans = [];
    private int lastNumber;

    /// <summary>The headings between two indexes: the index of the first line of each, and how many lines it takes.</summary>
    public Dictionary<int, int> Find(int start, int end)
    {
        var run = new List<int>();
        for (var i = start; i < end;)
        {
            cancel.ThrowIfCancellationRequested();
            var sure = IsNumbered(i, end) || IsNamed(i, end) || lines[i].IsUnderlined;
            var span = sure ? Span(i, end) : IsPlain(i, end) ? PlainSpan(i, end) : 0;
            if (span == 0)
            {
                // A few short lines above a paragraph are headings; more are a list or a table.
                Keep(run, layout.IsFull(i) || lines[i].EndsSentence || Bullets.IsBullet(lines[i].Text));
                i++;
                continue;
            }

            if (sure)
            {
                Keep(run, true);
                spans[i] = span;
            }
            else
            {
                run.Add(i);
                spans[i] = span;
            }

            i += span;
        }

        Keep(run, false);
        return spans;
    }

    private void Keep(List<int> run, bool standsAboveText)
    {
        if (!standsAboveText || run.Count > MaxInRow)
        {
            run.ForEach(at => spans.Remove(at));
        }

        run.Clear();
    }

    // Below a sentence that goes on there stands no heading, but for one that all articles have.
    private bool IsApart(int at) =>
        at == 0 || lines[at].AfterBlank || lines[at - 1].EndsSentence || lines[at - 1].IsUnderlined || spans.ContainsKey(at - 1)
        || (lines[at].AfterPage && !layout.IsFull(at - 1));

    // "What naps are for" may stand alone between blank lines.
    private bool IsOpen(int at, int end) =>
        OpenLine.Is(lines[at].Text)
        && !(StandsAlone(at, end) && char.IsLetter(lines[at].Text[^1]));

    private bool StandsAlone(int at, int end) =>
        lines[at].AfterBlank && at + 1 < end && lines[at + 1] is { AfterBlank: true, AfterPage: false };

    private bool GoesOn(int at, int end) => at + 1 < end && !lines[at + 1].AfterBlank && char.IsLower(lines[at + 1].Text[0]);

    private bool IsNamed(int at, int end) =>
        (HeadingNames.IsCommon(lines[at].Text) || HeadingNames.IsReferences(lines[at].Text))
        && !char.IsLower(lines[at].Text[0])
        && layout.IsWithin(at, MaxNamed)
        && !GoesOn(at, end)
        && (IsApart(at) || !layout.IsFull(at - 1) || at + 1 == end || !char.IsLower(lines[at + 1].Text[0]));

    private bool IsNumbered(int at, int end)
    {
        var text = lines[at].Text;
        if (Number().Match(text) is not { Success: true } number || !IsApart(at) || !layout.IsWithin(at, MaxNamed)
            || !HeadingForm.Has(text[number.Length..]) || (IsOpen(at, end) && Span(at, end) < 2) || (GoesOn(at, end) && Span(at, end) < 2)
            || (text.Length < MaxSecondLine && IsTableRow(text))
            || text.AsSpan(number.Length).Count(',') > 1)
        {
            return false;
        }

        // "1 Introduction": a bare number counts on.
        var isBare = number.Groups["bare"].Success;
        if (!int.TryParse(number.Groups["first"].Value, out var first))
        {
            return true;
        }

        if (isBare && first != lastNumber + 1)
        {
            return false;
        }

        lastNumber = first >= lastNumber && first <= lastNumber + 2 ? first : lastNumber;
        return true;
    }

    private bool IsPlain(int at, int end)
    {
        var text = lines[at].Text;
        return IsApart(at)
            && HeadingForm.Has(text)
            && !GoesOn(at, end)
            && !char.IsAsciiDigit(text[0])
            && (layout.IsWithin(at, MaxPlain) || StandsAlone(at, end))
            && text.AsSpan().Count(',') < MaxCommas
            && !(IsOpen(at, end) && PlainSpan(at, end) < 2)
            && !lines[at].HasColumns
            && !IsTableRow(text)
            && !Keyed().IsMatch(text)
            && text.Count(char.IsLetter) >= MinLetters
            && at + 1 < end;
    }

    // "95% CI 0.2", "Men 12 14", "p < 0.05"
    private static bool IsTableRow(string text)
    {
        var (digits, letters) = (0, 0);
        foreach (var c in text)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return digits * 3 > letters || text.AsSpan().ContainsAny(ValueSigns) || Value().IsMatch(text);
    }

    /// <summary>How many lines a heading takes: two where the first cannot end there, or the second goes on in small letters.</summary>
    private int Span(int at, int end) => HasSecondLine(at, end) ? 2 : 1;

    private int PlainSpan(int at, int end) =>
        lines[at].AfterBlank && at + 2 < end && lines[at + 2].AfterBlank && HasSecondLine(at, end) ? 2 : 1;

    private bool HasSecondLine(int at, int end) =>
        at + 2 < end
        && !lines[at + 1].AfterBlank
        && (OpenLine.Is(lines[at].Text) || char.IsLower(lines[at + 1].Text[0]) || (!layout.EndsShort(at) && layout.IsFull(at + 2)))
        && layout.IsWithin(at + 1, MaxSecondLine)
        && !lines[at + 1].EndsSentence
        && lines[at + 1].Text[^1] is not (',' or ';')
        && !OpenLine.Is(lines[at + 1].Text)
        && (lines[at + 2].AfterBlank || !char.IsLower(lines[at + 2].Text[0]))
        && !IsTableRow(lines[at + 1].Text);

    // "2.", "2.1", "2.1.", "IV.", "2"; a year or a decimal is none.
    [GeneratedRegex(
        @"^(?:(?<first>[0-9]{1,2})(?:\.[0-9]{1,2}){0,4}[.)]\s|(?<first>[0-9]{1,2})(?:\.[0-9]{1,2}){1,4}\s|(?<bare>(?<first>[0-9]{1,2}))\s"
        + @"|[IVX]{1,5}\.\s|[A-H]\.[0-9]{0,2}\s)(?=[\p{Lu}0-9“""¿])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    // "E-mail: a@b.org", "Received: 3 May", "Keywords: x"
    [GeneratedRegex(@"^[\p{Lu}][\p{L} -]{2,30}:\s\S", RegexOptions.CultureInvariant)]
    private static partial Regex Keyed();

    [GeneratedRegex(@"(?:^|\s)[−–-]?[0-9]{1,4}[.,][0-9]{1,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Value();
}
