namespace ArticleApi.Storage;

/// <summary>How the database is read and written.</summary>
/// <param name="Durability">What an acknowledged write survives.</param>
/// <param name="MemoryMap">How many bytes of the file are read as memory; 0 reads none so.</param>
/// <param name="Patience">How long a write waits for its turn, whoever is before it.</param>
internal sealed record StorageSettings(Durability Durability, long MemoryMap, TimeSpan Patience)
{
    /// <summary>The most that SQLite reads as memory.</summary>
    public const long MaxMemoryMap = 2_147_418_112;

    public const int DefaultBusySeconds = 10;

    public static StorageSettings Default { get; } = new(Durability.Full, MaxMemoryMap, TimeSpan.FromSeconds(DefaultBusySeconds));
}
