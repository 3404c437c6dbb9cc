using ArticleApi.Documents.Importing.Lines;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Importing.Jats;

/// <summary>Reads the body of an article into sections and paragraphs.</summary>
internal sealed class JatsBodyReader
{
    private const int MaxLevel = 6;

    private readonly Targets targets;
    private readonly Omissions omissions;
    private readonly CancellationToken cancel;
    private readonly List<DraftSection> sections = [];
    private readonly List<JatsNode> boxes = [];
    private List<DraftText> paragraphs = [];
    private string? heading;
    private int level = Section.TopLevel;

    public JatsBodyReader(Targets targets, Omissions omissions, CancellationToken cancel)
    {
        this.targets = targets;
        this.omissions = omissions;
        this.cancel = cancel;
    }

    public List<DraftText> KeyPoints { get; } = [];

    /// <summary>Reads a headed part of the article, whatever its element.</summary>
    /// <param name="part">The element.</param>
    /// <param name="depth">The level of its heading.</param>
    /// <param name="untitled">The heading of a part without a title; null where it goes on with the part before.</param>
    public void Part(JatsNode part, int depth, string? untitled)
    {
        var title = Heading(part) ?? untitled;
        if (title is null)
        {
            Flow(part, depth);
            return;
        }

        // The heading of the reference list.
        if (HeadingNames.IsReferences(title) && part.Child("ref-list") is not null)
        {
            Flow(part, depth);
            return;
        }

        if (KeyPoints.Count == 0 && HeadingNames.IsKeyPoints(title) && part.Child("list") is not null && part.Child("sec") is null)
        {
            Points(part);
            return;
        }

        Begin(title, depth);
        Flow(part, depth + 1);
        Boxes(depth + 1);
    }

    /// <summary>Reads what has no heading of its own as the untitled opening, if it begins with text.</summary>
    public void Opening(JatsNode body)
    {
        Begin(null, Section.TopLevel);
        Flow(body, Section.TopLevel);
        Boxes(Section.TopLevel);
    }

    /// <summary>Reads the back matter: what is printed behind the body and is no list of references or notes.</summary>
    public void Back(JatsNode back)
    {
        foreach (var part in back.Elements)
        {
            switch (part.Name)
            {
                case "app-group":
                    foreach (var appendix in part.ChildrenOf("app"))
                    {
                        Part(appendix, Section.TopLevel, HasText(appendix) ? "Appendix" : null);
                    }

                    break;
                case "ack" or "app" or "notes" or "glossary" or "sec":
                    Part(
                        part,
                        Section.TopLevel,
                        !HasText(part)
                            ? null
                            : part.Name switch { "ack" => "Acknowledgments", "app" => "Appendix", "glossary" => "Glossary", _ => "Notes" });
                    break;
                default:
                    Block(back, part, Section.TopLevel);
                    break;
            }

            Boxes(Section.TopLevel);
        }
    }

    /// <summary>Reads what stands outside body and back matter: figures, tables and boxes, articles on this one.</summary>
    public void Rest(JatsNode part)
    {
        if (BlockNames.LeftOutKind(part.Name) is { } kind)
        {
            omissions.Add(kind, part.Line, XmlWords.In(part));
        }
        else
        {
            Flow(part, Section.TopLevel);
            Boxes(Section.TopLevel);
        }
    }

    /// <summary>Reads the boxes of a part behind it, a section each: the text of the part goes on around them.</summary>
    private void Boxes(int depth)
    {
        if (boxes.Count == 0)
        {
            return;
        }

        var standing = boxes.ToList();
        boxes.Clear();
        foreach (var box in standing)
        {
            Part(box, depth, "Box");
        }
    }

    /// <summary>The points of a list of key points, a paragraph each.</summary>
    public void Points(JatsNode list)
    {
        var points = new JatsBodyReader(targets, omissions, cancel);
        points.Flow(list, MaxLevel);
        KeyPoints.AddRange(points.Sections().SelectMany(section => section.Paragraphs));
    }

    public IReadOnlyList<DraftSection> Sections()
    {
        End();
        return sections;
    }

    /// <summary>The label and title of a part as printed, without citations; null where it has none.</summary>
    public string? Heading(JatsNode part)
    {
        var named = part.Child("title") is null && part.Name == "boxed-text" ? part.Child("caption") ?? part : part;
        var label = part.Child("label") ?? part.Child("nomenclature");
        var text = new JatsInlineText(targets, omissions, (named.Child("title") ?? part).Line);
        foreach (var piece in (ReadOnlySpan<JatsNode?>)[label, named.Child("title")])
        {
            if (piece is not null && !(piece == label && StartsWith(named.Child("title"), label)))
            {
                text.Append(piece.Name == "nomenclature" ? JatsNode.Of(piece.CleanTextWithout("xref", "object-id"), piece.Line) : piece);
                text.Append(" ");
            }
        }

        return text.BuildHeading() is { Length: > 0 } title ? title : null;
    }

    private static bool StartsWith(JatsNode? title, JatsNode label) =>
        label.CleanTextWithout() is { Length: > 0 } printed
        && title?.CleanTextWithout().StartsWith(printed, StringComparison.Ordinal) == true;

    private static bool HasText(JatsNode part) => part.Descendants().Any(node => node.Name is "p" or "def-item");

    private void Begin(string? title, int depth)
    {
        End();
        (heading, level) = (title, Math.Min(depth, MaxLevel));
    }

    private void End()
    {
        if (heading is not null || paragraphs.Count > 0)
        {
            sections.Add(new DraftSection(heading, level, paragraphs));
        }

        paragraphs = [];
        heading = null;
    }

    /// <summary>Reads mixed content: text and inline elements make paragraphs, blocks end them; what floats is passed over.</summary>
    private void Flow(JatsNode parent, int depth)
    {
        JatsInlineText? text = null;
        foreach (var child in parent.Children)
        {
            cancel.ThrowIfCancellationRequested();
            if (IsPassedOver(parent, child))
            {
                PassOver(parent, child);
                continue;
            }

            if (BlockNames.LeftOutKind(child.Name) is { } kind && !BlockNames.IsBlock(child.Name))
            {
                omissions.Add(kind, child.Line, XmlWords.In(child));
                text?.Append(" ");
            }
            else if (BlockNames.IsBlock(child.Name))
            {
                Take(text);
                text = null;
                Block(parent, child, depth);
            }
            else if (text is not null || !string.IsNullOrWhiteSpace(child.Text) || !child.IsText)
            {
                text ??= new JatsInlineText(
                    targets, omissions, parent.Name == "p" && parent.Children[0] == child ? parent.Line : child.Line);
                text.Append(child);
            }
        }

        Take(text);
    }

    /// <summary>Tells of what is passed over and is no part of the heading.</summary>
    private void PassOver(JatsNode parent, JatsNode child)
    {
        var isHeading = child.Name is "title" or "label" or "nomenclature"
            && (child == parent.Child(child.Name))
            && parent.Name is not ("list" or "list-item" or "def-list" or "disp-quote");
        if (!isHeading && !(parent.Name == "boxed-text" && child.Name == "caption") && XmlWords.In(child) is > 0 and var words)
        {
            omissions.Add(child.Name == "label" ? "labels" : "details of parts", child.Line, words);
        }
    }

    private static bool IsPassedOver(JatsNode parent, JatsNode child) =>
        BlockNames.IsMeta(child.Name)
        || (child.Name == "title" && parent.Name is not ("statement" or "disp-quote" or "verse-group" or "list" or "def-list"))
        || (child.Name is "label" && parent.Name is not ("statement" or "p"))
        || child.Name is "alt-title" or "caption" or "def-head" or "term-head";

    private void Block(JatsNode parent, JatsNode block, int depth)
    {
        switch (block.Name)
        {
            case "sec" or "treatment-sec" or "taxon-treatment" or "app" or "ack" or "notes" or "glossary":
                Part(block, depth, null);
                break;
            case "ref-list":
                foreach (var prose in block.Elements.Where(child => child.Name is not ("ref" or "ref-list" or "title" or "label")))
                {
                    omissions.Add("texts within the reference list", prose.Line, XmlWords.In(prose));
                }

                break;
            case "boxed-text" when KeyPoints.Count == 0 && Heading(block) is { } title && HeadingNames.IsKeyPoints(title):
                Points(block);
                break;
            case "boxed-text" when parent.Name == "app":
                Part(block, depth, null);
                break;
            case "boxed-text":
                boxes.Add(block);
                break;
            case "fn-group":
                foreach (var note in block.Elements)
                {
                    omissions.Add("footnotes", note.Line, XmlWords.In(note));
                }

                break;
            case "def-item":
                Definition(block);
                break;
            case var name when BlockNames.LeftOutKind(name) is { } kind:
                omissions.Add(kind, block.Line, XmlWords.In(block));
                break;
            default:
                Flow(block, depth);
                break;
        }
    }

    // "zinc: a metal"
    private void Definition(JatsNode item)
    {
        var text = new JatsInlineText(targets, omissions, item.Line);
        foreach (var child in item.Elements)
        {
            text.Append(text.IsEmpty ? "" : child.Name == "def" ? ": " : " ");
            foreach (var piece in child.Name == "def" ? child.Children : [child])
            {
                text.Append(piece);
            }
        }

        Take(text);
    }

    private void Take(JatsInlineText? text)
    {
        if (text?.Build() is not { Text.Length: > 0 } paragraph)
        {
            return;
        }

        // eLife prints the DOI of each part below it.
        if (paragraph.Text.StartsWith("DOI:", StringComparison.OrdinalIgnoreCase)
            && References.Doi.Normalise(paragraph.Text["DOI:".Length..]) is not null)
        {
            omissions.Add("DOI lines", text.Line, SourceWords.CountOf(paragraph.Text));
            return;
        }

        paragraphs.Add(paragraph);
    }
}
