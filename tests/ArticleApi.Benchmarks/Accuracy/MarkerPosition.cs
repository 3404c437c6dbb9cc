namespace ArticleApi.Benchmarks.Accuracy;

/// <summary>Where a marker stands, told by the letters around it: they are the same in the file and in the imported article.</summary>
/// <param name="Label">The label that it names.</param>
/// <param name="Place">How many letters of the text precede it: markers of one place are one group.</param>
/// <param name="Before">The last letters of its paragraph before it.</param>
/// <param name="After">The first letters of its paragraph after it.</param>
/// <param name="Paragraph">All letters of its paragraph.</param>
internal sealed record MarkerPosition(string Label, int Place, string Before, string After, string Paragraph)
{
    private const int Context = 20;

    // Fewer letters before a marker than this do not tell its place alone.
    private const int Telling = 8;

    /// <summary>The marker at an offset in the paragraph between two others.</summary>
    public static MarkerPosition In(SourceText text, int start, int at, int end, string label, int lettersBefore = 0)
    {
        var (before, after) = (text.Between(start, at), text.Between(at, end));
        return new MarkerPosition(
            label,
            lettersBefore + text.Between(0, at).Length,
            before[^Math.Min(before.Length, Context)..],
            after[..Math.Min(after.Length, Context)],
            before + after);
    }

    /// <summary>Strictly: the same letters before it, as far as both paragraphs reach.</summary>
    public bool IsAt(MarkerPosition other)
    {
        var length = Math.Min(Before.Length, other.Before.Length);
        return Before.AsSpan()[^length..].SequenceEqual(other.Before.AsSpan()[^length..]) && (length >= Telling || Follows(other));
    }

    /// <summary>Softly: anywhere in the same paragraph.</summary>
    public bool IsNear(MarkerPosition found) =>
        IsAt(found) || found.Paragraph.Contains(Before.Length >= Telling ? Before : Before + After, StringComparison.Ordinal);

    private bool Follows(MarkerPosition other)
    {
        var length = Math.Min(After.Length, other.After.Length);
        return After.AsSpan(0, length).SequenceEqual(other.After.AsSpan(0, length));
    }
}
