using System.Collections.Frozen;
using System.Text;
using AngleSharp.Common;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Text;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Html;

/// <summary>
/// A page as a list of its nodes in document order, each with the index where it ends: reading is a loop, however deep the nesting.
/// The tokens are AngleSharp's; its tree takes 900 bytes an element and quadratic time where 100,000 elements are nested.
/// </summary>
internal sealed class HtmlTree
{
    private const int MaxDepth = 512;

    private static readonly FrozenSet<string> KeptAttributes = WordSet.Of(
        "about alt alttext aria-describedby aria-hidden aria-level class content content-id data-bib-id data-content data-counter data-id "
        + "data-legacy-id data-open data-rid data-xml-rid datetime display encoding epub:type hidden href id itemprop lang name property "
        + "rel reveal-id rid role start style title type value xml:id xml:lang");

    private readonly List<HtmlNode> nodes = [];
    private readonly List<HtmlNode> open = [];
    private readonly Dictionary<string, int> openNames = new(StringComparer.Ordinal);
    private readonly bool isXml;
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private int overflow;
    private int attributes;

    private HtmlTree(bool isXml)
    {
        this.isXml = isXml;
        nodes.Add(new HtmlNode("#document", "", 0, 1, null));
        open.Add(nodes[0]);
        openNames.Add("#document", 1);
    }

    /// <summary>What holds all the page, whether it has the tags for it or not.</summary>
    public HtmlNode Root => nodes[0];

    public IReadOnlyList<HtmlNode> Nodes => nodes;

    /// <summary>Whether the page has more elements than it may; then the tree has the first of them.</summary>
    public bool IsOverfull { get; private set; }

    public static HtmlTree Parse(string text, CancellationToken cancel)
    {
        var tree = new HtmlTree(text.AsSpan().TrimStart().StartsWith("<?xml", StringComparison.Ordinal));
        using var source = new TextSource(text);
        var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver)
        {
            SkipComments = true,
            SkipProcessingInstructions = true,
            ShouldEmitAttribute = (ref _, name) => KeptAttributes.Contains(name.ToString()),
            IsAcceptingCharacterData = tree.isXml,
        };
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            if (tree.nodes.Count + tree.attributes > ImportLimits.MaxElements)
            {
                tree.IsOverfull = true;
                tree.PopTo(0);
                return tree;
            }

            ref var token = ref tokenizer.GetStructToken();
            switch (token.Type)
            {
                case HtmlTokenType.EndOfFile:
                    tree.PopTo(0);
                    return tree;
                case HtmlTokenType.Character:
                    tree.AddText(token.Data.ToString(), token.Position.Line);
                    break;
                case HtmlTokenType.EndTag:
                    tree.EndTag(tree.NameOf(token.Name), token.Position.Line);
                    break;
                case HtmlTokenType.StartTag:
                    var name = tree.NameOf(token.Name);
                    tree.StartTag(name, tree.Attributes(token.Attributes), token.IsSelfClosing, token.Position.Line);
                    tokenizer.State = tree.TextState(name, token.IsSelfClosing);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>The nodes within an element.</summary>
    public IEnumerable<HtmlNode> Within(HtmlNode node)
    {
        for (var i = node.Index + 1; i < node.End; i++)
        {
            yield return nodes[i];
        }
    }

    /// <summary>The clean text of an element as a reader sees it.</summary>
    /// <param name="node">The element.</param>
    /// <param name="isLeftOut">What to pass over within it.</param>
    public string TextOf(HtmlNode node, Func<HtmlNode, bool>? isLeftOut = null) => TextOf(node.Index, node.End, isLeftOut);

    /// <summary>The clean text between two indexes.</summary>
    public string TextOf(int start, int end, Func<HtmlNode, bool>? isLeftOut = null)
    {
        var text = new StringBuilder();
        foreach (var piece in Pieces(start, end, isLeftOut))
        {
            text.Append(piece.Text);
        }

        return CleanText.Of(text.ToString());
    }

    /// <summary>The pieces of text between two indexes as a reader sees them.</summary>
    public IEnumerable<TextPiece> Pieces(int start, int end, Func<HtmlNode, bool>? isLeftOut)
    {
        var blocks = new Stack<int>();
        for (var i = start; i < end;)
        {
            var node = nodes[i];
            while (blocks.TryPeek(out var blockEnd) && i >= blockEnd)
            {
                yield return TextPiece.BlockBorder;
                blocks.Pop();
            }

            if (node.IsText)
            {
                yield return new TextPiece(node.Text, node.Parent);
                i++;
            }
            else if (i > start
                && (HtmlElements.IsUnread(node) || HtmlBoilerplate.IsHidden(node) || isLeftOut?.Invoke(node) == true))
            {
                i = node.End;
            }
            else if (node.Name == "math")
            {
                yield return new TextPiece(MathText.Of(this, node), node);
                i = node.End;
            }
            else
            {
                if (node.Name == "br")
                {
                    yield return TextPiece.LineBreak;
                }
                else if (HtmlElements.Block.Contains(node.Name))
                {
                    yield return TextPiece.BlockBorder;
                    blocks.Push(node.End);
                }

                i++;
            }
        }
    }

    // Most names come again and again.
    private string NameOf(StringOrMemory name)
    {
        var known = names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(name.Memory.Span, out var found))
        {
            names.Add(found = name.ToString());
        }

        return found;
    }

    private KeyValuePair<string, string>[] Attributes(AngleSharp.Html.Parser.Tokens.Struct.StructAttributes attributes)
    {
        if (attributes.Count == 0)
        {
            return [];
        }

        var list = new KeyValuePair<string, string>[attributes.Count];
        this.attributes += list.Length;
        for (var i = 0; i < list.Length; i++)
        {
            list[i] = KeyValuePair.Create(NameOf(attributes[i].Name), attributes[i].Value.ToString());
        }

        return list;
    }

    private bool IsForeign => openNames.GetValueOrDefault("svg") + openNames.GetValueOrDefault("math") > 0;

    private HtmlParseMode TextState(string name, bool isSelfClosing) => name switch
    {
        _ when IsForeign || isSelfClosing => HtmlParseMode.PCData,
        "title" or "textarea" => HtmlParseMode.RCData,
        "script" => HtmlParseMode.Script,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        _ => HtmlParseMode.PCData,
    };

    private void AddText(string text, int line)
    {
        if (text.Length > 0 && !(open[^1].Name is "style" or "noembed" or "noframes" or "iframe"))
        {
            nodes.Add(new HtmlNode("", text, nodes.Count, line, open[^1]));
        }
    }

    private void StartTag(string name, KeyValuePair<string, string>[] attributes, bool isSelfClosing, int line)
    {
        if (name is "html" or "body" && openNames.ContainsKey(name))
        {
            return;
        }

        if (!IsForeign)
        {
            CloseImplied(name);
        }

        var node = new HtmlNode(name, "", nodes.Count, line, open[^1]) { Attributes = attributes };
        nodes.Add(node);

        // An anchor that closes itself marks a place, and a script or a frame that does so holds nothing. Browsers leave them open, and
        // take the rest of the page for their content.
        var isEmpty = HtmlElements.Void.Contains(name)
            || (isSelfClosing
                && (isXml
                    || IsForeign
                    || name is "svg" or "math"
                    || HtmlElements.RawText.Contains(name)
                    || (name == "a" && node.Get("href") is null)));
        if (isEmpty)
        {
            return;
        }

        if (open.Count >= MaxDepth)
        {
            overflow++;
            return;
        }

        open.Add(node);
        openNames[name] = openNames.GetValueOrDefault(name) + 1;
    }

    /// <summary>Closes what the start of another element ends.</summary>
    private void CloseImplied(string name)
    {
        if (openNames.GetValueOrDefault("head") > 0 && name != "head" && !HtmlElements.Head.Contains(name))
        {
            Close("head", null);
        }

        if (HtmlElements.ClosesParagraph.Contains(name))
        {
            Close("p", static node => HtmlElements.Scope.Contains(node.Name) || node.Name == "button");
        }

        switch (name)
        {
            case ['h', >= '1' and <= '6'] when open[^1].Name is ['h', >= '1' and <= '6']:
                PopTo(open.Count - 1);
                break;
            case "li":
                Close("li", EndsItem);
                break;
            case "dd" or "dt":
                Close("dd", EndsItem);
                Close("dt", EndsItem);
                break;
            case "td" or "th":
                Close("td", static node => node.Name is "tr" or "table");
                Close("th", static node => node.Name is "tr" or "table");
                break;
            case "tr":
                Close("tr", static node => node.Name == "table");
                break;
            case "tbody" or "thead" or "tfoot":
                Close("tbody", static node => node.Name == "table");
                Close("thead", static node => node.Name == "table");
                Close("tfoot", static node => node.Name == "table");
                break;
            case "option":
                Close("option", static node => node.Name == "select");
                break;
            case "a":
                Close("a", static node => HtmlElements.Block.Contains(node.Name));
                break;
            default:
                break;
        }
    }

    private static bool EndsItem(HtmlNode node) =>
        (HtmlElements.Block.Contains(node.Name) || HtmlElements.Scope.Contains(node.Name)) && node.Name is not ("address" or "div" or "p");

    private void EndTag(string name, int line)
    {
        if (overflow > 0)
        {
            overflow--;
            return;
        }

        if (name == "br")
        {
            StartTag("br", [], isSelfClosing: false, line);
        }
        else if (name is "body" or "html")
        {
            return;
        }
        else if (name == "p" && openNames.GetValueOrDefault("p") == 0)
        {
            nodes.Add(new HtmlNode("p", "", nodes.Count, line, open[^1]));
        }
        else if (HtmlElements.TableParts.Contains(name))
        {
            Close(name, name == "table" ? null : static node => node.Name == "table");
        }
        else if (name is ['h', >= '1' and <= '6'])
        {
            // The end of any heading ends the one that is open.
            CloseHeading();
        }
        else if (name == "template")
        {
            Close(name, null);
        }
        else if (HtmlElements.Block.Contains(name) || name is "button" or "select")
        {
            Close(name, static node => HtmlElements.Scope.Contains(node.Name));
        }
        else
        {
            Close(name, static node => HtmlElements.Block.Contains(node.Name) || HtmlElements.Scope.Contains(node.Name));
        }
    }

    private void CloseHeading()
    {
        var heading = open.FindLastIndex(static node => node.Name is ['h', >= '1' and <= '6'] || HtmlElements.Scope.Contains(node.Name));
        if (heading > 0 && !HtmlElements.Scope.Contains(open[heading].Name))
        {
            PopTo(heading);
        }
    }

    /// <summary>Closes the innermost open element of a name with all within it, unless another that holds it stands before it.</summary>
    private void Close(string name, Func<HtmlNode, bool>? holds)
    {
        if (openNames.GetValueOrDefault(name) == 0)
        {
            return;
        }

        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (open[i].Name == name)
            {
                open[i].IsClosed = true;
                PopTo(i);
                return;
            }

            if (holds?.Invoke(open[i]) == true)
            {
                return;
            }
        }
    }

    private void PopTo(int depth)
    {
        for (var i = open.Count - 1; i >= depth; i--)
        {
            open[i].End = nodes.Count;
            openNames[open[i].Name]--;
        }

        open.RemoveRange(depth, open.Count - depth);
    }
}
