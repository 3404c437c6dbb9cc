using Microsoft.Data.Sqlite;

namespace ArticleApi.Storage.Sqlite;

/// <summary>What the errors of SQLite mean to an operator.</summary>
internal static class SqliteFaults
{
    // SQLite result codes
    private const int CannotOpen = 14, ReadOnly = 8, NotADatabase = 26, Full = 13, Busy = 5, Corrupt = 11, InputOutput = 10,
        WriteFailed = 778, NoRoomForIndex = 4874, // SQLITE_IOERR_WRITE, SQLITE_IOERR_SHMSIZE
        Primary = 0xff; // A backup gives extended codes as primary ones.

    // Errors of the system, on Linux and macOS.
    private const int TooLarge = 27, NoSpace = 28, ReadOnlyMedium = 30, OverQuota = 122, OverQuotaOnMac = 69;

    /// <summary>The fault with its message; null where it is not the operator's to mend.</summary>
    /// <param name="e">The error.</param>
    /// <param name="path">The file.</param>
    /// <param name="systemError">The error of the system behind it, where it is known.</param>
    public static DatabaseException? Explain(SqliteException e, string path, int systemError = 0)
    {
        (StorageFault, string)? meaning = (e.SqliteErrorCode & Primary, systemError) switch
        {
            (NotADatabase, _) => (StorageFault.Damaged, SqliteFile.NoDatabase(path)),
            (CannotOpen, _) when Directory.Exists(path) =>
                (StorageFault.Unusable, $"{path} is a folder. Name a file in ConnectionStrings__Articles."),
            (CannotOpen, _) when !Directory.Exists(Path.GetDirectoryName(path)) =>
                (StorageFault.Gone, $"{path} cannot be opened: its folder does not exist."),
            (CannotOpen or ReadOnly, _) or (InputOutput, ReadOnlyMedium) =>
                (StorageFault.ReadOnly, $"{path} cannot be written: the file or its folder is read-only for this user."),
            (InputOutput, TooLarge or OverQuota or OverQuotaOnMac) =>
                (StorageFault.Full, $"{path} cannot be written: it would be larger than this user may make it."),
            (Full, _) or (InputOutput, NoSpace) => (StorageFault.Full, $"{path} cannot be written: the disk is full."),
            (InputOutput, _) when e.SqliteExtendedErrorCode == NoRoomForIndex =>
                (StorageFault.Full, $"{path} cannot be written: the disk is full."),
            (InputOutput, _) when WriteFailed == Math.Max(e.SqliteErrorCode, e.SqliteExtendedErrorCode) =>
                (StorageFault.Damaged, $"{path} cannot be written: {e.Message}"),
            (InputOutput, _) => (StorageFault.Damaged, $"{path} cannot be read or written: {e.Message}"),
            (Busy, _) => (StorageFault.Busy, $"{path} is locked by another program."),
            (Corrupt, _) => (StorageFault.Damaged, $"{path} is damaged: {e.Message} Restore a backup."),
            _ => null,
        };
        return meaning is var (fault, message) ? new(message, e, fault) : null;
    }
}
