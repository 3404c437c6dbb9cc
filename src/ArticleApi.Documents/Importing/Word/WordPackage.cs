using DocumentFormat.OpenXml.Packaging;

namespace ArticleApi.Documents.Importing.Word;

/// <summary>The parts of a document that are read. Nothing is run, and nothing outside of the file is asked for.</summary>
internal sealed class WordPackage : IDisposable
{
    private readonly WordprocessingDocument document;
    private readonly MainDocumentPart main;
    private readonly CancellationToken cancel;

    private WordPackage(WordprocessingDocument document, MainDocumentPart main, CancellationToken cancel)
    {
        this.document = document;
        this.main = main;
        this.cancel = cancel;
    }

    /// <exception cref="WordException">The bytes are no document, or one that is refused.</exception>
    public static WordPackage Open(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var file = WordFile.Reduced(bytes, cancel);
        WordprocessingDocument? opened = null;
        try
        {
            opened = WordprocessingDocument.Open(file, isEditable: false, new OpenSettings { AutoSave = false });

            // The parts are looked up now: afterwards nothing of the package throws.
            _ = opened.CoreFilePropertiesPart;
            if (opened.MainDocumentPart is { } part)
            {
                _ = part.Parts.Count();
                return new WordPackage(opened, part, cancel);
            }
        }
        catch (Exception e) when (IsDamage(e))
        {
            opened?.Dispose();
            throw new WordException(ImportNote.Error("no-word-document", $"The file is no Word document, or a damaged one: {e.Message}"));
        }

        opened.Dispose();
        throw new WordException(ImportNote.Error("no-word-document", "The file is a ZIP file and no Word document."));
    }

    public WordXml Main => Xml(main);

    public WordXml? Styles => XmlOrNull(main.StyleDefinitionsPart);

    public WordXml? Numbering => XmlOrNull(main.NumberingDefinitionsPart);

    public WordXml? Settings => XmlOrNull(main.DocumentSettingsPart);

    public WordXml? Footnotes => XmlOrNull(main.FootnotesPart);

    public WordXml? Endnotes => XmlOrNull(main.EndnotesPart);

    public WordXml? Properties => XmlOrNull(document.CoreFilePropertiesPart);

    /// <summary>The headers and footers.</summary>
    public IEnumerable<WordXml> Margins => main.HeaderParts.Concat<OpenXmlPart>(main.FooterParts).Select(Xml);

    /// <summary>The XML that programs keep in the document, such as the sources of Word's citations.</summary>
    public IEnumerable<Func<TextReader>> CustomXml =>
        main.CustomXmlParts.Select<CustomXmlPart, Func<TextReader>>(
            part => () => new StreamReader(part.GetStream(FileMode.Open, FileAccess.Read)));

    public void Dispose() => document.Dispose();

    private static bool IsDamage(Exception e) => e is OpenXmlPackageException or FileFormatException or InvalidDataException
        or InvalidOperationException or System.Xml.XmlException or FormatException or ArgumentException or NotSupportedException
        or KeyNotFoundException or EndOfStreamException;

    private WordXml? XmlOrNull(OpenXmlPart? part) => part is null ? null : Xml(part);

    private WordXml Xml(OpenXmlPart part) => new(part.GetStream(FileMode.Open, FileAccess.Read), cancel);
}
