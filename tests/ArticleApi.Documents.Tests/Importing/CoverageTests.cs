using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Importing.Bibliographies;
using ArticleApi.Documents.Model;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ArticleApi.Documents.Tests.Importing;

/// <summary>
/// Nothing is lost in silence: each word of a sample is in the article, or a note counts it as left out. The words of pages, XML,
/// Markdown and Word files are read by other readers than the importers'.
/// </summary>
public class CoverageTests
{
    private const double Least = 0.98;

    private static readonly HashSet<string> NoText = ["script", "style", "template", "head", "title", "math", "datalist"];

    // Words that a heading, a byline or a date says by its place.
    private static readonly HashSet<string> Told = new(
        ("references sources bibliography works cited literature notes footnotes key points highlights published posted updated by on "
            + "and reviewed").Split(' '),
        StringComparer.Ordinal);

    private static readonly XNamespace Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder()
        .UseYamlFrontMatter().UseFootnotes().UsePipeTables().UseMathematics().UseEmphasisExtras().UseGenericAttributes()
        .Build();

    public static TheoryData<string> Samples =>
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Samples"), "*.*", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Accuracy", "Samples"), "*.*"))
            .Where(path => Importer(path) is not null)
            .Select(path => Path.GetRelativePath(AppContext.BaseDirectory, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Each_word_of_a_sample_is_in_the_article_or_in_a_note(string path)
    {
        var (article, report) = ArticleImport.Run(InputOf(path), Importer(path)!, new TopicTagger([]));

        Assert.InRange(report.Coverage, Least, 1);
        var missing = Words(Printed(path)).ToList();
        var own = Words(TextsOf(article!, report)).GroupBy(word => word).ToDictionary(group => group.Key, group => group.Count());
        missing.RemoveAll(word =>
            Told.Contains(word) || (own.TryGetValue(word, out var count) && count > 0 && (own[word] = count - 1) >= 0));
        var told = report.Notes.Sum(note => note.Words);
        Assert.True(
            missing.Count <= told + (missing.Count / 50) + 3,
            $"{missing.Count} words are not in the article, and the notes tell of {told}: {string.Join(' ', missing)}");
    }

    private static IArticleImporter? Importer(string path) => Path.GetExtension(path) switch
    {
        ".html" => ArticleImporters.Find("html"),
        ".xml" => ArticleImporters.Find("jats"),
        ".txt" => ArticleImporters.Find("text"),
        ".md" => ArticleImporters.Find("markdown"),
        ".docx" => ArticleImporters.Find("word"),
        _ => null,
    };

    private static string FileOf(string path) => Path.Combine(AppContext.BaseDirectory, path);

    private static ImportInput InputOf(string path)
    {
        if (Importer(path)!.ReadsBytes)
        {
            return new ImportInput("") { Bytes = File.ReadAllBytes(FileOf(path)) };
        }

        var bibliography = Path.ChangeExtension(path, ".bib");
        return new ImportInput(File.ReadAllText(FileOf(path)))
        {
            Bibliographies = File.Exists(FileOf(bibliography))
                ? [new BibliographyFile(Path.GetFileName(bibliography), File.ReadAllText(FileOf(bibliography)))]
                : [],
        };
    }

    private static IEnumerable<string> Printed(string path) => Path.GetExtension(path) switch
    {
        ".html" => TextOf(new HtmlParser().ParseDocument(File.ReadAllText(FileOf(path)))),
        ".xml" => Xml(File.ReadAllText(FileOf(path))).DescendantNodes().OfType<XText>()
            .Where(piece => piece.Ancestors().All(around =>
                around.Name.LocalName is not ("annotation" or "front" or "article-meta")
                && !(around.Parent?.Name.LocalName == "alternatives" && around != around.Parent.Elements().First())))
            .Select(piece => piece.Value),
        ".md" => TextOf(Markdig.Markdown.Parse(File.ReadAllText(FileOf(path)), Markdown)),
        ".docx" => TextOfWord(FileOf(path)),
        _ => File.ReadLines(FileOf(path)),
    };

    // Of keys of citations nothing is printed.
    private static IEnumerable<string> TextOf(MarkdownObject node) => node switch
    {
        HtmlBlock page => TextOf(new HtmlParser().ParseDocument(page.Lines.ToString())),
        FencedCodeBlock or LinkReferenceDefinition or Markdig.Extensions.Yaml.YamlFrontMatterBlock => [],
        CodeBlock code => [code.Lines.ToString()],
        LeafBlock leaf => [Regex.Replace(string.Concat(leaf.Inline?.SelectMany(TextOf) ?? []), @"@(?:\{[^{}]*\}|[\w:./+-]+)", " ")],
        ContainerBlock blocks => blocks.SelectMany(TextOf),
        LiteralInline literal => [literal.Content.ToString()],
        CodeInline code => [code.Content],
        Markdig.Extensions.Mathematics.MathInline formula => [formula.Content.ToString()],
        HtmlEntityInline entity => [entity.Transcoded.ToString()],
        AutolinkInline address => [address.Url],
        LineBreakInline => [" "],
        ContainerInline inlines => inlines.SelectMany(TextOf),
        _ => [],
    };

    private static IEnumerable<string> TextOfWord(string file)
    {
        using var package = ZipFile.OpenRead(file);
        foreach (var entry in package.Entries.Where(entry => entry.FullName is "word/document.xml" or "word/footnotes.xml"))
        {
            using var stream = entry.Open();
            foreach (var paragraph in XDocument.Load(stream).Descendants(Word + "p"))
            {
                yield return string.Concat(paragraph.Descendants()
                    .Where(piece => piece.Ancestors(Word + "p").First() == paragraph)
                    .Select(piece => piece.Name == Word + "t" ? piece.Value : piece.Name.LocalName is "tab" or "br" ? " " : ""));
            }
        }
    }

    private static XDocument Xml(string text)
    {
        using var reader = XmlReader.Create(
            new StringReader(Regex.Replace(text, "&(?!amp;|lt;|gt;|quot;|apos;|#)[a-zA-Z]+;", " ")),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        return XDocument.Load(reader);
    }

    private static IEnumerable<string> TextOf(INode node) => node is IText piece
        ? [piece.Data]
        : NoText.Contains(node.NodeName.ToLowerInvariant()) ? [] : node.ChildNodes.SelectMany(TextOf);

    private static IEnumerable<string?> TextsOf(Article article, ImportReport report) =>
    [
        article.Title, article.Subtitle, article.Category, article.Source.Publisher, article.Source.Url, article.Source.License,
        .. article.Authors, .. article.ReviewedBy, .. article.KeyPoints.Select(point => point.Text),
        article.PublishedOn?.ToString("yyyy MMMM d dd M MM", System.Globalization.CultureInfo.InvariantCulture),
        .. article.Sections.Select(section => section.Heading),
        .. article.Sections.SelectMany(section => section.Paragraphs).SelectMany(paragraph =>
            paragraph.Markers.Where(marker => !marker.Kept).Select(marker => marker.Text).Append(paragraph.Text)),
        .. article.References.SelectMany(reference => new[] { reference.Raw, reference.Label, reference.Doi, reference.Url }),
        .. report.Notes.Where(note => note.Words == 0).Select(note => note.Message),
    ];

    // Runs of letters and runs of digits, as "H2O" and "sleep.1" are printed with and without markup between.
    private static IEnumerable<string> Words(IEnumerable<string?> texts) => texts
        .OfType<string>()
        .SelectMany(text => Regex.Matches(
            text.Normalize(System.Text.NormalizationForm.FormKC).Replace("\u00AD", "", StringComparison.Ordinal), @"\p{L}+|\p{N}+"))
        .Select(word => word.Value.ToLowerInvariant());
}
