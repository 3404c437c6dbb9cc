namespace ArticleApi.Documents.Text;

/// <summary>A long text whose offsets in code points are found fast, without counting from its start each time.</summary>
public sealed class IndexedText
{
    private const int Step = 1024;

    // The UTF-16 index of each 1024th code point; null where every code point is one unit.
    private readonly List<int>? steps;

    public IndexedText(string text)
    {
        Text = text;
        Length = text.Length;
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return;
        }

        (steps, Length) = ([], 0);
        for (var index = 0; index < text.Length; index += CodePoints.WidthAt(text, index))
        {
            if (Length++ % Step == 0)
            {
                steps.Add(index);
            }
        }
    }

    public string Text { get; }

    /// <summary>The number of code points.</summary>
    public int Length { get; }

    /// <summary>The number of code points before a UTF-16 index.</summary>
    public int ToOffset(int index)
    {
        if (steps is null)
        {
            return index;
        }

        var found = steps.BinarySearch(index);
        var step = found >= 0 ? found : ~found - 1;
        return (step * Step) + CodePoints.Count(Text.AsSpan(steps[step]..index));
    }

    /// <summary>The text between two offsets; empty where they do not lie within it in this order.</summary>
    public ReadOnlySpan<char> Slice(int start, int end) =>
        start >= 0 && start <= end && end <= Length ? Text.AsSpan(ToIndex(start)..ToIndex(end)) : default;

    private int ToIndex(int offset)
    {
        if (steps is null)
        {
            return offset;
        }

        var step = Math.Min(offset / Step, steps.Count - 1);
        return steps[step] + CodePoints.ToIndex(Text.AsSpan(steps[step]), offset - (step * Step));
    }
}
