namespace ArticleApi.Documents.Importing.Jats;

/// <summary>The elements that cross-references point at, by id: references, footnotes and others.</summary>
internal sealed class Targets
{
    private readonly Dictionary<string, int> references = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JatsNode> others = new(StringComparer.Ordinal);
    private readonly Dictionary<JatsNode, int> places = [];
    private readonly Dictionary<string, int> byLabel = new(StringComparer.Ordinal);
    private readonly string?[] labels;
    private int rangeBudget;

    /// <param name="article">The article.</param>
    /// <param name="entries">The elements of its reference list, in order.</param>
    /// <param name="labels">Their labels; null where they have none, so that their place is their label.</param>
    /// <param name="cancel">Stops the search.</param>
    public Targets(JatsNode article, IReadOnlyList<JatsNode> entries, IReadOnlyList<string?> labels, CancellationToken cancel)
    {
        this.labels = [.. labels];
        for (var i = 0; i < entries.Count; i++)
        {
            foreach (var node in entries[i].Descendants().Prepend(entries[i]))
            {
                if (node.Attribute("id") is { } id)
                {
                    references.TryAdd(id, i);
                }
            }

            byLabel.TryAdd(labels[i] ?? $"{i + 1}", i);
        }

        var ordinals = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in article.Descendants())
        {
            cancel.ThrowIfCancellationRequested();
            rangeBudget++;
            if (node.Name is "fig" or "table-wrap" or "disp-formula" or "boxed-text")
            {
                ordinals[node.Name] = ordinals.GetValueOrDefault(node.Name) + 1;
                places.Add(node, ordinals[node.Name]);
            }

            if (node.Attribute("id") is { } id)
            {
                others.TryAdd(id, node);
            }

            HasBrackets |= HasBracketedSign(node);
        }

        rangeBudget += 10_000;
    }

    /// <summary>Whether the article prints signs in brackets, "[3]", for its references.</summary>
    public bool HasBrackets { get; }

    private static bool HasBracketedSign(JatsNode parent)
    {
        for (var i = 0; i < parent.Children.Count; i++)
        {
            if (parent.Children[i] is { Name: "xref" } xref
                && xref.Is("ref-type", "bibr")
                && (xref.Children is [{ IsText: true, Text: ['[', ..] }, ..] || (i > 0 && parent.Children[i - 1].Text is [.., '['])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The references that a cross-reference points at, by index.</summary>
    public IReadOnlyList<int> References(JatsNode xref) =>
        [.. Ids(xref).Select(id => references.GetValueOrDefault(id, -1)).Where(index => index >= 0).Distinct()];

    /// <summary>Whether a cross-reference means a reference but points at nothing that there is.</summary>
    public bool IsDangling(JatsNode xref) =>
        xref.Is("ref-type", "bibr") && !Ids(xref).Any(id => references.ContainsKey(id) || others.ContainsKey(id));

    public bool IsNote(JatsNode xref) =>
        Ids(xref).Any(id => others.TryGetValue(id, out var node) && node.Name is "fn" or "corresp")
        || xref.Attribute("ref-type") is "fn" or "table-fn" or "author-notes" or "corresp";

    /// <summary>
    /// What a cross-reference that prints nothing would print behind "Fig.": the number of what it points at, by its label or its place
    /// among its like.
    /// </summary>
    public string NumberOf(JatsNode xref)
    {
        var target = Ids(xref).Select(id => others.GetValueOrDefault(id)).FirstOrDefault(node => node is not null);
        return target is null ? ""
            : target.Child("label")?.CleanTextWithout().Trim('.', ':', '(', ')', ' ') is { Length: > 0 } label
            ? label[(label.LastIndexOf(' ') + 1)..]
            : places.TryGetValue(target, out var place) ? $"{place}"
            : "";
    }

    /// <summary>The label of a reference as the text prints it.</summary>
    public string Label(int index) => labels[index] ?? $"{index + 1}";

    /// <summary>The reference of a label, or null.</summary>
    public int? Find(string label) => byLabel.TryGetValue(label, out var index) ? index : null;

    /// <summary>
    /// The references after the first up to the last of a range; only the last where it is none or the article has spent its share.
    /// </summary>
    public IEnumerable<int> Range(int first, int last)
    {
        var numbers = (From: Number(first), To: Number(last));
        var length = numbers is { From: { } from, To: { } to } ? to - from : last - first;
        if (length <= 0 || length > labels.Length || length > rangeBudget)
        {
            return [last];
        }

        rangeBudget -= length;
        var named = numbers.From is { } start && numbers.To is not null
            ? Enumerable.Range(start + 1, length).Select(number => Find($"{number}")).ToList()
            : [];
        return named.Count > 0 && named.TrueForAll(index => index is not null)
            ? named.Select(index => index!.Value)
            : last > first ? Enumerable.Range(first + 1, last - first) : [last];
    }

    private int? Number(int index) =>
        int.TryParse(Label(index), System.Globalization.NumberStyles.None, null, out var number) ? number : null;

    private static string[] Ids(JatsNode xref) =>
        xref.Attribute("rid")?.Split([' ', '\t', '\n', '\r', ','], StringSplitOptions.RemoveEmptyEntries) ?? [];
}
