namespace ArticleApi.Storage.Sqlite;

/// <summary>The value of a parameter, as a struct, so that a bound number makes no object.</summary>
internal readonly struct SqlValue
{
    private SqlValue(SqlKind kind, object? reference, long number) => (Kind, Reference, Number) = (kind, reference, number);

    public SqlKind Kind { get; }

    /// <summary>The text or the bytes.</summary>
    public object? Reference { get; }

    public long Number { get; }

    public static implicit operator SqlValue(string? text) => new(text is null ? SqlKind.Null : SqlKind.Text, text, 0);

    public static implicit operator SqlValue(byte[] bytes) => new(SqlKind.Blob, bytes, 0);

    public static implicit operator SqlValue(long number) => new(SqlKind.Number, null, number);

    public static implicit operator SqlValue(int number) => new(SqlKind.Number, null, number);

    public static implicit operator SqlValue(int? number) => new(number is null ? SqlKind.Null : SqlKind.Number, null, number ?? 0);

    public static implicit operator SqlValue(bool flag) => new(SqlKind.Number, null, flag ? 1 : 0);

    public static implicit operator SqlValue(DateOnly? day) => day is { } known ? DateOnlyHandler.Format(known) : default(SqlValue);

    public static implicit operator SqlValue(DateTime instant) => InstantHandler.Format(instant);
}

/// <summary>What SQLite tells apart.</summary>
internal enum SqlKind
{
    Null,
    Number,
    Text,
    Blob,
}
