namespace ArticleApi.Http.Limits;

/// <summary>How much the service does at once.</summary>
/// <param name="RequestTime"><c>Limits__RequestSeconds</c>: how long a request may read the database.</param>
/// <param name="Queue"><c>Limits__Queue</c>: how many requests of a kind may wait for a slot.</param>
/// <param name="SnapshotTime">
/// <c>Limits__SnapshotSeconds</c>: how long an export waits for its reader while it holds a view of the store.
/// </param>
/// <param name="TemporaryBytes"><c>Limits__TemporaryBytes</c>: the room for what slow readers of exports have not yet read.</param>
/// <param name="MaxBodyBytes"><c>Limits__MaxBodyBytes</c>: the largest body of a request, and file or line of an import.</param>
internal sealed record LimitSettings(TimeSpan RequestTime, int Queue, TimeSpan SnapshotTime, long TemporaryBytes, long MaxBodyBytes)
{
    private const int LargestBodies = 8;

    public const int DefaultRequestSeconds = 5, DefaultQueue = 1000, DefaultSnapshotSeconds = 60;
    public const long DefaultTemporaryBytes = 4L << 30, DefaultMaxBodyBytes = 10 << 20;

    /// <summary>The memory for bodies that are being received or wait for a slot.</summary>
    public long BodyBytes => LargestBodies * MaxBodyBytes;

    /// <summary>The longest wait for a slot. Who would wait longer gets a 503 at once rather than a late response.</summary>
    public static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(1.5);
}
