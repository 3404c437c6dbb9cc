using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Importing.Html;

/// <summary>Reads a web page: its metadata, the body without page boilerplate, the references and the links to them.</summary>
internal sealed class HtmlImporter : IArticleImporter
{
    private const int MaxLevel = 6;

    public string Format => "html";

    public IReadOnlyList<string> MediaTypes => ["text/html", "application/xhtml+xml"];

    public IReadOnlyList<string> Extensions => [".html", ".htm", ".xhtml"];

    public ImportDraft Read(ImportInput input, CancellationToken cancel = default)
    {
        var notes = new List<ImportNote>();
        var omissions = new Omissions();
        var tree = HtmlTree.Parse(input.Text, cancel);
        if (tree.IsOverfull)
        {
            return new ImportDraft { Notes = [ImportLimits.TooMany("elements", ImportLimits.MaxElements)] };
        }

        var references = ReferenceLists.Find(tree, new PageLinks(tree, cancel), notes, cancel);
        var page = MainContent.Find(tree, references.Taken, cancel);
        var head = PageHead.Read(tree, page, notes);
        var words = PageWords.Of(tree, input.Text.Length, head.Used);
        references.Tell(words, omissions);
        var reader = new HtmlBodyReader(tree, page, references, head.Title, head.Used, words, omissions, notes);
        reader.Read(head.BodyStart, page.Root.End, cancel);
        new PageRest(tree, page, references, words, omissions).Tell(head.BodyStart);

        var paragraphs = reader.Sections.SelectMany(section => section.Paragraphs).Concat(reader.KeyPoints).ToList();
        var groups = new HtmlMarkerGroups(references, paragraphs);
        notes.AddRange(omissions.Notes());
        return new ImportDraft
        {
            Title = head.Title,
            Subtitle = head.Subtitle,
            Category = head.Category,
            Language = head.Language,
            Authors = head.Authors,
            ReviewedBy = head.ReviewedBy,
            PublishedOn = head.PublishedOn,
            Source = head.Source,
            KeyPoints = [.. reader.KeyPoints.Select(groups.Of)],
            Sections = Sections(reader.Sections, groups),
            References = references.Entries,
            Words = words.All,
            Notes = [.. notes.OrderBy(note => note.Line ?? int.MaxValue)],
        };
    }

    // The highest heading of the page is a section, whatever its number.
    private static List<DraftSection> Sections(IReadOnlyList<BodySection> read, HtmlMarkerGroups groups)
    {
        var top = read
            .Where(section => section.Heading is not null && !section.IsBold)
            .Select(section => section.Level)
            .DefaultIfEmpty(Section.TopLevel)
            .Min();
        return [.. read.Select(section => new DraftSection(
            section.Heading,
            section.Heading is null ? Section.TopLevel : Math.Clamp(section.Level - top + Section.TopLevel, Section.TopLevel, MaxLevel),
            [.. section.Paragraphs.Select(groups.Of)]))];
    }
}
