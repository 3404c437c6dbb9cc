using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Claims.Markers;

/// <summary>Finds the entries of a reference list by their labels.</summary>
internal sealed class LabelIndex
{
    /// <summary>The length of the longest label that is looked for in brackets, "[Keeler2021b]".</summary>
    public const int MaxLength = 24;

    private readonly IReadOnlyList<Reference> references;
    private readonly Dictionary<string, int> positions = new(StringComparer.Ordinal);

    public LabelIndex(IReadOnlyList<Reference> references, int textLength)
    {
        this.references = references;
        for (var i = 0; i < references.Count; i++)
        {
            positions.TryAdd(references[i].Label, i);
        }

        RangeBudget = textLength + 10_000;
    }

    /// <summary>How many labels ranges may still stand for. Without it a text of nothing but "[1-999]" would grow a thousandfold.</summary>
    public int RangeBudget { get; private set; }

    public int Count => positions.Count;

    public bool Contains(ReadOnlySpan<char> label) => positions.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(label);

    public Reference? Find(string label) => positions.TryGetValue(label, out var at) ? references[at] : null;

    /// <summary>Whether the second label stands after the first in the list.</summary>
    public bool IsRange(string first, string last) =>
        positions.TryGetValue(first, out var from) && positions.TryGetValue(last, out var to) && from < to;

    /// <summary>The labels after the first up to the last, as the list has them; only the last where the budget is spent.</summary>
    public IEnumerable<string> Expand(string first, string last)
    {
        var (from, to) = (positions[first], positions[last]);
        if (to - from > RangeBudget)
        {
            return [last];
        }

        RangeBudget -= to - from;
        return references.Skip(from + 1).Take(to - from).Select(reference => reference.Label);
    }
}
