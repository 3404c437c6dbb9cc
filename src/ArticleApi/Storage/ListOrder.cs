namespace ArticleApi.Storage;

/// <summary>An order of a list, with the keys by which its pages follow each other.</summary>
/// <param name="Name">What callers call it.</param>
/// <param name="Sql">The order, in SQL; no two items stand at one place.</param>
/// <param name="Behind">The condition of what stands behind a key, in SQL over what <paramref name="Values"/> gives.</param>
/// <param name="Key">The key of an item.</param>
/// <param name="Values">The values of a key; null where it is no key of this order.</param>
internal sealed record ListOrder<T>(
    string Name, string Sql, string Behind, Func<T, IReadOnlyList<string>> Key, Func<IReadOnlyList<string>, object?> Values)
{
    /// <summary>Whether the order is that of the hits of a search, which <see cref="RankedList"/> knows.</summary>
    public bool IsRelevance => Name == TextQuery.Relevance;

    /// <summary>The order of the hits of a search.</summary>
    /// <param name="place">The place of an item.</param>
    public static ListOrder<T> ByRelevance(Func<T, RankPosition?> place) => new(TextQuery.Relevance, "", "", item => place(item)!.Key, RankPosition.Read);
}
