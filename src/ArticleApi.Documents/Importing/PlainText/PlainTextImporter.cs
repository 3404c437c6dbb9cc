using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Importing.PlainText;

/// <summary>Reads an article that was pasted as plain text: no markup, only lines.</summary>
internal sealed class PlainTextImporter : IArticleImporter
{
    public string Format => "text";

    public IReadOnlyList<string> MediaTypes => ["text/plain"];

    public IReadOnlyList<string> Extensions => [".txt", ".text"];

    public ImportDraft Read(string text)
    {
        var notes = new List<ImportNote>();
        var lines = LineWrap.Unwrap(TextLine.Of(text));
        var references = ReferenceList.Find(lines, notes);
        var head = Head.Read(lines, references.Start);
        var body = new Body(lines, notes);
        body.Read(head.End, references.Start);
        body.Read(references.End, lines.Count);
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
            Notes = [.. head.Notes.Concat(notes).OrderBy(note => note.Line)],
        };
    }
}
