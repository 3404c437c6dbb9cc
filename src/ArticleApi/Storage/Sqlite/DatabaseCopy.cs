using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace ArticleApi.Storage.Sqlite;

/// <summary>Copies of the database: makes, marks and verifies them, and gives one the place of the database.</summary>
internal static class DatabaseCopy
{
    // The bytes of a file that SQLite's locks are on (https://sqlite.org/fileformat.html#the_lock_byte_page).
    private const long LockBytes = 0x40000000, LockLength = 512;

    /// <summary>Copies a database as it is at one instant.</summary>
    /// <exception cref="DatabaseException">The copy cannot be made.</exception>
    public static void Write(SqliteConnection from, string target)
    {
        using var to = SqliteFile.Open(SqliteFile.ConnectionString(target, SqliteOpenMode.ReadWriteCreate));
        try
        {
            from.BackupDatabase(to);
        }
        catch (SqliteException e)
        {
            throw SqliteFaults.Explain(e, target, NativeSqlite.SystemError(to.Handle!)) ?? new DatabaseException(e.Message, e);
        }
    }

    /// <summary>Marks a copy as one, and makes a single file of it, which can be read on any medium.</summary>
    /// <param name="copy">The copy.</param>
    /// <param name="mark">The statement that marks it.</param>
    /// <param name="count">The statement that counts what it holds.</param>
    /// <returns>The count.</returns>
    /// <exception cref="DatabaseException">The copy cannot be written.</exception>
    public static long Mark(string copy, string mark, string count)
    {
        using var connection = SqliteFile.Open(SqliteFile.ConnectionString(copy, SqliteOpenMode.ReadWrite));
        try
        {
            connection.Scalar(mark);
            connection.Scalar("pragma journal_mode = delete");
            return (long)connection.Scalar(count)!;
        }
        catch (SqliteException e)
        {
            throw SqliteFaults.Explain(e, copy, NativeSqlite.SystemError(connection.Handle!)) ?? new DatabaseException(e.Message, e);
        }
    }

    /// <summary>Opens a backup to be read only. Nothing is made beside it, unless it has a log.</summary>
    /// <exception cref="DatabaseException">The file is no database.</exception>
    public static SqliteConnection OpenBackup(string path)
    {
        SqliteFile.RequireSize(path);
        return SqliteFile.Open(
            SqliteFile.HasLog(path) ? SqliteFile.ConnectionString(path, SqliteOpenMode.ReadOnly) : SqliteFile.UnchangingString(path));
    }

    /// <summary>Copies a backup, and verifies the copy.</summary>
    /// <exception cref="DatabaseException">The copy cannot be made, or is damaged.</exception>
    public static void WriteVerified(DbConnection backup, string target)
    {
        Write((SqliteConnection)backup, target);
        using var copy = SqliteFile.Open(SqliteFile.ConnectionString(target, SqliteOpenMode.ReadOnly));
        var verdict = (string)copy.Scalar("pragma integrity_check(1)")!;
        if (verdict != "ok")
        {
            throw new DatabaseException(verdict, fault: StorageFault.Damaged);
        }
    }

    /// <summary>
    /// Keeps all other programs from a database until what is returned is disposed of. Each that uses it holds a lock on the file, whatever
    /// is in it.
    /// </summary>
    /// <returns>Null where there is no file.</returns>
    /// <exception cref="DatabaseException">Another program uses it.</exception>
    public static FileStream? Reserve(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
            {
                stream.Lock(LockBytes, LockLength);
            }

            return stream;
        }
        catch (IOException e)
        {
            stream.Dispose();
            throw new DatabaseException($"{path} is served or used by another program. Stop it first.", e, StorageFault.Busy);
        }
    }
}
