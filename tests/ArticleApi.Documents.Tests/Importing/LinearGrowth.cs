namespace ArticleApi.Documents.Tests.Importing;

/// <summary>
/// Checks that reading takes memory in proportion to the length of a text: what is allocated for four times the length is about four times
/// as much, whatever the machine does besides. How time grows is measured by the verb <c>growth</c> of the benchmarks.
/// </summary>
internal static class LinearGrowth
{
    private const int Growth = 4;

    // Lists double, and what is done once counts for less in a long text.
    private const double MaxRatio = 7;

    /// <summary>Reads a text of a size and one of a quarter of it.</summary>
    /// <param name="size">How often the piece that a text consists of is repeated.</param>
    /// <param name="read">Makes a text of a size and reads it.</param>
    public static void Check(int size, Action<int> read)
    {
        // What is made once is not counted.
        read(size / Growth / Growth);
        var (quarter, whole) = (Allocated(size / Growth, read), Allocated(size, read));

        Assert.True(whole < quarter * MaxRatio, $"Size {size} takes {whole} bytes, a quarter of it {quarter}: more than linear growth.");
    }

    private static long Allocated(int size, Action<int> read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        read(size);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
