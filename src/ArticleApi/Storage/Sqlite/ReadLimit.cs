using System.Diagnostics;

namespace ArticleApi.Storage.Sqlite;

/// <summary>How long somebody may read: until a time is over, or the caller has left.</summary>
/// <param name="time">From now on; null sets no limit.</param>
/// <param name="cancel">Tells that the caller has left.</param>
internal sealed class ReadLimit(TimeSpan? time, CancellationToken cancel)
{
    private readonly long end =
        time is { } limit ? Stopwatch.GetTimestamp() + (long)(limit.TotalSeconds * Stopwatch.Frequency) : long.MaxValue;

    public bool IsOver => cancel.IsCancellationRequested || Stopwatch.GetTimestamp() > end;
}
