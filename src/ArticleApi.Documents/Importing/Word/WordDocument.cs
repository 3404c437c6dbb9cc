using System.Xml;

namespace ArticleApi.Documents.Importing.Word;

/// <summary>What a document says, before it is known what is its title, its body or its reference list.</summary>
internal sealed class WordDocument
{
    private static readonly string[] Unsaid = ["und", "x-none", "zxx"];

    /// <summary>The paragraphs that print something, in order.</summary>
    public List<WordParagraph> Paragraphs { get; private set; } = [];

    /// <summary>The paragraphs of each footnote and endnote.</summary>
    public Dictionary<NoteKey, List<WordParagraph>> Notes { get; } = [];

    /// <summary>The notes at whose signs bookmarks stand.</summary>
    public IReadOnlyDictionary<string, NoteKey> Bookmarks { get; private set; } = new Dictionary<string, NoteKey>();

    /// <summary>The citations that fields make, as the runs name them by index.</summary>
    public IReadOnlyList<WordCitation> Citations { get; private set; } = [];

    /// <summary>The sources of Word's own citations.</summary>
    public List<CitedWork> Sources { get; } = [];

    /// <summary>The title and the creators of the document's properties.</summary>
    public (string? Title, string? Creator) Properties { get; private set; }

    /// <summary>The BCP 47 tag of the language of most of the text; null where nothing tells it.</summary>
    public string? Language { get; private set; }

    public static WordDocument Read(WordPackage package, List<ImportNote> notes, Omissions omissions, CancellationToken cancel)
    {
        var document = new WordDocument();
        using var styleXml = package.Styles;
        var styles = Sure(() => WordStyles.Read(styleXml), "styles", notes) ?? new WordStyles();
        using var numberingXml = package.Numbering;
        var numbering = Sure(() => WordNumbering.Read(numberingXml), "numbering", notes) ?? new WordNumbering();
        var fields = new WordFields(notes);
        using (var xml = package.Main)
        {
            document.ReadMain(xml, new WordReader(xml, styles, numbering, fields, omissions), notes, omissions);
        }

        fields.Close();
        using (var xml = package.Footnotes)
        {
            Sure(() => document.ReadNotes(xml, isEndnotes: false, styles, fields, omissions), "footnotes", notes);
        }

        using (var xml = package.Endnotes)
        {
            Sure(() => document.ReadNotes(xml, isEndnotes: true, styles, fields, omissions), "endnotes", notes);
        }

        document.Citations = fields.Citations;
        foreach (var part in package.CustomXml)
        {
            cancel.ThrowIfCancellationRequested();
            document.Sources.AddRange(WordSources.Read(SmallXml.Read(part)));
        }

        document.ReadProperties(package, notes);
        foreach (var xml in package.Margins)
        {
            Sure(() => CountMargin(xml, omissions), "headers", notes);
            xml.Dispose();
        }

        return document;
    }

    private void ReadMain(WordXml xml, WordReader reader, List<ImportNote> notes, Omissions omissions)
    {
        try
        {
            if (xml.MoveToRoot())
            {
                xml.Children(name =>
                {
                    if (name == "body")
                    {
                        reader.ReadContent();
                    }
                });
            }
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            notes.Add(reader.Paragraphs.Count == 0
                ? ImportNote.Error("malformed-xml", $"The text of the document is no well-formed XML: {e.Message}")
                : ImportNote.Warning(
                    "malformed-xml",
                    $"The text of the document is no well-formed XML from here on and is left out: {e.Message}",
                    reader.Line));
        }

        if (reader.Changes > 0)
        {
            notes.Add(ImportNote.Info("tracked-changes", $"The tracked changes ({reader.Changes}) are read as accepted.", null));
        }

        Bookmarks = reader.Bookmarks;
        Language = reader.Languages.OrderByDescending(language => language.Value).ThenBy(language => language.Key, StringComparer.Ordinal)
            .Select(language => language.Key).FirstOrDefault(tag => !Unsaid.Contains(tag));
        Paragraphs = WithoutTables(reader, notes, omissions);
    }

    /// <summary>The paragraphs of the text; those of tables only where a document is laid out in them.</summary>
    private static List<WordParagraph> WithoutTables(WordReader reader, List<ImportNote> notes, Omissions omissions)
    {
        long inTables = 0, all = 0;
        foreach (var paragraph in reader.Paragraphs)
        {
            all += paragraph.Text.Length;
            inTables += paragraph.Table > 0 ? paragraph.Text.Length : 0;
        }

        if (inTables * 10 > all * 8 && reader.Paragraphs.Exists(paragraph => paragraph.Table > 0 && paragraph.Text.Length > 200))
        {
            notes.Add(ImportNote.Info("layout-tables", "The document is laid out in tables; their cells are read as paragraphs.", null));
            return reader.Paragraphs;
        }

        foreach (var (line, cells) in reader.Tables)
        {
            omissions.Add(cells == 1 ? "boxes" : "tables", line);
        }

        return [.. reader.Paragraphs.Where(paragraph => paragraph.Table == 0)];
    }

    private bool ReadNotes(WordXml? xml, bool isEndnotes, WordStyles styles, WordFields fields, Omissions omissions)
    {
        if (xml?.MoveToRoot() != true)
        {
            return false;
        }

        xml.Children(name =>
        {
            if (name is "footnote" or "endnote" && xml.Attribute("type") is null or "normal")
            {
                var key = new NoteKey(isEndnotes, xml.Attribute("id") ?? "");
                var reader = new WordReader(xml, styles, new WordNumbering(), fields, omissions);
                reader.ReadContent(line: 0);
                Notes.TryAdd(key, reader.Paragraphs);
            }
        });
        return true;
    }

    private void ReadProperties(WordPackage package, List<ImportNote> notes)
    {
        using var xml = package.Properties;
        Sure(
            () =>
            {
                if (xml?.MoveToRoot() != true)
                {
                    return false;
                }

                xml.Children(name =>
                {
                    var text = name is "dc:title" or "dc:creator" or "dc:language" ? Text.CleanText.Of(xml.Text()) : "";
                    if (text.Length > 0)
                    {
                        Properties = (name == "dc:title" ? text : Properties.Title, name == "dc:creator" ? text : Properties.Creator);
                        Language ??= name == "dc:language" ? text : null;
                    }
                });
                return true;
            },
            "properties",
            notes);
        using var settings = package.Settings;
        Sure(
            () =>
            {
                if (settings?.MoveToRoot() == true)
                {
                    settings.Children(name => Language ??= name == "themeFontLang" ? settings.Value() : null);
                }

                return true;
            },
            "settings",
            notes);
    }

    private static bool CountMargin(WordXml xml, Omissions omissions)
    {
        var hasText = false;
        if (xml.MoveToRoot())
        {
            xml.Descendants(name => hasText |= name == "t" && xml.Text().Any(char.IsLetter));
        }

        if (hasText)
        {
            omissions.Add("headers and footers", 1);
        }

        return hasText;
    }

    /// <summary>What a part beside the text says; a part that is not well formed says nothing more, and a note tells it.</summary>
    private static T? Sure<T>(Func<T> read, string part, List<ImportNote> notes)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            notes.Add(ImportNote.Warning("malformed-xml", $"The {part} of the document are no well-formed XML and are left out.", null));
            return default;
        }
    }
}
