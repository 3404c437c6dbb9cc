using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace ArticleApi.Storage.Sqlite;

/// <summary>
/// The header of the write-ahead log's index in shared memory (https://sqlite.org/walformat.html, 2.1). SQLite itself compares it at the beginning of each read to
/// learn whether anything was committed; every commit changes it. To compare it takes no lock of the file, and so a fiftieth of the time of a query.
/// </summary>
internal sealed class WalIndex
{
    private const int FilePointer = 7; // SQLITE_FCNTL_FILE_POINTER
    private const int ShmMap = 13; // xShmMap in sqlite3_io_methods, in pointers; the version and its padding are the first.
    private const int RegionBytes = 32 * 1024, Words = 6, CopyBytes = Words * sizeof(long);
    private const int Format = 3007000, IsInitialised = 12;

    private readonly nint header;
    private readonly long[] seen = new long[Words];

    private WalIndex(nint header) => this.header = header;

    private delegate int MapRegion(nint file, int region, int bytes, int extend, out nint memory);

    /// <summary>
    /// The index that a connection has open, for as long as it is open; null where it has none. It must have read, so that the log is open; then no other can end
    /// the mode that has it.
    /// </summary>
    public static WalIndex? Of(SqliteConnection connection)
    {
        nint file;
        try
        {
            using var mode = connection.CreateCommand();
            mode.CommandText = "pragma journal_mode";
            if ((string?)mode.ExecuteScalar() != "wal" || sqlite3_file_control(connection.Handle!.DangerousGetHandle(), "main", FilePointer, out file) != 0)
            {
                return null;
            }
        }
        catch (Exception e) when (e is SqliteException or DllNotFoundException or EntryPointNotFoundException)
        {
            return null; // It is a shorter way only.
        }

        var methods = Marshal.ReadIntPtr(file);
        var map = Marshal.GetDelegateForFunctionPointer<MapRegion>(Marshal.ReadIntPtr(methods, ShmMap * nint.Size));
        return map(file, 0, RegionBytes, 0, out var memory) == 0 && memory != 0 && Marshal.ReadInt32(memory) == Format ? new(memory) : null;
    }

    /// <summary>Whether nothing was committed since the last <see cref="Look"/>.</summary>
    public bool IsAsSeen()
    {
        // Written second copy first, so that a commit that is under way shows in one of them.
        if (!Matches(0))
        {
            return false;
        }

        Interlocked.MemoryBarrier();
        return Matches(CopyBytes);
    }

    /// <summary>Notes how it is now; to be called before the query that tells what is committed.</summary>
    public void Look()
    {
        for (var i = 0; i < Words; i++)
        {
            seen[i] = Marshal.ReadInt64(header, i * sizeof(long));
        }

        if (Marshal.ReadInt32(header) != Format || Marshal.ReadByte(header, IsInitialised) == 0)
        {
            seen[0] = -1; // As it never is.
        }
    }

    private bool Matches(int copy)
    {
        for (var i = 0; i < Words; i++)
        {
            if (Marshal.ReadInt64(header, copy + (i * sizeof(long))) != seen[i])
            {
                return false;
            }
        }

        return true;
    }

    [DllImport("e_sqlite3", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static extern int sqlite3_file_control(nint connection, [MarshalAs(UnmanagedType.LPUTF8Str)] string database, int operation, out nint argument);
}
