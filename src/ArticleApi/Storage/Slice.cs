namespace ArticleApi.Storage;

/// <summary>The items of one page of a list, and whether more follow.</summary>
internal sealed record Slice<T>(IReadOnlyList<T> Items, bool HasMore)
{
    /// <summary>How many items of the list, from its beginning, are ranked; null where it is not by relevance.</summary>
    public int? Ranked { get; init; }

    /// <summary>Cuts a result that was read with one row more than the page holds.</summary>
    public static Slice<T> Of(IReadOnlyList<T> rows, int limit) =>
        rows.Count > limit ? new([.. rows.Take(limit)], true) : new(rows, false);

    public Slice<TOther> Select<TOther>(Func<T, TOther> map) => new([.. Items.Select(map)], HasMore) { Ranked = Ranked };
}
