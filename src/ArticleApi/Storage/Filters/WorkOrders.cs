namespace ArticleApi.Storage.Filters;

/// <summary>The orders of lists of works, with their names and keys.</summary>
internal static class WorkOrders
{
    /// <summary>All of them; the first is the one of a list without a search.</summary>
    public static readonly IReadOnlyList<ListOrder<WorkOrder, CitedWork>> All =
    [
        new(
            WorkOrder.Id,
            "id",
            work => [work.Reference.Id],
            key => key is [var last] ? new Dictionary<string, object?> { ["last"] = last } : null),
        new(WorkOrder.Year, "year", ByYear, YearAndId),
        new(WorkOrder.YearDescending, "-year", ByYear, YearAndId),
        ListOrder<WorkOrder, CitedWork>.ByRelevance(WorkOrder.Relevance, work => work.RankPosition),
    ];

    private static IReadOnlyList<string> ByYear(CitedWork work) => [$"{work.Reference.Year}", work.Reference.Id];

    private static Dictionary<string, object?>? YearAndId(IReadOnlyList<string> key) =>
        key is [var at, var last] && ListKeys.IsNumber(at, out var year) ? new() { ["lastYear"] = year, ["last"] = last } : null;
}
