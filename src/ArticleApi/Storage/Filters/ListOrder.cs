namespace ArticleApi.Storage.Filters;

/// <summary>
/// An order of a list, and the keys by which its pages follow each other. Example: articles by <c>-published</c> have the key
/// <c>["2022-12-04", "ketamine-and-anorexia"]</c>; the next page begins behind the key of the last item.
/// </summary>
/// <typeparam name="TOrder">The orders of the list, as an enumeration.</typeparam>
/// <typeparam name="TItem">The items of the list.</typeparam>
/// <param name="Value">Which order it is.</param>
/// <param name="Name">Its name in the parameter <c>sort</c>.</param>
/// <param name="Key">Gives the key of an item.</param>
/// <param name="Values">Gives the parts of a key by name; null where the key does not belong to this order.</param>
internal sealed record ListOrder<TOrder, TItem>(
    TOrder Value,
    string Name,
    Func<TItem, IReadOnlyList<string>> Key,
    Func<IReadOnlyList<string>, IReadOnlyDictionary<string, object?>?> Values)
    where TOrder : struct, Enum
{
    /// <summary>The order of what a search finds, the best first.</summary>
    /// <param name="value">Which order it is.</param>
    /// <param name="position">Gives the position of an item among what was found.</param>
    public static ListOrder<TOrder, TItem> ByRelevance(TOrder value, Func<TItem, RankPosition?> position) => new(
        value,
        TextQuery.Relevance,
        item => position(item)!.Key,
        key => RankPosition.Read(key) is null ? null : new Dictionary<string, object?>());
}
