using ArticleApi.Contract;
using ArticleApi.Http.Requests;

namespace ArticleApi.Http.Queries;

/// <summary>Describes a page of a list, and adds the address of the next page to the <c>Link</c> header (RFC 8288).</summary>
internal static class Paging
{
    /// <param name="last">The sort key of the last item; null on the last page.</param>
    /// <param name="count">Counts the whole list; called only with <c>count=exact</c>.</param>
    public static async Task<PageInfo> PageAsync(HttpContext http, PageRequest request, IReadOnlyList<string>? last, Func<Task<long>> count)
    {
        var next = last is null ? null : Cursor.Write(http.Request, last);
        if (next is not null)
        {
            var address = Urls.InHeader(http.Request, Urls.With(http.Request, PageParameters.Cursor, next, PageParameters.Since));
            http.Response.Headers.Link = $"<{address}>; rel=\"next\"";
        }

        return new()
        {
            Limit = request.PageSize(),
            NextCursor = next,
            HasMore = next is not null,
            Total = request.Count is null ? null : await count(),
        };
    }
}
