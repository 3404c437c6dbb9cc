using System.Text.RegularExpressions;
using ArticleApi.Documents.Importing.Bibliographies;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>
/// Reads an article in Markdown: CommonMark with the footnotes, citations and front matter of Pandoc, GitHub, Jekyll, Hugo, Quarto and
/// MyST.
/// </summary>
internal sealed partial class MarkdownImporter : IArticleImporter
{
    public string Format => "markdown";

    public IReadOnlyList<string> MediaTypes => ["text/markdown", "text/x-markdown"];

    public IReadOnlyList<string> Extensions => [".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd"];

    public bool ReadsBibliographies => true;

    public IReadOnlyList<string> BibliographiesOf(ImportInput input) =>
    [
        .. MarkdownFrontMatter.Read(MarkdownSource.HeadOf(input.Text), []).Bibliographies
            .Select(node => node.Text)
            .Where(name => !string.IsNullOrEmpty(name))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal),
    ];

    public ImportDraft Read(ImportInput input, CancellationToken cancel = default)
    {
        var notes = new List<ImportNote>();
        var source = MarkdownSource.Of(input.Text, notes, cancel);
        if (source.Lines.Count > ImportLimits.MaxLines)
        {
            return new ImportDraft { Notes = [ImportLimits.TooMany("lines", ImportLimits.MaxLines)] };
        }

        var front = MarkdownFrontMatter.Read(source, notes);
        var bibliography = Bibliography.Read(input.Bibliographies, notes, cancel);
        if (front.Bibliographies is [var named, ..] && input.Bibliographies.Count == 0)
        {
            notes.Add(ImportNote.Warning(
                "bibliography-missing",
                $"The bibliography {ImportNote.Quote(named.Text ?? "")} did not come with the text. Over HTTP send it as the part "
                + "'bibliography' of a multipart/form-data request; on the command line give it by --bibliography.",
                named.Line));
        }

        var keys = new CitationKeys(bibliography, source.Aliases, notes);
        var works = new Works(keys, notes)
        {
            HasKeys = bibliography.Entries.Count > 0 || front.References.Count > 0 || front.Bibliographies.Count > 0
                || source.Aliases.Count > 0 || source.Lines.Any(line => KeyInBrackets().IsMatch(line)),
            And = front.Language is null || front.Language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "and" : "&",
        };
        var blocks = BlockReader.Read(source.Lines, source.Divs, 1, cancel);
        source.ForgetLines();

        foreach (var node in front.References)
        {
            if (CslEntry.Read(node, MarkdownInlineText.Of) is { } entry)
            {
                if (front.IsExport)
                {
                    works.AddFields(entry);
                }
                else
                {
                    works.Add(entry, []);
                }
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

        works.JoinFootnotes();
        var outline = Outline.Of(blocks, taken, front.Title);
        taken.Add(outline.TitleAt);
        var head = front.IsExport ? new MarkdownHead() : MarkdownHead.Read(blocks, taken, outline, notes);
        List<DraftText> keyPoints =
        [
            .. front.KeyPoints
                .Where(node => node.Text is { Length: > 0 })
                .Select(node => Paragraph(node.Text!, node.Line, source, works, notes)),
        ];
        var opening = front.Abstract is { } summary ? Abstract(summary, source, works, notes) : null;
        var body = new MarkdownBody(blocks, taken, outline, source, works, notes, cancel) { IsExport = front.IsExport };
        var sections = body.Read();
        works.AddUncited(front.Uncited);
        keys.TellUnused(works.HasLabel);
        return new ImportDraft
        {
            Category = front.Category ?? head.Category,
            Title = outline.Title,
            Subtitle = front.Subtitle ?? head.Subtitle,
            Language = front.Language,
            Authors = front.Authors.Count > 0 ? front.Authors : head.Authors,
            ReviewedBy = front.ReviewedBy.Count > 0 ? front.ReviewedBy : head.ReviewedBy,
            PublishedOn = front.PublishedOn ?? head.PublishedOn,
            Source = new ArticleSource { Publisher = front.Publisher, Url = front.Url, License = front.License },
            Slug = front.Slug,
            KeyPoints = [.. keyPoints, .. body.KeyPoints],
            Sections = opening is not null ? [opening, .. sections] : sections,
            Words = MarkdownWords.Of(input.Text),
            References = works.Entries,
            AreMarkersTold = front.IsExport,
            Notes = [.. notes.OrderBy(note => note.Line)],
        };
    }

    private static DraftSection Abstract(MetaNode node, MarkdownSource source, Works works, List<ImportNote> notes) => new(
        "Abstract",
        Section.TopLevel,
        [
            .. node.Text!.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(paragraph => Paragraph(paragraph, node.Line, source, works, notes)),
        ]);

    private static DraftText Paragraph(string text, int line, MarkdownSource source, Works works, List<ImportNote> notes) =>
        ParagraphReader.Read(InlineReader.Read(text, source.Links), works, notes, line);

    private static Piece FootnoteText(FootnoteDefinition footnote, MarkdownSource source, CancellationToken cancel)
    {
        var pieces = BlockReader.Read(footnote.Source, [], footnote.Line, cancel)
            .Where(block => block.Kind is BlockKind.Paragraph or BlockKind.Heading)
            .Select(block => Piece.Of(InlineReader.Read(block.Source, source.Links, cancel)))
            .ToList();
        return pieces.Count == 1 ? pieces[0] : new Piece(
            string.Join(' ', pieces.Select(piece => piece.Text)),
            [.. pieces.SelectMany(piece => piece.Links)],
            [],
            [.. pieces.SelectMany(piece => piece.Keys)],
            null)
        {
            Signs = [.. pieces.SelectMany(piece => piece.Signs)],
            HasProse = pieces.Exists(piece => piece.HasProse),
        };
    }

    // [see @key: the text cites by keys
    [GeneratedRegex(@"\[(?:[^\[\]@]{0,80}[ \-])?-?@[\p{L}\p{N}_{]", RegexOptions.CultureInvariant)]
    private static partial Regex KeyInBrackets();
}
