using ArticleApi.Documents.Importing.Lines;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Importing.PlainText;

/// <summary>Reads an article that was pasted as plain text: no markup, only lines.</summary>
internal sealed class PlainTextImporter : IArticleImporter
{
    public string Format => "text";

    public IReadOnlyList<string> MediaTypes => ["text/plain"];

    public IReadOnlyList<string> Extensions => [".txt", ".text"];

    public ImportDraft Read(ImportInput input, CancellationToken cancel = default)
    {
        var notes = new List<ImportNote>();
        var all = TextLine.Of(input.Text, cancel);
        if (all.Count > ImportLimits.MaxLines)
        {
            return new ImportDraft { Notes = [ImportLimits.TooMany("lines", ImportLimits.MaxLines)] };
        }

        var printed = PlainTextBoilerplate.Without(all, notes, cancel);
        var layout = TextLayout.Of(printed, cancel);
        var words = WrittenWords.Of(printed, cancel);
        var lines = Unwrapped(printed, layout, words, notes, cancel);
        var references = ReferenceList.Find(lines, notes, cancel);
        var head = PlainTextHead.Read(lines, references.Start, words, layout.IsWrapped);
        var body = new PlainTextBody(lines, layout.IsWrapped, notes, cancel);
        body.Read(head.End, references.Start);
        var (tail, after) = Tail(lines, references, notes);
        body.Read(references.End, tail);
        body.Read(after, lines.Count);
        return new ImportDraft
        {
            Category = head.Category,
            Title = head.Title,
            Subtitle = head.Subtitle,
            Authors = head.Authors,
            ReviewedBy = head.ReviewedBy,
            PublishedOn = head.PublishedOn,
            Source = new ArticleSource { Url = head.Url },
            KeyPoints = body.KeyPoints,
            Sections = body.Sections(),
            References = references.Entries,
            Words = Words(all, printed, lines),
            Notes = [.. head.Notes.Concat(notes).OrderBy(note => note.Line)],
        };
    }

    /// <summary>The words as they were written, before lines divided them, and those of the lines that were left out before.</summary>
    private static SourceWords Words(List<TextLine> all, List<TextLine> printed, List<TextLine> unwrapped)
    {
        var kept = printed.Select(line => line.Number).ToHashSet();
        var words = new SourceWords(all.Sum(line => line.Text.Length));
        foreach (var line in all.Where(line => !kept.Contains(line.Number)).Concat(unwrapped))
        {
            words.Add(line.Text);
            words.End();
        }

        return words;
    }

    /// <summary>The lines of the head as they are, and a line for each heading, paragraph and entry below it.</summary>
    private static List<TextLine> Unwrapped(
        List<TextLine> lines, TextLayout layout, WrittenWords words, List<ImportNote> notes, CancellationToken cancel)
    {
        var wrap = new LineWrap(lines, layout, words, cancel);
        var references = new WrappedReferences(lines, layout, words, notes, cancel);
        var start = layout.IsWrapped ? PlainTextHead.PrintedEnd(lines, layout) : 0;
        var unwrapped = lines.GetRange(0, start);
        for (var i = start; i < lines.Count;)
        {
            var end = i;
            while (end < lines.Count && !references.StartsAt(end))
            {
                end++;
            }

            unwrapped.AddRange(wrap.Unwrap(i, end));
            if (end == lines.Count)
            {
                break;
            }

            unwrapped.Add(lines[end]);
            i = references.EndOf(end);
            unwrapped.AddRange(
                layout.IsWrapped || references.IsBroken(end + 1, i) ? references.Join(end + 1, i) : wrap.Unwrap(end + 1, i));
        }

        return unwrapped;
    }

    /// <summary>
    /// The lines behind the references that are about the author or belong to the page, "Comments", up to a heading that articles have:
    /// from where and to where.
    /// </summary>
    private static (int Start, int End) Tail(List<TextLine> lines, ReferenceList references, List<ImportNote> notes)
    {
        var start = references.Entries.Count == 0
            ? -1
            : lines.FindIndex(references.End, line => BoilerplateHeadings.EndsReferences(line.Text));
        if (start < 0)
        {
            return (lines.Count, lines.Count);
        }

        var next = lines.FindIndex(
            start + 1, line => HeadingNames.IsCommon(line.Text) || (HeadingForm.IsNumbered(line.Text) && HeadingForm.Has(line.Text)));
        var end = next < 0 || BoilerplateHeadings.EndsArticle(lines[start].Text) ? lines.Count : next;
        notes.Add(ImportNote.Warning(
            "unplaced-line",
            $"The lines {lines[start].Number} to {lines[end - 1].Number}, from {ImportNote.Quote(lines[start].Text)} on, stand behind the "
            + "references, are no part of the article and are left out.",
            lines[start].Number)
            .LeavingOut(string.Join(' ', lines.GetRange(start, end - start).Select(line => line.Text))));
        return (start, end);
    }
}
