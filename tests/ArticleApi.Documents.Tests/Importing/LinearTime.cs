using System.Diagnostics;
using System.Globalization;

namespace ArticleApi.Documents.Tests.Importing;

/// <summary>
/// Checks that reading takes time in proportion to the length of a text: of four times the length about four times as long, where quadratic
/// reading would take sixteen times. Ratios hold on a slow or busy machine too, as limits in seconds do not.
/// </summary>
internal static class LinearTime
{
    private const int Growth = 4;
    private const int MaxRatio = 10;
    private const int Tries = 6;
    private const string ThreadTimes = "/proc/thread-self/schedstat";

    // Quadratic reading of the sizes that the tests ask for takes longer.
    private static readonly TimeSpan Negligible = TimeSpan.FromMilliseconds(100);

    /// <summary>Reads a text of a size, and one of a quarter of it where that took notable time.</summary>
    /// <param name="size">How often the piece that a text consists of is repeated.</param>
    /// <param name="read">Makes a text of a size and reads it.</param>
    public static void Check(int size, Action<int> read)
    {
        var (small, large) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var i = 0; i < Tries; i++)
        {
            large = Shorter(large, size, read);
            if (large < Negligible)
            {
                return;
            }

            small = Shorter(small, size / Growth, read);
            if (large < small * MaxRatio)
            {
                return;
            }
        }

        var (quarter, whole) = (small.TotalMilliseconds, large.TotalMilliseconds);
        Assert.Fail($"Size {size} takes {whole:0} ms, a quarter of it {quarter:0} ms: more than linear time.");
    }

    private static TimeSpan Shorter(TimeSpan known, int size, Action<int> read)
    {
        var start = ProcessorTime();
        read(size);
        var taken = ProcessorTime() - start;
        return taken < known ? taken : known;
    }

    // The time that the thread had a processor, where the system tells it: others that run at the same time do not count.
    private static TimeSpan ProcessorTime() =>
        File.Exists(ThreadTimes)
            ? TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText(ThreadTimes).Split(' ')[0], CultureInfo.InvariantCulture) / 1000)
            : Stopwatch.GetElapsedTime(0);
}
