namespace ArticleApi.Storage.Sqlite;

/// <summary>
/// A database that is written beside the place that it is made for. It gets its name when it is whole and on the disk; an unfinished one
/// is deleted.
/// </summary>
internal sealed class PartialFile : IDisposable
{
    // The files that SQLite has beside a database while it is open, and leaves where a process was killed.
    private static readonly string[] Companions = ["-wal", "-shm", "-journal"];

    private readonly string target;

    /// <param name="target">The path that the whole file will have.</param>
    public PartialFile(string target)
    {
        this.target = target;
        Delete(Path); // One that was left by a killed process.
        OwnerOnlyFile.Prepare(Path);
    }

    public string Path => $"{target}.partial";

    /// <summary>Gives the file its name, which no file may have.</summary>
    public void Complete()
    {
        FlushToDisk();
        File.Move(Path, target);
    }

    /// <summary>Puts the file in the place of the one that has its name. The log of that one goes first: it would be replayed.</summary>
    public void Replace()
    {
        FlushToDisk();
        DeleteCompanions(target);
        File.Move(Path, target, overwrite: true);
    }

    public void Dispose() => Delete(Path);

    private static void Delete(string path)
    {
        File.Delete(path);
        DeleteCompanions(path);
    }

    private static void DeleteCompanions(string path)
    {
        foreach (var companion in Companions)
        {
            File.Delete(path + companion);
        }
    }

    private void FlushToDisk()
    {
        using var file = File.OpenHandle(Path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }
}
