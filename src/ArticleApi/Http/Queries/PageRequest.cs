using Microsoft.AspNetCore.Mvc;

namespace ArticleApi.Http.Queries;

/// <summary>The parameters of a paged list.</summary>
internal record PageRequest
{
    public const int MaxLimit = 100, DefaultLimit = 25;

    private IReadOnlyList<string>? after;
    private bool isRead;

    /// <summary>The largest number of items on a page.</summary>
    [FromQuery(Name = PageParameters.Limit)]
    public string? Limit { get; init; }

    /// <summary>The `page.nextCursor` of the previous page. Send it with the same query.</summary>
    [FromQuery(Name = PageParameters.Cursor)]
    public string? Cursor { get; init; }

    /// <summary>`exact` adds `page.total`, the number of items on all pages.</summary>
    [FromQuery(Name = PageParameters.Count)]
    public string? Count { get; init; }

    /// <summary>How many items a page has at most.</summary>
    public int PageSize() => Limit is null ? DefaultLimit : int.Parse(Limit);

    /// <summary>How many items a response has at most: those of a page, or those of a whole list that is asked for as a file.</summary>
    public int Size(HttpContext http) => WholeList.IsAsked(http, this) ? WholeList.MaxItems : PageSize();

    /// <summary>
    /// The sort key of the last item of the previous page; null for the first page, or if the cursor is not of this list.
    /// </summary>
    public IReadOnlyList<string>? After(HttpRequest request)
    {
        if (!isRead)
        {
            after = Cursor is not null && Queries.Cursor.Read(request, Cursor) is { } key && IsKey(key) ? key : null;
            isRead = true;
        }

        return after;
    }

    /// <summary>Whether this is a sort key of this list.</summary>
    protected virtual bool IsKey(IReadOnlyList<string> key) => key is [_];
}
