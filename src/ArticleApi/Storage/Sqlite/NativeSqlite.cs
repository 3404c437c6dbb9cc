using System.Runtime.InteropServices;
using SQLitePCL;

namespace ArticleApi.Storage.Sqlite;

/// <summary>Functions of SQLite that its package does not offer.</summary>
internal static partial class NativeSqlite
{
    private const int HasMovedControl = 20; // SQLITE_FCNTL_HAS_MOVED
    private const string Library = "e_sqlite3";

    /// <summary>Whether the path of an open database leads to another file than the one that is open, or to none.</summary>
    public static bool HasMoved(sqlite3 database)
    {
        var moved = 0;
        return FileControl(database, null, HasMovedControl, ref moved) == raw.SQLITE_OK && moved != 0;
    }

    /// <summary>The error of the system behind the last failure of a connection; 0 where there is none.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_system_errno")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    public static partial int SystemError(sqlite3 database);

    [LibraryImport(Library, EntryPoint = "sqlite3_file_control", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static partial int FileControl(sqlite3 database, string? name, int operation, ref int value);
}
