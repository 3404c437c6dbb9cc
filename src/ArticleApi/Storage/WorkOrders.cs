namespace ArticleApi.Storage;

/// <summary>The orders of lists of works, over their <c>id</c> and <c>year</c>.</summary>
internal static class WorkOrders
{
    /// <summary>The first is that of a list without a search.</summary>
    public static readonly IReadOnlyList<ListOrder<CitedWork>> All =
    [
        new(
            "id",
            "w.id",
            "w.id > @last",
            work => [work.Reference.Id],
            key => key is [var last] ? new { last } : null),
        new(
            "year",
            "w.year nulls last, w.id",
            "case when @lastYear is null then w.year is null and w.id > @last else w.year is null or (w.year, w.id) > (@lastYear, @last) end",
            work => [$"{work.Reference.Year}", work.Reference.Id],
            key => key is [var at, var last] && ListKeys.IsNumber(at, out var lastYear) ? new { lastYear, last } : null),
        new(
            "-year",
            "w.year desc nulls last, w.id",
            "case when @lastYear is null then w.year is null and w.id > @last else w.year is null or w.year < @lastYear or (w.year = @lastYear and w.id > @last) end",
            work => [$"{work.Reference.Year}", work.Reference.Id],
            key => key is [var at, var last] && ListKeys.IsNumber(at, out var lastYear) ? new { lastYear, last } : null),
        ListOrder<CitedWork>.ByRelevance(work => work.RankPosition),
    ];
}
