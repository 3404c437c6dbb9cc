using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace ArticleApi.Http.Queries;

/// <summary>The names of the parameters that every list has.</summary>
internal static class PageParameters
{
    public const string Limit = "limit", Cursor = "cursor", Count = "count";

    /// <summary>Where a list begins that has no other end: a parameter of its first page only.</summary>
    public const string Since = "since";
}

/// <summary>What every list takes.</summary>
internal record PageRequest
{
    public const int MaxLimit = 100, DefaultLimit = 25;

    private IReadOnlyList<string>? after;
    private bool isRead;

    /// <summary>How many items a page has at most.</summary>
    [FromQuery(Name = PageParameters.Limit)]
    public string? Limit { get; init; }

    /// <summary>Where to go on: `page.nextCursor` of the page before. It belongs to the query that it came with.</summary>
    [FromQuery(Name = PageParameters.Cursor)]
    public string? Cursor { get; init; }

    /// <summary>`exact` adds `page.total`, the number of items over all pages.</summary>
    [FromQuery(Name = PageParameters.Count)]
    public string? Count { get; init; }

    public int PageSize() => Limit is null ? DefaultLimit : int.Parse(Limit);

    /// <summary>The key of the last item of the page before; null for the first page, or where the cursor is not of this list.</summary>
    public IReadOnlyList<string>? After(HttpRequest request)
    {
        if (!isRead)
        {
            after = Cursor is not null && Queries.Cursor.Read(request, Cursor) is { } key && IsKey(key) ? key : null;
            isRead = true;
        }

        return after;
    }

    /// <summary>Whether a cursor of this list can hold this key.</summary>
    protected virtual bool IsKey(IReadOnlyList<string> key) => key is [_];
}

/// <summary>The rules of what every list takes.</summary>
internal class PageValidator<T> : AbstractValidator<T> where T : PageRequest
{
    public PageValidator()
    {
        RuleFor(r => r.Limit).WholeNumber(1, PageRequest.MaxLimit);
        RuleFor(r => r.Count).OneOf("exact");
    }
}

internal sealed class PageRequestValidator : PageValidator<PageRequest>;
