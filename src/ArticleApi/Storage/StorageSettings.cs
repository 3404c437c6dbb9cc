namespace ArticleApi.Storage;

/// <summary>How the store is used.</summary>
/// <param name="ConnectionString"><c>ConnectionStrings__Articles</c>: where the database is.</param>
internal sealed record StorageSettings(string ConnectionString)
{
    /// <summary><c>Limits__RequestSeconds</c>: how long the statements of a request may take.</summary>
    public TimeSpan RequestTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A write-ahead log of so many bytes is logged as a warning.</summary>
    public long LargeLog { get; init; } = 256 << 20;
}
