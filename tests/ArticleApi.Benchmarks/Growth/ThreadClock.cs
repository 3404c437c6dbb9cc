using System.Diagnostics;
using System.Globalization;

namespace ArticleApi.Benchmarks.Growth;

/// <summary>
/// The processor time of the thread that made it, which any thread may ask for: other threads and other programs do not count. Where the
/// system does not tell it, the time of day.
/// </summary>
internal sealed class ThreadClock
{
    private const string ThisThread = "/proc/thread-self";

    private readonly string? path = Directory.Exists(ThisThread) ? $"/proc/{new FileInfo(ThisThread).LinkTarget}/schedstat" : null;
    private readonly TimeSpan start;

    public ThreadClock() => start = Now();

    /// <summary>The time since it was made.</summary>
    public TimeSpan Elapsed => Now() - start;

    private TimeSpan Now() => path is null
        ? Stopwatch.GetElapsedTime(0)
        : TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText(path).Split(' ')[0], CultureInfo.InvariantCulture) / 1000);
}
