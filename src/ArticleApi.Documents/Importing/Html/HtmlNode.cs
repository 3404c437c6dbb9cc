namespace ArticleApi.Documents.Importing.Html;

/// <summary>An element or a piece of text of a page. Nodes are numbered in document order.</summary>
internal sealed class HtmlNode(string name, string text, int index, int line, HtmlNode? parent)
{
    private static readonly char[] Spaces = [' ', '\t', '\n', '\r', '\f'];

    /// <summary>The name of the element, in lower case; empty for text.</summary>
    public string Name { get; } = name;

    /// <summary>The text; empty for an element.</summary>
    public string Text { get; } = text;

    public int Index { get; } = index;

    /// <summary>The index after the last node within.</summary>
    public int End { get; set; } = index + 1;

    /// <summary>The line of the input where it starts, counted from 1.</summary>
    public int Line { get; } = line;

    public HtmlNode? Parent { get; } = parent;

    /// <summary>Whether its own end tag closes it; false where an element around it ends it, or the page.</summary>
    public bool IsClosed { get; set; }

    public KeyValuePair<string, string>[] Attributes { get; init; } = [];

    public bool IsText => Name.Length == 0;

    public string Id => Get("id") ?? "";

    /// <summary>The value of an attribute, or null.</summary>
    public string? Get(string attribute)
    {
        foreach (var (key, value) in Attributes)
        {
            if (key == attribute)
            {
                return value;
            }
        }

        return null;
    }

    public IReadOnlyList<string> Words(string attribute) => Get(attribute)?.Split(Spaces, StringSplitOptions.RemoveEmptyEntries) ?? [];

    public bool HasClass(string name) => Words("class").Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The depth of a heading, 1 to 6; 0 for anything else.</summary>
    public int HeadingLevel => this switch
    {
        { Name: ['h', >= '1' and <= '6' and var digit] } => digit - '0',
        { Name: "div" or "p" or "span" } when Get("role") == "heading" =>
            Get("aria-level") is [>= '1' and <= '6' and var digit] ? digit - '0' : 2,
        _ => 0,
    };

    /// <summary>The nearest element around it that fits, itself included; null where there is none.</summary>
    public HtmlNode? Closest(Func<HtmlNode, bool> fits)
    {
        var node = this;
        while (node is not null && !fits(node))
        {
            node = node.Parent;
        }

        return node;
    }
}
