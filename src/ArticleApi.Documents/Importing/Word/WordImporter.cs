namespace ArticleApi.Documents.Importing.Word;

/// <summary>
/// Reads documents of Word, Office Open XML (ISO/IEC 29500), as Word, LibreOffice, Google Docs and pandoc write them. The number of a
/// paragraph counts as its line.
/// </summary>
internal sealed class WordImporter : IArticleImporter
{
    public string Format => "word";

    public IReadOnlyList<string> MediaTypes =>
    [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.ms-word.document.macroEnabled.12",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
    ];

    public IReadOnlyList<string> Extensions => [".docx", ".docm", ".dotx", ".dotm"];

    public bool ReadsBytes => true;

    public ImportDraft Read(ImportInput input, CancellationToken cancel = default)
    {
        try
        {
            using var package = WordPackage.Open(input.Bytes, cancel);
            return Read(package, cancel);
        }
        catch (WordException refusal)
        {
            return new ImportDraft { Notes = [refusal.Note] };
        }
    }

    private static ImportDraft Read(WordPackage package, CancellationToken cancel)
    {
        var notes = new List<ImportNote>();
        var omissions = new Omissions();
        var document = WordDocument.Read(package, notes, omissions, cancel);
        var paragraphs = Body(document, omissions);
        var outline = WordOutline.Of(paragraphs);
        var list = WordReferenceList.Find(paragraphs, outline, notes, cancel);
        var head = WordHead.Read(document, paragraphs, outline, list.Taken, notes);
        var works = new WordWorks(list.Entries, document.Sources);
        var footnotes = new WordNotes(document, works, notes);
        var markers = new WordMarkers(document, works, footnotes);
        var body = new WordBody(paragraphs, outline, markers, notes, omissions);
        var sections = body.Read(list.Taken.Union(head.Taken).ToHashSet(), cancel);
        footnotes.CountRest(omissions);
        if (markers.AreTold && works.HasList)
        {
            sections =
            [
                .. sections.Select(section => section with
                {
                    Paragraphs = [.. section.Paragraphs.Select(paragraph => TypedMarkers.Add(paragraph, works))],
                }),
            ];
        }

        return new ImportDraft
        {
            Category = head.Category,
            Title = head.Title,
            Subtitle = head.Subtitle,
            Language = document.Language,
            Authors = head.Authors,
            ReviewedBy = head.ReviewedBy,
            PublishedOn = head.PublishedOn,
            KeyPoints = body.KeyPoints,
            Sections = sections,
            References = works.Entries,
            Words = Words(document),
            Notes = [.. notes.Concat(omissions.Notes()).OrderBy(note => note.Line)],
        };
    }

    /// <summary>The words of the paragraphs, but for a table of contents, which says again what stands in headings.</summary>
    private static SourceWords Words(WordDocument document)
    {
        var words = new SourceWords(document.Paragraphs.Sum(paragraph => paragraph.Text.Length));
        foreach (var paragraph in document.Paragraphs.Where(other => !other.IsContents && !WordStyleNames.IsContents(other.Style)))
        {
            words.Add(paragraph.Text);
            words.End();
        }

        return words;
    }

    /// <summary>The paragraphs without those that belong to a figure, a table or a table of contents.</summary>
    private static List<WordParagraph> Body(WordDocument document, Omissions omissions)
    {
        var body = new List<WordParagraph>(document.Paragraphs.Count);
        var hasContents = false;
        foreach (var paragraph in document.Paragraphs)
        {
            if (paragraph.IsContents || WordStyleNames.IsContents(paragraph.Style))
            {
                if (!hasContents)
                {
                    omissions.Add("tables of contents", paragraph.Line);
                }

                hasContents = true;
            }
            else if (WordStyleNames.IsCaption(paragraph.Style))
            {
                hasContents = false;
                omissions.Add("captions", paragraph.Line, SourceWords.CountOf(paragraph.Text));
            }
            else
            {
                hasContents = false;
                if (paragraph.Text.Length > 0)
                {
                    body.Add(paragraph);
                }
            }
        }

        return body;
    }
}
