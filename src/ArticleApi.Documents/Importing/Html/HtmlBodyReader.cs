using System.Text.RegularExpressions;
using ArticleApi.Documents.Importing.Lines;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Html;

/// <summary>Reads the body of a page into sections and paragraphs. Links to references become citation markers.</summary>
internal sealed partial class HtmlBodyReader
{
    private const int MaxSignNodes = 40;
    private const int MaxSign = 24;

    private readonly HtmlTree tree;
    private readonly MainContent page;
    private readonly ReferenceLists references;
    private readonly string? title;
    private readonly IReadOnlySet<int> headLines;
    private readonly PageWords words;
    private readonly Omissions omissions;
    private readonly List<ImportNote> notes;
    private readonly Stack<int> blockEnds = new();
    private readonly List<BodySection> sections = [];
    private readonly List<BodyParagraph> keyPoints = [];
    private readonly List<TextScript> scripts = [];
    private readonly bool hasList;
    private DraftTextBuilder text = new();
    private BodySection section = new(null, 2, 0);
    private HtmlNode? first;
    private int breaks;
    private int superscriptEnd;
    private int superscriptStart;
    private (int Start, int End)? subscript;
    private int keyPointsEnd;
    private bool isKeyPoint;
    private int pageEnd;

    public HtmlBodyReader(
        HtmlTree tree,
        MainContent page,
        ReferenceLists references,
        string? title,
        IReadOnlySet<int> headLines,
        PageWords words,
        Omissions omissions,
        List<ImportNote> notes)
    {
        this.tree = tree;
        this.page = page;
        this.references = references;
        this.title = title is null ? null : Folding.Key(title);
        this.headLines = headLines;
        this.words = words;
        this.omissions = omissions;
        this.notes = notes;
        hasList = references.Entries.Count > 0;
    }

    public IReadOnlyList<BodySection> Sections => sections;

    public IReadOnlyList<BodyParagraph> KeyPoints => keyPoints;

    /// <summary>Reads the body from an index on to the end of its element.</summary>
    /// <param name="start">The index of the first node.</param>
    /// <param name="end">The index after the last.</param>
    /// <param name="cancel">Stops the reading.</param>
    public void Read(int start, int end, CancellationToken cancel)
    {
        for (var i = start; i < end;)
        {
            cancel.ThrowIfCancellationRequested();
            CloseEnded(i);
            i = Next(tree.Nodes[i]);
        }

        CloseEnded(int.MaxValue);
        EndParagraph();
        EndSection();
    }

    /// <summary>Reads a node and gives the index of the one to read next.</summary>
    private int Next(HtmlNode node)
    {
        if (references.Taken.TryGetValue(node.Index, out var after))
        {
            EndParagraph();
            return after;
        }

        if (node.IsText)
        {
            AppendText(node);
            return node.End;
        }

        if (headLines.Contains(node.Index))
        {
            EndParagraph();
            return node.End;
        }

        if (IsMath(node))
        {
            Append(MathText.Of(tree, tree.Within(node).FirstOrDefault(child => child.Name == "math") ?? node), node);
            return node.End;
        }

        if (page.KindOf(node) is { } kind)
        {
            return Skip(node, kind);
        }

        if (node.Name is "span" or "div" or "aside" or "small" && references.Repeats(node))
        {
            return Skip(node, "references printed beside their markers");
        }

        if (node.HeadingLevel > 0)
        {
            return Heading(node, node.HeadingLevel);
        }

        if (node.Name is "a" or "span" && Link(node))
        {
            return node.End;
        }

        if (IsSuperscript(node) && Superscript(node))
        {
            return node.End;
        }

        if (node.Name == "sub" && subscript is null)
        {
            subscript = (text.Position, node.End);
        }
        else if (node.Name == "br")
        {
            Break(node);
        }
        else if (HtmlElements.Block.Contains(node.Name))
        {
            EndParagraph();
            if (HtmlHeadings.BoldLine(tree, node) is { } bold)
            {
                var above = sections.Count > 0 || section.Heading is not null ? section.Level : 1;
                var level = section.IsBold ? above : above + 1;
                return Heading(bold, Math.Min(level, HtmlHeadings.MaxLevel), isBold: true);
            }

            blockEnds.Push(node.End);
        }

        return node.Index + 1;
    }

    private void CloseEnded(int index)
    {
        if (superscriptEnd > 0 && index >= superscriptEnd)
        {
            superscriptEnd = 0;
            if (text.Position > superscriptStart)
            {
                scripts.Add(new TextScript(superscriptStart, text.Position, IsRaised: true));
            }
        }

        if (subscript is { } lowered && index >= lowered.End)
        {
            subscript = null;
            if (text.Position > lowered.Start)
            {
                scripts.Add(new TextScript(lowered.Start, text.Position, IsRaised: false));
            }
        }

        while (blockEnds.TryPeek(out var end) && end <= index)
        {
            blockEnds.Pop();
            EndParagraph();
        }
    }

    private int Skip(HtmlNode node, string kind)
    {
        if (HtmlElements.Block.Contains(node.Name))
        {
            EndParagraph();
        }

        Omit(kind, node);
        return node.End;
    }

    /// <summary>Tells of what is left out, if it has words.</summary>
    private void Omit(string kind, HtmlNode node)
    {
        if (words.In(node) is > 0 and var count)
        {
            omissions.Add(kind, node.Line, count);
        }
    }

    private static bool IsMath(HtmlNode node) => node.Name == "math" || (node.Name is "span" or "div" && node.HasClass("mwe-math-element"));

    private void AppendText(HtmlNode node)
    {
        if (breaks > 0 && !string.IsNullOrWhiteSpace(node.Text))
        {
            breaks = 0;
        }

        Append(node.Text, node);
    }

    private void Append(string piece, HtmlNode node)
    {
        if (first is null && !string.IsNullOrWhiteSpace(piece))
        {
            first = node;
        }

        text.Append(piece);
    }

    // Two breaks end a paragraph; one is a space.
    private void Break(HtmlNode node)
    {
        breaks++;
        if (breaks > 1)
        {
            EndParagraph();
        }
        else
        {
            Append(" ", node);
        }
    }

    private int Heading(HtmlNode node, int level, bool isBold = false)
    {
        EndParagraph();
        var name = HtmlHeadings.TextOf(tree, node);
        var key = Folding.Key(name);
        if (name.Length == 0 || (level == 1 && key == title))
        {
            Omit("repeated titles", node);
            return node.End;
        }

        if (words.In(node) - SourceWords.CountOf(name) is > 0 and var signs)
        {
            omissions.Add("signs beside headings", node.Line, signs);
        }

        if (!isBold && keyPoints.Count == 0 && HeadingNames.IsKeyPoints(name) && ReadKeyPoints(node))
        {
            return Math.Max(keyPointsEnd, node.End);
        }

        if (HtmlHeadings.IsBoilerplate(name))
        {
            var end = ReferenceRegions.EndOfPart(tree, node, 0);
            omissions.Add($"the part {ImportNote.Quote(name)}", node.Line, words.In(node.Index, end));
            return end;
        }

        EndSection();
        section = new BodySection(name, isBold ? level : level + HtmlHeadings.SectionDepth(node), node.Line) { IsBold = isBold };
        return node.End;
    }

    /// <summary>Reads the list in the box that a heading opens.</summary>
    private bool ReadKeyPoints(HtmlNode heading)
    {
        var end = ReferenceRegions.EndOfPart(tree, heading, 0);
        for (var climb = 1;
            climb < 4 && !tree.Nodes.Skip(heading.End).Take(end - heading.End).Any(node => node.Name is "li" or "p");
            climb++)
        {
            end = ReferenceRegions.EndOfPart(tree, heading, climb);
        }

        // The list alone; what follows it is text again.
        var items = new List<HtmlNode>();
        for (var i = heading.End;
            i < end && (items.Count == 0 || tree.Nodes[i].Parent == items[^1].Parent || string.IsNullOrWhiteSpace(tree.Nodes[i].Text));)
        {
            var node = tree.Nodes[i];
            if (node.Name == "li")
            {
                items.Add(node);
                i = node.End;
            }
            else if (items.Count == 0 || node.IsText)
            {
                i++;
            }
            else
            {
                break;
            }
        }

        if (items.Count == 0)
        {
            return false;
        }

        isKeyPoint = true;
        foreach (var item in items)
        {
            for (var i = item.Index + 1; i < item.End;)
            {
                CloseEnded(i);
                i = Next(tree.Nodes[i]);
            }

            CloseEnded(item.End);
            EndParagraph();
        }

        isKeyPoint = false;

        keyPointsEnd = items[^1].End;
        return true;
    }

    private bool IsSuperscript(HtmlNode node) =>
        superscriptEnd == 0
        && (node.Name == "sup"
            || (node.Name == "span"
                && (node.HasClass("sup")
                    || node.HasClass("superscript")
                    || node.Get("style")?.Contains("super", StringComparison.OrdinalIgnoreCase) == true)));

    /// <summary>Begins a superscript, or passes over one that is a remark of an editor or of a page.</summary>
    private bool Superscript(HtmlNode node)
    {
        var inner = node.End - node.Index <= MaxSignNodes ? tree.TextOf(node) : "";
        if (PageSuffix().IsMatch(inner))
        {
            Omit("page numbers beside markers", node);
            return true;
        }

        if (inner is ['[', .., ']']
            && !inner.Any(char.IsAsciiDigit)
            && inner.Length > 4
            && !tree.Within(node).Any(child => references.PointedToBy(child, inner).Count > 0 || references.IsNote(child)))
        {
            Omit("remarks such as " + ImportNote.Quote(inner), node);
            return true;
        }

        superscriptEnd = node.End;
        superscriptStart = text.Position;
        return false;
    }

    /// <summary>Reads a link that points to a reference or a note, or that is a number which points to another page.</summary>
    private bool Link(HtmlNode node)
    {
        if (node.Attributes.Length == 0 || node.End - node.Index > MaxSignNodes)
        {
            return false;
        }

        var printed = tree.TextOf(node, references.Repeats);
        var isSign = PageLinks.IsSign(printed);
        if (references.PointedToBy(node, printed) is { Count: > 0 } named && (isSign || PageLinks.IsLocal(node) || printed.Length < 60))
        {
            Mark(node, named, !named.Any(index => IsMereSign(printed, references.LabelOf(index))), printed);
            return true;
        }

        if (hasList && isSign && IsCallOut(node, printed) && !references.IsNote(node))
        {
            Mark(node, references.Named(printed), kept: false, printed);
            return true;
        }

        // "1", with a badge for a trusted source behind it.
        var number = isSign
            ? PageLinks.Core(printed)
            : CleanText.Of(string.Concat(tree.Within(node).Where(child => child.Parent == node).Select(child => child.Text)));
        var isNumber = number.Length is > 0 and <= 4 && number.All(char.IsAsciiDigit) && printed.Length <= MaxSign;
        if (node.Name != "a" || (!isSign && !isNumber))
        {
            return false;
        }

        if (references.IsNote(node))
        {
            Omit("signs of notes", node);
            return true;
        }

        if (!hasList
            && isNumber
            && (superscriptEnd > 0 || printed[0] == '[' || text.Last is '[' or '(' || FollowsPage())
            && PageLinks.Outside(node) is { } address)
        {
            Mark(node, [references.AddPage(number, address, node.Get("title"), node.Line)], kept: false, printed);
            pageEnd = text.Position;
            return true;
        }

        if (PageLinks.IsLocal(node) && (isNumber || printed is ['[', .., ']']) && references.IsMissing(node))
        {
            Mark(node, [], kept: false, printed);
            return true;
        }

        return false;
    }

    /// <summary>Whether a sign that leads nowhere by itself stands for a reference: a script shows it.</summary>
    private bool IsCallOut(HtmlNode node, string printed) =>
        node.Name == "a"
        && PageLinks.IsWithoutTarget(node)
        && PageLinks.Core(printed) is [>= '0' and <= '9', ..]
        && (superscriptEnd > 0
            || printed[0] is '[' or '('
            || text.Last is '[' or '('
            || node.Get("role") is "doc-noteref" or "doc-biblioref"
            || node.Words("class").Any(name => CallOutClass().IsMatch(name)));

    // "(2, 3)"
    private bool FollowsPage() => pageEnd > 0 && text.Position - pageEnd <= 2;

    private void Mark(HtmlNode node, IReadOnlyList<int> indexes, bool kept, string printed)
    {
        var start = text.Position;
        var shown = 0;
        foreach (var child in tree.Within(node).Where(child => child.IsText && !IsHiddenWithin(child, node)))
        {
            AppendText(child);
            shown += words.In(child);
        }

        if (words.In(node) > shown)
        {
            omissions.Add("hidden texts", node.Line, words.In(node) - shown);
        }

        // Of an empty link the label is computed.
        text.Mark(start, indexes, kept, printed.Length == 0 && indexes.Count > 0 ? $"[{references.LabelOf(indexes[0])}]" : null);
        first ??= node;
    }

    private bool IsHiddenWithin(HtmlNode node, HtmlNode link) =>
        node.Closest(around => around == link || HtmlBoilerplate.IsHidden(around) || references.Repeats(around)) != link;

    // "3", "[3]", "[Knu84]" stand for the label; "2010" and "Smith 2010" are words of the sentence.
    private bool IsMereSign(string printed, string label)
    {
        var core = PageLinks.Core(printed);
        if (core.Length == 0 || string.Equals(core, label, StringComparison.OrdinalIgnoreCase))
        {
            return !text.EndsWithWord("ref", "refs", "reference", "references");
        }

        return (PageLinks.IsSign(printed) && !(core.Length == 4 && Years.IsYear(core) && core.All(char.IsAsciiDigit)))
            || (printed is ['[', .., ']'] && !printed.Contains(' ', StringComparison.Ordinal));
    }

    private BodyParagraph Paragraph()
    {
        superscriptEnd = 0;
        subscript = null;
        var paragraph = new BodyParagraph(text.Build(first?.Line), [.. scripts]);
        text = new DraftTextBuilder();
        scripts.Clear();
        first = null;
        breaks = 0;
        pageEnd = 0;
        return paragraph;
    }

    private void EndParagraph()
    {
        breaks = 0;
        if (text.IsEmpty)
        {
            return;
        }

        var node = first;
        var paragraph = Paragraph();
        var printed = paragraph.Text.Text;
        if (!printed.Any(char.IsLetterOrDigit))
        {
            return;
        }

        var count = SourceWords.CountOf(printed);
        if (section.Heading is null && section.Paragraphs.Count == 0 && Folding.Key(printed) == title)
        {
            omissions.Add("repeated titles", paragraph.Text.Line ?? 1, count);
            return;
        }

        if (PageBoilerplate.Is(printed))
        {
            notes.Add(ImportNote.Info(
                "boilerplate",
                $"{ImportNote.Quote(printed)} belongs to the page, not to the article, and is left out.",
                paragraph.Text.Line) with
            {
                Words = count,
            });
        }
        else if (node is not null && paragraph.Text.Markers.Count == 0 && IsAllLinks(node, printed))
        {
            omissions.Add("lists of links", node.Line, count);
        }
        else
        {
            (isKeyPoint ? keyPoints : section.Paragraphs).Add(paragraph);
        }
    }

    // An item or a line of nothing but links leads elsewhere.
    private bool IsAllLinks(HtmlNode node, string printed)
    {
        var link = node.Closest(around => around.Name == "a");
        return link is not null
            && link.Get("href") is not null
            && printed[^1] is not ('.' or '!' or '?')
            && tree.TextOf(link).Length >= printed.Length - 2;
    }

    private void EndSection()
    {
        if (section.Paragraphs.Count == 0 && section.Heading is { } name && HeadingNames.IsReferences(name))
        {
            if (references.Entries.Count == 0)
            {
                notes.Add(
                    ImportNote.Warning("empty-references", "Nothing that is a list follows the heading of the references.", section.Line));
            }
        }
        else if (section.Heading is not null || section.Paragraphs.Count > 0)
        {
            sections.Add(section);
        }

        section = new BodySection(null, 2, 0);
    }

    [GeneratedRegex(
        @"^(?:.{0,20}[-_])?(?:refs?|bibr?|cit|cite|citation|reference|footnote|fn|note|noteref|xref)(?:[-_0-9].{0,20})?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CallOutClass();

    // ":12", "{{rp}}" of MediaWiki
    [GeneratedRegex(@"^:\s?[0-9ivx]{1,8}(?:[\s," + Characters.DashClass + @"]{1,3}[0-9ivx]{1,8}){0,8}$", RegexOptions.CultureInvariant)]
    private static partial Regex PageSuffix();
}
