using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ArticleApi.Storage.Sqlite;

/// <summary>
/// A prepared statement of SQLite, used without ADO.NET: parameters are bound by name or in their order, and each row is read in place, so
/// that no object is made for a value.
/// </summary>
internal sealed class Statement : IDisposable
{
    private const int MaxOnStack = 512;

    private readonly sqlite3 database;
    private readonly sqlite3_stmt handle;
    private bool isRunning;
    private readonly Dictionary<string, int> parameters = new(StringComparer.Ordinal);

    public Statement(sqlite3 database, string sql)
    {
        this.database = database;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out handle));
        for (var i = 1; i <= raw.sqlite3_bind_parameter_count(handle); i++)
        {
            parameters.Add(raw.sqlite3_bind_parameter_name(handle, i).utf8_to_string()[1..], i);
        }
    }

    /// <summary>Gives a parameter its value, where the statement names it.</summary>
    public void Bind(string name, object? value)
    {
        if (parameters.TryGetValue(name, out var index))
        {
            Check(value switch
            {
                null => raw.sqlite3_bind_null(handle, index),
                string text => raw.sqlite3_bind_text(handle, index, text),
                long number => raw.sqlite3_bind_int64(handle, index, number),
                int number => raw.sqlite3_bind_int64(handle, index, number),
                bool flag => raw.sqlite3_bind_int(handle, index, flag ? 1 : 0),
                double number => raw.sqlite3_bind_double(handle, index, number),
                DateTime instant => raw.sqlite3_bind_text(handle, index, InstantHandler.Format(instant)),
                DateOnly day => raw.sqlite3_bind_text(handle, index, DateOnlyHandler.Format(day)),
                _ => throw new NotSupportedException($"{value.GetType()} is bound nowhere yet."),
            });
        }
    }

    /// <summary>Runs a statement that gives no rows.</summary>
    /// <param name="values">The values of its parameters, in the order in which it names them.</param>
    public void Run(params ReadOnlySpan<SqlValue> values)
    {
        BindAll(values);
        while (Step())
        {
        }
    }

    /// <summary>Gives the parameters their values, in the order in which the statement names them.</summary>
    public Statement BindAll(params ReadOnlySpan<SqlValue> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            ref readonly var value = ref values[i];
            Check(value.Kind switch
            {
                SqlKind.Text => BindText(i + 1, (string)value.Reference!),
                SqlKind.Blob => raw.sqlite3_bind_blob(handle, i + 1, (byte[])value.Reference!),
                SqlKind.Number => raw.sqlite3_bind_int64(handle, i + 1, value.Number),
                _ => raw.sqlite3_bind_null(handle, i + 1),
            });
        }

        return this;
    }

    /// <summary>Goes on to the next row; after the last one the statement is ready to run again.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(handle);
        isRunning = result == raw.SQLITE_ROW;
        if (!isRunning)
        {
            raw.sqlite3_reset(handle);
        }

        return isRunning || (result == raw.SQLITE_DONE ? false : throw Error(result));
    }

    /// <summary>The first row, which is all that is read; what <paramref name="none"/> says where there is none.</summary>
    public T First<T>(Func<Statement, T> row, T none)
    {
        try
        {
            return Step() ? row(this) : none;
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>All rows, to the end.</summary>
    public List<T> Read<T>(Func<Statement, T> row)
    {
        var rows = new List<T>();
        while (Step())
        {
            rows.Add(row(this));
        }

        return rows;
    }

    /// <summary>Leaves what has not been read.</summary>
    public void Reset()
    {
        if (isRunning)
        {
            raw.sqlite3_reset(handle);
            isRunning = false;
        }
    }

    public long Number(int column) => raw.sqlite3_column_int64(handle, column);

    public double Real(int column) => raw.sqlite3_column_double(handle, column);

    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string();

    public string? TextOrNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL ? null : Text(column);

    /// <summary>The bytes of a text or a blob, until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(handle, column);

    public void Dispose() => handle.Dispose();

    // SQLite takes a copy.
    private int BindText(int index, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = most > MaxOnStack ? ArrayPool<byte>.Shared.Rent(most) : null;
        var utf8 = rented ?? stackalloc byte[MaxOnStack];
        var result = raw.sqlite3_bind_text(handle, index, utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return result;
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw Error(result);
        }
    }

    private SqliteException Error(int result) =>
        new($"SQLite Error {result}: '{raw.sqlite3_errmsg(database).utf8_to_string()}'.", result, raw.sqlite3_extended_errcode(database));
}
