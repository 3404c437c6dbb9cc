namespace ArticleApi.Storage.Filters;

/// <summary>The orders of lists of claims.</summary>
internal enum ClaimOrder
{
    /// <summary>By the slug of the article, then as printed.</summary>
    Article,

    /// <summary>By the day of the article, the oldest first; articles without one last.</summary>
    Published,

    /// <summary>By the day of the article, the newest first; articles without one last.</summary>
    PublishedDescending,

    /// <summary>By when the article was written last, the longest ago first.</summary>
    Updated,

    /// <summary>By when the article was written last, the latest first.</summary>
    UpdatedDescending,

    /// <summary>By how well the search fits.</summary>
    Relevance,
}
