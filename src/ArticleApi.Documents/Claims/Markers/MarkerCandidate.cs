namespace ArticleApi.Documents.Claims.Markers;

/// <summary>A number, or a group of numbers, that may be a citation marker.</summary>
internal sealed class MarkerCandidate(int start, int end, MarkerContext context, IReadOnlyList<NamedLabel> named)
{
    private List<string>? labels;

    public int Start { get; } = start;

    public int End { get; } = end;

    public MarkerContext Context { get; } = context;

    public IReadOnlyList<NamedLabel> Named { get; } = named;

    /// <summary>The word that the number is glued to, as printed; empty where it is glued to none.</summary>
    public string Word { get; init; } = "";

    /// <summary>Whether the word behind it is one that begins sentences.</summary>
    public bool BeginsSentence { get; init; }

    public Verdict Verdict { get; set; }

    /// <summary>
    /// Why the candidate stays in the text though it looks like a marker; null where it does not look like one, or is one.
    /// </summary>
    public string? Doubt { get; set; }

    /// <summary>Whether it is a marker by its form but names a label that the list lacks.</summary>
    public bool Unknown { get; init; }

    /// <summary>Whether it is a marker if it names the label that is next in order; else <see cref="Doubt"/> holds.</summary>
    public bool IsMarkerInOrder { get; set; }

    /// <summary>Whether punctuation stands behind it, as behind what ends a clause.</summary>
    public bool Closes { get; init; }

    /// <summary>Whether it is a part of the sentence, "ref. 3", and stays in the text.</summary>
    public bool IsKept { get; init; }

    public bool IsGroup => Named.Count > 1;

    /// <summary>The labels that it names, ranges expanded through the list, each once.</summary>
    public IReadOnlyList<string> Labels(LabelIndex index) => labels ??= Expand(index);

    /// <summary>Decides the candidate.</summary>
    /// <param name="isMarker">Whether it is a marker.</param>
    /// <param name="doubt">What is reported where it is none.</param>
    public void Settle(bool isMarker, string doubt)
    {
        Verdict = isMarker ? Verdict.Marker : Verdict.NoMarker;
        Doubt = isMarker ? null : doubt;
    }

    private List<string> Expand(LabelIndex index)
    {
        var expanded = new List<string>();
        for (var i = 0; i < Named.Count; i++)
        {
            if (Named[i].EndsRange && i > 0 && index.IsRange(Named[i - 1].Label, Named[i].Label))
            {
                expanded.AddRange(index.Expand(Named[i - 1].Label, Named[i].Label));
            }
            else if (index.Contains(Named[i].Label))
            {
                expanded.Add(Named[i].Label);
            }
        }

        return expanded.Count > 1 ? [.. expanded.Distinct(StringComparer.Ordinal)] : expanded;
    }
}
