namespace ArticleApi.Storage.Filters;

/// <summary>The orders of lists of works.</summary>
internal enum WorkOrder
{
    /// <summary>By id.</summary>
    Id,

    /// <summary>By year, the oldest first; works without one last.</summary>
    Year,

    /// <summary>By year, the newest first; works without one last.</summary>
    YearDescending,

    /// <summary>By how well the search fits.</summary>
    Relevance,
}
