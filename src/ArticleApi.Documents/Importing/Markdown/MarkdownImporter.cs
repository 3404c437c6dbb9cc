using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>
/// Reads an article in Markdown: CommonMark with the footnotes, citations and front matter of Pandoc, GitHub, Jekyll, Hugo, Quarto and
/// MyST.
/// </summary>
internal sealed class MarkdownImporter : IArticleImporter
{
    public string Format => "markdown";

    public IReadOnlyList<string> MediaTypes => ["text/markdown", "text/x-markdown"];

    public IReadOnlyList<string> Extensions => [".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd"];

    public ImportDraft Read(ImportInput input, CancellationToken cancel = default)
    {
        var notes = new List<ImportNote>();
        var source = MarkdownSource.Of(input.Text, notes, cancel);
        if (source.Lines.Count > ImportLimits.MaxLines)
        {
            return new ImportDraft { Notes = [ImportLimits.TooMany("lines", ImportLimits.MaxLines)] };
        }

        var front = MarkdownFrontMatter.Read(source, notes);
        var blocks = BlockReader.Read(source.Lines, source.Divs, 1, cancel);
        source.ForgetLines();

        var works = new Works(notes);
        foreach (var node in front.References)
        {
            if (CslEntry.Read(node) is { } entry)
            {
                works.Add(entry, []);
            }
            else
            {
                notes.Add(ImportNote.Warning(
                    "unplaced-line", "This entry of the front matter has no id or names no work and is left out.", node.Line));
            }
        }

        var taken = front.IsExport ? [] : ReferenceSections.Read(blocks, source, works, notes, cancel);
        foreach (var footnote in source.Footnotes)
        {
            cancel.ThrowIfCancellationRequested();
            works.AddFootnote(footnote.Label, FootnoteText(footnote, source, cancel), footnote.Line, isReference: front.IsExport);
        }

        var outline = Outline.Of(blocks, taken, front.Title);
        taken.Add(outline.TitleAt);
        var head = front.IsExport ? new MarkdownHead() : MarkdownHead.Read(blocks, taken, outline, notes);
        var body = new MarkdownBody(blocks, taken, outline, source, works, notes, cancel) { IsExport = front.IsExport };
        var sections = body.Read();
        return new ImportDraft
        {
            Category = front.Category ?? head.Category,
            Title = outline.Title,
            Subtitle = front.Subtitle ?? head.Subtitle,
            Language = front.Language ?? "en",
            Authors = front.Authors.Count > 0 ? front.Authors : head.Authors,
            ReviewedBy = front.ReviewedBy.Count > 0 ? front.ReviewedBy : head.ReviewedBy,
            PublishedOn = front.PublishedOn ?? head.PublishedOn,
            Source = new ArticleSource { Publisher = front.Publisher, Url = front.Url, License = front.License },
            KeyPoints =
            [
                .. front.KeyPoints
                    .Where(node => node.Text is { Length: > 0 })
                    .Select(node => new DraftText(MarkdownInlineText.Of(node.Text!), node.Line)),
                .. body.KeyPoints,
            ],
            Sections = front.Abstract is { } summary ? [Abstract(summary), .. sections] : sections,
            Words = MarkdownWords.Of(input.Text),
            References = works.Entries,
            AreMarkersTold = front.IsExport,
            Notes = [.. notes.OrderBy(note => note.Line)],
        };
    }

    private static DraftSection Abstract(MetaNode node) => new(
        "Abstract",
        Section.TopLevel,
        [
            .. node.Text!.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(paragraph => new DraftText(MarkdownInlineText.Of(paragraph), node.Line)),
        ]);

    private static Piece FootnoteText(FootnoteDefinition footnote, MarkdownSource source, CancellationToken cancel)
    {
        var pieces = BlockReader.Read(footnote.Source, [], footnote.Line, cancel)
            .Where(block => block.Kind is BlockKind.Paragraph or BlockKind.Heading)
            .Select(block => Piece.Of(InlineReader.Read(block.Source, source.Links)))
            .ToList();
        return pieces.Count == 1 ? pieces[0] : new Piece(
            string.Join(' ', pieces.Select(piece => piece.Text)),
            [.. pieces.SelectMany(piece => piece.Links)],
            [],
            [.. pieces.SelectMany(piece => piece.Keys)],
            null);
    }
}
