namespace ArticleApi.Benchmarks.Growth;

/// <summary>What reading a kind of text of one length took.</summary>
/// <param name="Length">The bytes of the text.</param>
/// <param name="Time">The time until it was read.</param>
/// <param name="Memory">The bytes that the heap grew by at the most.</param>
/// <param name="Outcome">What came of it: an article, or the code of the problem.</param>
internal sealed record GrowthRow(long Length, TimeSpan Time, long Memory, string Outcome)
{
    /// <summary>The power of the length that the time grows with; null where the times are too short to tell.</summary>
    public double? Exponent(GrowthRow shorter, TimeSpan negligible) => Time < negligible
        ? null
        : Math.Log(Time / shorter.Time) / Math.Log((double)Length / shorter.Length);

    /// <summary>How many times the length of the text the heap grew by.</summary>
    public double MemoryMultiple => (double)Memory / Length;
}
