namespace ArticleApi.Documents.Importing.Word;

/// <summary>Reads a run: text, breaks, symbols, the signs of notes, the parts of fields.</summary>
internal sealed class RunReader(
    WordXml xml, WordStyles styles, WordFields fields, ParagraphBuilder builder, Omissions omissions, Action<string> readContent)
{
    /// <summary>Is told of each sign of a note.</summary>
    public required Action<NoteKey> OnNote { get; init; }

    private int Line => builder.Current?.Line ?? 0;

    /// <summary>Reads the run that the XML stands at.</summary>
    public void Read()
    {
        builder.Style(null, null);
        xml.Children(ReadPart);
        builder.Style(null, null);
    }

    /// <summary>Reads a formula as text in one line: its characters, what stands above the line raised, a fraction with a stroke.</summary>
    public void ReadMath()
    {
        builder.Style(null, null);
        xml.Children(ReadMathPart);
    }

    private void ReadPart(string name)
    {
        switch (name)
        {
            case "rPr":
                ReadProperties();
                break;
            case "t":
                builder.Append(xml.Text());
                break;
            case "tab" or "ptab":
                builder.Append("\t");
                break;
            case "br" or "cr":
                builder.Append(xml.Attribute("type") is "page" or "column" ? " " : "\n");
                break;
            case "noBreakHyphen":
                builder.Append("\u2011");
                break;
            case "sym":
                ReadSymbol();
                break;
            case "footnoteReference" or "endnoteReference":
                var note = new NoteKey(name[0] == 'e', xml.Attribute("id") ?? "");
                builder.AddNote(note);
                OnNote(note);
                break;
            case "fldChar":
                ReadField();
                break;
            case "instrText":
                fields.AddInstruction(xml.Text());
                break;
            case "ruby":
                ReadRuby();
                break;
            case "drawing" or "pict" or "object":
                ReadPicture(name);
                break;
            case "commentReference":
                omissions.Add("comments", Line);
                break;
            case "mc:AlternateContent":
                Extensions.ReadAlternative(xml, ReadPart);
                break;
        }
    }

    private void ReadProperties()
    {
        var own = new WordStyle { Id = "" };
        WordStyle? characters = null;
        xml.Children(name =>
        {
            if (name == "rStyle")
            {
                characters = styles.Find(xml.Value() ?? "");
            }
            else
            {
                WordStyles.ReadProperty(xml, name, own);
            }
        });
        builder.Style(characters, own);
    }

    private void ReadSymbol()
    {
        var symbol = SymbolFont.Of(xml.Attribute("font"), xml.Attribute("char"));
        if (symbol == "\uFFFD")
        {
            omissions.Add("symbols of other fonts", Line);
        }
        else
        {
            builder.Append(symbol);
        }
    }

    private void ReadField()
    {
        switch (xml.Attribute("fldCharType"))
        {
            case "begin":
                string? data = null;
                xml.Children(name => data = name == "fldData" ? xml.Text() : data);
                fields.Begin(Line, data);
                break;
            case "separate":
                fields.Separate();
                break;
            case "end":
                fields.End();
                break;
        }
    }

    private void ReadRuby() => xml.Children(name =>
    {
        if (name == "rubyBase")
        {
            xml.Children(readContent);
        }
        else if (name == "rt")
        {
            omissions.Add("readings of characters", Line);
        }
    });

    // A text box stands beside the text; it is counted once, and the pictures in it with it.
    private void ReadPicture(string name)
    {
        var isBox = false;
        var hasText = false;
        xml.Descendants(inner =>
        {
            isBox |= inner is "txbxContent";
            hasText |= isBox && inner == "t" && !string.IsNullOrWhiteSpace(xml.Text());
        });
        if (hasText)
        {
            omissions.Add("text boxes", Line);
        }
        else if (!isBox)
        {
            omissions.Add(name == "object" ? "embedded objects" : "figures", Line);
        }
    }

    private void ReadMathPart(string name)
    {
        switch (name)
        {
            case "m:t":
                builder.Append(xml.Text());
                break;
            case "m:sup":
                var look = builder.Look;
                builder.Look = look with { Raised = true };
                xml.Children(ReadMathPart);
                builder.Look = look;
                break;
            case "m:den":
                builder.Append("/");
                xml.Children(ReadMathPart);
                break;
            case "m:rad":
                builder.Append("√");
                xml.Children(ReadMathPart);
                break;
            case "m:d":
                builder.Append("(");
                xml.Children(ReadMathPart);
                builder.Append(")");
                break;
            case "del" or "moveFrom" or "m:deg" or "m:ctrlPr" or "rPr":
                break;
            default:
                xml.Children(ReadMathPart);
                break;
        }
    }
}
