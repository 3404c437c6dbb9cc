using System.Security;
using System.Text;
using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Importing;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace ArticleApi.Documents.Tests.Importing.Word;

/// <summary>Makes documents of Word for tests, part by part, from the XML of their content.</summary>
internal sealed class WordFileBuilder
{
    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:z=\"urn:example:z\"";

    public static readonly IArticleImporter Word = ArticleImporters.Find("word")!;

    private readonly List<string> body = [];

    public string Styles { get; init; } =
        Style("Title", "Title") + Style("Subtitle", "Subtitle") + Style("Author", "Author") + Style("Heading1", "heading 1")
        + Style("Heading2", "heading 2") + Style("Bibliography", "Bibliography");

    public string Numbering { get; init; } = "";

    public string Footnotes { get; init; } = "";

    public string Endnotes { get; init; } = "";

    public string Header { get; init; } = "";

    public string CustomXml { get; init; } = "";

    public string Settings { get; init; } = "";

    public (string Title, string Creator) Properties { get; init; } = ("", "");

    public WordprocessingDocumentType Type { get; init; } = WordprocessingDocumentType.Document;

    public static string Style(string id, string name, string more = "") =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{more}</w:style>";

    public static string T(string text) => $"<w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t>";

    /// <summary>A run with its properties.</summary>
    public static string R(string text, string properties = "") => $"<w:r><w:rPr>{properties}</w:rPr>{T(text)}</w:r>";

    public static string Sup(string text) => R(text, "<w:vertAlign w:val=\"superscript\"/>");

    /// <summary>A complex field: its instruction and the runs that it prints.</summary>
    public static string Field(string instruction, string result, string data = "") =>
        $"<w:r><w:fldChar w:fldCharType=\"begin\">{(data.Length > 0 ? $"<w:fldData>{data}</w:fldData>" : "")}</w:fldChar></w:r>"
        + $"<w:r><w:instrText xml:space=\"preserve\">{SecurityElement.Escape(instruction)}</w:instrText></w:r>"
        + $"<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{result}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    /// <summary>A paragraph of runs.</summary>
    public static string P(string runs, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>";

    /// <summary>A paragraph of text in a style.</summary>
    public static string Styled(string style, string text) => P(R(text), $"<w:pStyle w:val=\"{style}\"/>");

    public static string Note(string kind, int id, string text) => $"<w:{kind} w:id=\"{id}\">{P(R(text))}</w:{kind}>";

    public WordFileBuilder Add(params ReadOnlySpan<string> paragraphs)
    {
        body.AddRange(paragraphs);
        return this;
    }

    /// <summary>Adds paragraphs of plain text.</summary>
    public WordFileBuilder AddText(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            body.Add(P(R(text)));
        }

        return this;
    }

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, Type))
        {
            var main = document.AddMainDocumentPart();
            Feed(main, "document", $"<w:body>{string.Concat(body)}</w:body>");
            Feed(main.AddNewPart<StyleDefinitionsPart>(), "styles", Styles);
            Add<NumberingDefinitionsPart>(main, "numbering", Numbering);
            Add<FootnotesPart>(main, "footnotes", Footnotes);
            Add<EndnotesPart>(main, "endnotes", Endnotes);
            Add<HeaderPart>(main, "hdr", Header);
            Add<DocumentSettingsPart>(main, "settings", Settings);
            if (CustomXml.Length > 0)
            {
                using var xml = new MemoryStream(Encoding.UTF8.GetBytes(CustomXml));
                main.AddCustomXmlPart(CustomXmlPartType.CustomXml).FeedData(xml);
            }

            if (Properties.Title.Length > 0)
            {
                document.PackageProperties.Title = Properties.Title;
                document.PackageProperties.Creator = Properties.Creator;
            }
        }

        return stream.ToArray();
    }

    public ImportResult Import() => Import(ToBytes());

    public static ImportResult Import(byte[] bytes, CancellationToken cancel = default) =>
        ArticleImport.Run(new ImportInput("") { Bytes = bytes }, Word, new TopicTagger([]), cancel: cancel);

    private static void Add<T>(MainDocumentPart main, string root, string content)
        where T : OpenXmlPart, IFixedContentTypePart
    {
        if (content.Length > 0)
        {
            Feed(main.AddNewPart<T>(), root, content);
        }
    }

    private static void Feed(OpenXmlPart part, string root, string content)
    {
        using var xml = new MemoryStream(Encoding.UTF8.GetBytes($"<w:{root} {Namespaces}>{content}</w:{root}>"));
        part.FeedData(xml);
    }
}
