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
        foreach (var line in references.NoteLines)
        {
            omissions.Add("notes that name no work", line);
        }

        var reader = new HtmlBodyReader(tree, page, references, head.Title, head.Used, omissions, notes);
        reader.Read(head.BodyStart, page.Root.End, cancel);
        Outside(tree, page, references, omissions);

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

    /// <summary>Tells of paragraphs that stand outside of the article's element.</summary>
    private static void Outside(HtmlTree tree, MainContent page, ReferenceLists references, Omissions omissions)
    {
        for (var i = 0; i < tree.Nodes.Count;)
        {
            var node = tree.Nodes[i];
            if (i == page.Root.Index || page.KindOf(node) is not null)
            {
                i = Math.Max(node.End, i + 1);
            }
            else if (references.Taken.TryGetValue(i, out var after))
            {
                i = after;
            }
            else
            {
                if (node.Name == "p" && page.ProseIn(node) > 80)
                {
                    omissions.Add("paragraphs outside of the article", node.Line);
                }

                i++;
            }
        }
    }
}
