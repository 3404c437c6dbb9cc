namespace ArticleApi.Storage;

/// <summary>How the database is read and written.</summary>
/// <param name="ConnectionString"><c>ConnectionStrings__Articles</c>: where it is.</param>
internal sealed record StorageSettings(string ConnectionString)
{
    /// <summary>The most that SQLite reads as memory.</summary>
    public const long MaxMemoryMap = 2_147_418_112;

    public const int DefaultBusySeconds = 10;

    /// <summary><c>Storage__Durability</c>: what an acknowledged write survives.</summary>
    public Durability Durability { get; init; }

    /// <summary><c>Storage__MemoryMap</c>: how many bytes of the file are read as memory; 0 reads none so.</summary>
    public long MemoryMap { get; init; } = MaxMemoryMap;

    /// <summary><c>Storage__BusySeconds</c>: how long a write waits for its turn, whoever is before it.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(DefaultBusySeconds);

    /// <summary><c>Limits__RequestSeconds</c>: how long the statements of a request may take.</summary>
    public TimeSpan RequestTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A write-ahead log of so many bytes is logged as a warning.</summary>
    public long LargeLog { get; init; } = 256 << 20;
}
