namespace ArticleApi.Storage.Filters;

/// <summary>The orders of lists of articles.</summary>
internal enum ArticleOrder
{
    /// <summary>The newest first; articles without a day last.</summary>
    PublishedDescending,

    /// <summary>The oldest first; articles without a day last.</summary>
    Published,

    /// <summary>By slug.</summary>
    Slug,

    /// <summary>By when it was written last, the longest ago first.</summary>
    Updated,

    /// <summary>By when it was written last, the latest first.</summary>
    UpdatedDescending,

    /// <summary>By how well the search fits.</summary>
    Relevance,
}
