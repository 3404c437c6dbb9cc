namespace ArticleApi.Documents.Importing.Jats;

/// <summary>Collects the text of a paragraph and the places of its cross-references.</summary>
internal sealed class JatsInlineText
{
    private readonly DraftTextBuilder text = new();
    private readonly List<Link> links = [];
    private readonly List<TextScript> scripts = [];
    private readonly Targets targets;
    private readonly Omissions omissions;
    private int superscript = -1;
    private int raised;
    private int raisedStart;
    private bool isLowered;
    private char last;
    private bool isInLink;

    public JatsInlineText(Targets targets, Omissions omissions, int line)
    {
        this.targets = targets;
        this.omissions = omissions;
        Line = line;
    }

    public int Line { get; }

    public bool IsEmpty => text.IsEmpty && links.Count == 0;

    public void Append(string piece)
    {
        // The line break that some XML has behind an opening bracket or before a closing one is not in print.
        var content = piece.AsSpan().TrimStart();
        var isBroken = piece.AsSpan(0, piece.Length - content.Length).Contains('\n');
        text.Append(isBroken && (last is '(' or '[' || content is [')' or ']' or ',' or ';', ..]) ? content : piece);
        last = piece.AsSpan().TrimEnd() is [.., var end] ? end : last;
    }

    /// <summary>Appends a piece of text or an element with all that stands in it.</summary>
    public void Append(JatsNode node)
    {
        switch (node.Name)
        {
            case "":
                Append(node.Text);
                break;
            case "xref" when !isInLink:
                AppendLink(node);
                break;
            case "sup" when superscript < 0 && !isLowered:
                superscript = raised++;
                AppendScript(node, isRaised: true);
                superscript = -1;
                break;
            case "sub" when superscript < 0 && !isLowered:
                isLowered = true;
                AppendScript(node, isRaised: false);
                isLowered = false;
                break;
            case "break":
                text.Append(" ");
                break;
            case "math":
                AppendMath(node);
                break;
            case "tex-math":
                text.Append(Tex.Text(node.CleanTextWithout()));
                break;
            case "alternatives":
                if (FormOf(node) is { } form)
                {
                    Append(form);
                }

                break;
            case "fn":
                omissions.Add("footnotes", node.Line, XmlWords.In(node));
                break;
            case "def" or "rt" or "rp" or "index-term" or "alt-text" or "long-desc" or "object-id" or "processing-meta":
                if (XmlWords.In(node) is > 0 and var words)
                {
                    omissions.Add("texts beside the text", node.Line, words);
                }

                break;
            case "ext-link" or "uri" or "email"
                when node.Attribute("href") is { Length: > 0 } address && node.CleanTextWithout().Length == 0:
                text.Append(address);
                break;
            case var name when BlockNames.IsPicture(name):
                omissions.Add("pictures within the text", node.Line, XmlWords.In(node));
                break;
            default:
                AppendAll(node);
                break;
        }
    }

    /// <summary>The one of several forms of the same that is read; a picture only where there is nothing else.</summary>
    public static JatsNode? FormOf(JatsNode alternatives) =>
        alternatives.Child("math")
        ?? alternatives.Child("textual-form")
        ?? alternatives.Elements.FirstOrDefault(child => !BlockNames.IsPicture(child.Name))
        ?? alternatives.Elements.FirstOrDefault();

    /// <summary>The paragraph with its markers.</summary>
    public DraftText Build() => new LinkedText(text.Build(Line).Text, links, scripts, targets, omissions).Paragraph(Line);

    /// <summary>The text without any sign of a cross-reference, as a heading has it.</summary>
    public string BuildHeading() => new LinkedText(text.Build(Line).Text, links, scripts, targets, omissions).Heading(Line);

    private void AppendAll(JatsNode node)
    {
        foreach (var child in node.Children)
        {
            Append(child);
        }
    }

    private void AppendScript(JatsNode node, bool isRaised)
    {
        var (start, place) = (text.Position, scripts.Count);
        raisedStart = isRaised ? start : raisedStart;
        scripts.Add(default);
        AppendAll(node);
        scripts[place] = new TextScript(start, text.Position, isRaised);
    }

    private void AppendLink(JatsNode xref)
    {
        var references = targets.References(xref);
        var isNote = references.Count == 0 && targets.IsNote(xref);
        var start = text.Position;
        var before = raised;
        isInLink = true;
        AppendAll(xref);
        isInLink = false;
        if (references.Count > 0 || isNote || targets.IsDangling(xref))
        {
            links.Add(new Link(start, text.Position, references, isNote, superscript)
            {
                InnerSuperscript = superscript < 0 && raised > before ? raisedStart : null,
            });
        }
        else if (text.Position == start)
        {
            text.Append(targets.NumberOf(xref));
        }
    }

    // The white space between the elements of MathML says nothing.
    private void AppendMath(JatsNode node)
    {
        foreach (var child in node.Elements)
        {
            switch (child.Name)
            {
                case "annotation" or "annotation-xml":
                    break;
                case "mi" or "mn" or "mo" or "mtext" or "ms":
                    text.Append(string.Concat(child.CleanTextWithout().Where(c => c is not (>= '\u2061' and <= '\u2064'))));
                    break;
                case "mspace":
                    text.Append(" ");
                    break;
                default:
                    AppendMath(child);
                    break;
            }
        }
    }
}
