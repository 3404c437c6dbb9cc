using System.Text.RegularExpressions;
using ArticleApi.Documents.Importing.Lines;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Importing.PlainText;

/// <summary>Reads the lines of the body into sections and key points.</summary>
internal sealed partial class PlainTextBody
{
    private readonly List<TextLine> lines;
    private readonly List<DraftSection> sections = [];
    private readonly bool isWrapped;
    private readonly List<ImportNote> notes;
    private readonly CancellationToken cancel;
    private List<DraftText> paragraphs = [];
    private string? heading;
    private int level = Section.TopLevel;

    /// <param name="lines">The lines, one for each heading and paragraph.</param>
    /// <param name="isWrapped">Whether the lines were broken at a width, so that they know which of them are headings.</param>
    /// <param name="notes">Gets what is left out.</param>
    /// <param name="cancel">Stops the reading.</param>
    public PlainTextBody(List<TextLine> lines, bool isWrapped, List<ImportNote> notes, CancellationToken cancel)
    {
        this.lines = lines;
        this.isWrapped = isWrapped;
        this.notes = notes;
        this.cancel = cancel;
    }

    public List<DraftText> KeyPoints { get; } = [];

    /// <summary>Reads the lines between two indexes as the next part of the body.</summary>
    public void Read(int start, int end)
    {
        var headings = isWrapped ? null : FindHeadings(start, end);
        for (var i = start; i < end; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var line = lines[i];
            if (PageBoilerplate.Is(line.Text))
            {
                notes.Add(ImportNote.Info(
                    "boilerplate",
                    $"{ImportNote.Quote(line.Text)} belongs to the page, not to the article, and is left out.",
                    line.Number).LeavingOut(line.Text));
            }
            else if (KeyPoints.Count == 0 && HeadingNames.IsKeyPoints(line.Text)
                && KeyPointList.End(lines, i, end, heading is null && paragraphs.Count == 0) is var after && after > i)
            {
                KeyPoints.AddRange(
                    lines.Take(new Range(i + 1, after)).Select(point => new DraftText(Bullets.WithoutBullet(point.Text), point.Number)));
                i = after - 1;
            }
            else if (headings?.Contains(i) ?? line.IsHeading)
            {
                EndSection();
                heading = line.Text;
                level = HeadingNames.LevelOf(line.Text);
            }
            else if (RunIn().Match(line.Text) is { Success: true } named && heading is null && sections.Count == 0)
            {
                EndSection();
                heading = named.Groups["name"].Value;
                level = Section.TopLevel;
                paragraphs.Add(new DraftText(line.Text[named.Length..], line.Number));
            }
            else
            {
                paragraphs.Add(new DraftText(Bullets.WithoutBullet(line.Text), line.Number));
            }
        }
    }

    public IReadOnlyList<DraftSection> Sections()
    {
        EndSection();
        return sections;
    }

    /// <summary>Whether a line opens with a heading, "Abstract: Zinc helps."</summary>
    public static bool IsRunIn(string line) => RunIn().IsMatch(line);

    [GeneratedRegex(
        @"^(?<name>Abstract|ABSTRACT|Summary|SUMMARY|Zusammenfassung|Resumen|Résumé|Resumo)\s?[:.—–]\s?(?=\S+\s\S)",
        RegexOptions.CultureInvariant)]
    private static partial Regex RunIn();

    private void EndSection()
    {
        if (heading is not null || paragraphs.Count > 0)
        {
            sections.Add(new DraftSection(heading, level, paragraphs));
        }

        paragraphs = [];
        heading = null;
    }

    /// <summary>Lines in the form of a heading that stand before text. Three and more in a row are a list or a table.</summary>
    private HashSet<int> FindHeadings(int start, int end)
    {
        var headings = new HashSet<int>();
        for (var i = start; i < end;)
        {
            cancel.ThrowIfCancellationRequested();
            var after = i;
            var plain = 0;
            while (after < end && HeadingForm.Has(lines[after].Text) && !PageBoilerplate.Is(lines[after].Text))
            {
                plain += lines[after].IsUnderlined || HeadingNames.IsCommon(lines[after].Text) || HeadingForm.IsNumbered(lines[after].Text)
                    ? 0
                    : 1;
                after++;
            }

            for (var k = i; k < after; k++)
            {
                var isSure = lines[k].IsUnderlined
                    || HeadingNames.IsCommon(lines[k].Text)
                    || (HeadingForm.IsNumbered(lines[k].Text) && after < end);
                if (isSure || (plain < 3 && after < end && !Bullets.IsBullet(lines[after].Text)))
                {
                    headings.Add(k);
                }
            }

            i = Math.Max(after, i + 1);
        }

        return headings;
    }
}
