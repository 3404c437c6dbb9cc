using ArticleApi.Contract;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Responses;

namespace ArticleApi.Http.Queries;

/// <summary>
/// A list that is asked for as a file, such as CSV, and without <c>limit</c> is not cut into pages. It is made as a whole before it is
/// sent, so that a failure is a problem and no file that ends too soon.
/// </summary>
internal static class WholeList
{
    /// <summary>The most items that a file has.</summary>
    public const int MaxItems = 10_000;

    public static bool IsAsked(HttpContext http, PageRequest request) =>
        request is { Limit: null, Cursor: null } && Representations.Chosen(http).IsFile;

    /// <summary>The problem of a list that has more items than a file may have; null where it has not, or is a page.</summary>
    /// <param name="http">The request.</param>
    /// <param name="request">Its parameters.</param>
    /// <param name="count">Counts the list.</param>
    public static async Task<ProblemResult?> RefuseAsync(HttpContext http, PageRequest request, Func<Task<long>> count) =>
        IsAsked(http, request) && await count() is > MaxItems and var items
            ? Problems.InvalidParameters([new ProblemError
            {
                Parameter = PageParameters.Limit,
                Code = "too-many-items",
                Detail = $"The list has {items} items, and a file at most {MaxItems}. Narrow it, page it with limit, or take an export: "
                    + "/api/v1/exports/articles, /api/v1/exports/claims.",
            }])
            : null;
}
