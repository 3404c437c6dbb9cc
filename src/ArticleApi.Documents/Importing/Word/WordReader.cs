namespace ArticleApi.Documents.Importing.Word;

/// <summary>
/// Reads the paragraphs of a part, in order: tracked changes as accepted, one of several alternatives, fields by what they print. What is
/// no running text is counted.
/// </summary>
internal sealed class WordReader
{
    private const int MaxOpenBookmarks = 16;

    private readonly WordXml xml;
    private readonly WordStyles styles;
    private readonly WordNumbering numbering;
    private readonly WordFields fields;
    private readonly Omissions omissions;
    private readonly ParagraphBuilder builder;
    private readonly RunReader runs;
    private readonly List<(string Id, string Name)> bookmarks = [];
    private int tables;
    private int tableDepth;
    private bool isJoined;
    private bool isNote;

    public WordReader(WordXml xml, WordStyles styles, WordNumbering numbering, WordFields fields, Omissions omissions)
    {
        this.xml = xml;
        this.styles = styles;
        this.numbering = numbering;
        this.fields = fields;
        this.omissions = omissions;
        builder = new ParagraphBuilder(styles, fields, omissions);
        runs = new RunReader(xml, styles, fields, builder, omissions, Read) { OnNote = MarkNote };
    }

    /// <summary>The paragraphs that print something.</summary>
    public List<WordParagraph> Paragraphs { get; } = [];

    /// <summary>Where tables begin, and how many cells each has.</summary>
    public List<(int Line, int Cells)> Tables { get; } = [];

    /// <summary>The notes at whose signs bookmarks stand.</summary>
    public Dictionary<string, NoteKey> Bookmarks { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many characters are in a language, by its tag.</summary>
    public IReadOnlyDictionary<string, int> Languages => builder.Languages;

    /// <summary>How many tracked changes were read as accepted.</summary>
    public int Changes { get; private set; }

    /// <summary>The number of the last paragraph that was begun.</summary>
    public int Line { get; private set; }

    /// <summary>Reads the children of the element that the XML stands at.</summary>
    /// <param name="line">The number of a note's paragraphs; null where they are counted.</param>
    public void ReadContent(int? line = null)
    {
        Line = line ?? Line;
        isNote = line is not null;
        xml.Children(Read);
        Finish();
    }

    private void Read(string name)
    {
        switch (name)
        {
            case "p":
                ReadParagraph();
                break;
            case "r":
                runs.Read();
                break;
            case "tbl":
                ReadTable();
                break;
            case "tc":
                Tables[tables - 1] = Tables[tables - 1] with { Cells = Tables[tables - 1].Cells + 1 };
                xml.Children(Read);
                break;
            case "sdt":
                ReadControl();
                break;
            case "fldSimple":
                fields.Within(FieldReader.Read(xml.Attribute("instr") ?? "", ""), Line, () => xml.Children(Read));
                break;
            case "ins" or "moveTo":
                Changes++;
                xml.Children(Read);
                break;
            case "del" or "moveFrom":
                Changes++;
                break;
            case "mc:AlternateContent":
                Extensions.ReadAlternative(xml, Read);
                break;
            case "bookmarkStart" when bookmarks.Count < MaxOpenBookmarks:
                bookmarks.Add((xml.Attribute("id") ?? "", xml.Attribute("name") ?? ""));
                break;
            case "bookmarkEnd":
                var id = xml.Attribute("id");
                bookmarks.RemoveAll(bookmark => bookmark.Id == id);
                break;
            case "m:oMath":
                runs.ReadMath();
                break;
            case "m:oMathPara":
                omissions.Add("display formulas", Line);
                break;
            case "altChunk" or "subDoc":
                omissions.Add("inserted documents", Line);
                break;
            case "body" or "hyperlink" or "smartTag" or "customXml" or "sdtContent" or "dir" or "bdo" or "tr":
                xml.Children(Read);
                break;
        }
    }

    private void ReadParagraph()
    {
        Line += isNote ? 0 : 1;
        var paragraph = new WordParagraph { Line = Line, Style = styles.Find(null), Table = tableDepth > 0 ? tables : 0 };
        bookmarks.Clear();
        builder.Begin(paragraph);
        isJoined = false;
        xml.Children(name =>
        {
            if (name == "pPr")
            {
                ReadProperties(paragraph);
                builder.Style(null, null);
            }
            else
            {
                Read(name);
            }
        });
        if (!isJoined)
        {
            Finish();
        }
    }

    private void Finish()
    {
        if (builder.End() is not { } paragraph)
        {
            return;
        }

        var list = paragraph.Numbering ?? paragraph.Style?.Numbering;
        if (list is { List: not "0" } numbered)
        {
            paragraph.Numbering = numbered;
            paragraph.Number = numbering.Next(numbered.List, numbered.Level);
        }
        else
        {
            paragraph.Numbering = null;
        }

        if (paragraph.Runs.Exists(run => run.Note is not null || !string.IsNullOrWhiteSpace(run.Text)))
        {
            Paragraphs.Add(paragraph);
        }
    }

    private void ReadProperties(WordParagraph paragraph)
    {
        var own = new WordStyle { Id = "" };
        xml.Children(name =>
        {
            switch (name)
            {
                case "pStyle":
                    paragraph.Style = styles.Find(xml.Value()) ?? styles.Find(null);
                    break;
                case "numPr":
                    own.Numbering = WordStyles.ReadNumbering(xml, paragraph.Style?.Numbering);
                    break;
                case "framePr":
                    // The large first letter of a paragraph is one of its own.
                    isJoined |= xml.Attribute("dropCap") is "drop" or "margin";
                    break;
                case "rPr":
                    xml.Children(mark => isJoined |= mark is "del" or "moveFrom");
                    break;
                case "outlineLvl" or "jc":
                    WordStyles.ReadProperty(xml, name, own);
                    break;
            }
        });
        Changes += isJoined ? 1 : 0;
        paragraph.OutlineLevel = own.OutlineLevel;
        paragraph.Numbering = own.Numbering;
        paragraph.IsCentred = own.IsCentred ?? paragraph.Style?.IsCentred ?? false;
    }

    private void ReadTable()
    {
        if (tableDepth == 0)
        {
            tables++;
            Tables.Add((Line + 1, 0));
        }

        tableDepth++;
        xml.Children(Read);
        tableDepth--;
    }

    private void ReadControl()
    {
        var meaning = FieldMeaning.Text;
        xml.Children(name =>
        {
            if (name == "sdtPr")
            {
                xml.Descendants(property => meaning = property switch
                {
                    "tag" when FieldReader.ReadTag(xml.Value() ?? "") is { Kind: not FieldKind.Text } told => told,
                    "bibliography" => new FieldMeaning(FieldKind.Bibliography),
                    "docPartGallery" when xml.Value() is "Table of Contents" => new FieldMeaning(FieldKind.Contents),
                    "docPartGallery" when xml.Value() is "Bibliographies" => new FieldMeaning(FieldKind.Bibliography),
                    _ => meaning,
                });
            }
            else if (name == "sdtContent" && meaning.Kind == FieldKind.Text)
            {
                xml.Children(Read);
            }
            else if (name == "sdtContent")
            {
                fields.Within(meaning, Line, () => xml.Children(Read));
            }
        });
    }

    private void MarkNote(NoteKey note)
    {
        foreach (var (_, name) in bookmarks)
        {
            Bookmarks.TryAdd(name, note);
        }
    }
}
