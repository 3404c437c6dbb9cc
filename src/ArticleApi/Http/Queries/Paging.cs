using ArticleApi.Contract;
using ArticleApi.Http.Requests;

namespace ArticleApi.Http.Queries;

/// <summary>Makes the page of a list, and tells its next page in the <c>Link</c> header (RFC 8288) too.</summary>
internal static class Paging
{
    /// <param name="last">The key of the last item, where there are more behind it.</param>
    /// <param name="count">Counts the whole list; asked only with <c>count=exact</c>.</param>
    public static async Task<PageInfo> PageAsync(HttpContext http, PageRequest request, IReadOnlyList<string>? last, Func<Task<long>> count)
    {
        var next = last is null ? null : Cursor.Write(http.Request, last);
        if (next is not null)
        {
            http.Response.Headers.Link = $"<{Urls.With(http.Request, PageParameters.Cursor, next, PageParameters.Since)}>; rel=\"next\"";
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
