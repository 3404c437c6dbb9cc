using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Jats;

/// <summary>An element or a piece of text of the XML. Names have no prefix: <c>xlink:href</c> is <c>href</c>.</summary>
internal sealed class JatsNode
{
    private List<JatsNode>? children;
    private List<(string Name, string Value)>? attributes;

    private JatsNode(string name, string text, int line)
    {
        Name = name;
        Text = text;
        Line = line;
    }

    /// <summary>The local name; empty for text.</summary>
    public string Name { get; }

    /// <summary>The text of a piece of text.</summary>
    public string Text { get; }

    /// <summary>The line of the input where it starts.</summary>
    public int Line { get; }

    public bool IsText => Name.Length == 0;

    public IReadOnlyList<JatsNode> Children => children ?? (IReadOnlyList<JatsNode>)[];

    public IEnumerable<JatsNode> Elements => Children.Where(child => !child.IsText);

    public static JatsNode Element(string name, int line) => new(name, "", line);

    public static JatsNode Of(string text, int line) => new("", text, line);

    public void Add(JatsNode child) => (children ??= []).Add(child);

    public void Add(string attribute, string value) => (attributes ??= []).Add((attribute, value));

    /// <summary>The value of an attribute, or null.</summary>
    public string? Attribute(string name) => attributes?.Find(attribute => attribute.Name == name).Value;

    public bool Is(string attribute, string value) => string.Equals(Attribute(attribute), value, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first child of a name, or null.</summary>
    public JatsNode? Child(string name) => children?.Find(child => child.Name == name);

    public IEnumerable<JatsNode> ChildrenOf(string name) => Children.Where(child => child.Name == name);

    /// <summary>The elements below this one in order, without those of some names and what stands in them.</summary>
    public IEnumerable<JatsNode> Descendants(params string[] without) =>
        Walk(node => !without.Contains(node.Name, StringComparer.Ordinal), _ => true);

    /// <summary>The elements of some names below this one that stand in no other of them.</summary>
    public IEnumerable<JatsNode> Topmost(params string[] names) =>
        Walk(_ => true, node => !names.Contains(node.Name, StringComparer.Ordinal))
            .Where(node => names.Contains(node.Name, StringComparer.Ordinal));

    private IEnumerable<JatsNode> Walk(Predicate<JatsNode> counts, Predicate<JatsNode> opens)
    {
        var open = new Stack<IEnumerator<JatsNode>>([Elements.GetEnumerator()]);
        while (open.TryPeek(out var siblings))
        {
            if (!siblings.MoveNext())
            {
                open.Pop();
            }
            else if (counts(siblings.Current))
            {
                yield return siblings.Current;
                if (siblings.Current.children is not null && opens(siblings.Current))
                {
                    open.Push(siblings.Current.Elements.GetEnumerator());
                }
            }
        }
    }

    /// <summary>The first element of a name below this one, or null.</summary>
    public JatsNode? Descendant(string name) => Descendants().FirstOrDefault(node => node.Name == name);

    /// <summary>All text below this node, clean, without what stands in elements of some names.</summary>
    public string CleanTextWithout(params string[] names)
    {
        var text = new System.Text.StringBuilder();
        Append(text, names);
        return CleanText.Of(text.ToString());
    }

    private void Append(System.Text.StringBuilder text, string[] without)
    {
        text.Append(Text);
        foreach (var child in Children)
        {
            if (child.Name is "break")
            {
                text.Append(' ');
            }
            else if (!without.Contains(child.Name, StringComparer.Ordinal))
            {
                child.Append(text, without);
            }
        }
    }
}
