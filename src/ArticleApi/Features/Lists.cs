using ArticleApi.Contract;
using ArticleApi.Http.Queries;
using ArticleApi.Storage;

namespace ArticleApi.Features;

/// <summary>Turns what a store read into a page of a list.</summary>
internal static class Lists
{
    /// <param name="key">The sort key of an item, which a cursor holds, so that the next page begins after it.</param>
    /// <param name="count">Counts the whole list; called only with <c>count=exact</c>.</param>
    public static async Task<ListResponse<TItem>> OfAsync<TRow, TItem>(
        HttpContext http,
        PageRequest request,
        Snapshot snapshot,
        Slice<TRow> slice,
        Func<TRow, TItem> item,
        Func<TRow, IReadOnlyList<string>> key,
        Func<Task<long>> count) => new()
        {
            Data = [.. slice.Items.Select(item)],
            Page = await Paging.PageAsync(http, request, slice.HasMore ? key(slice.Items[^1]) : null, count),
            Meta = new() { DataVersion = snapshot.DataVersion, Ranked = slice.Ranked },
        };
}
