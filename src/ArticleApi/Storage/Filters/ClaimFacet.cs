namespace ArticleApi.Storage.Filters;

/// <summary>What claims can be counted by.</summary>
internal enum ClaimFacet
{
    Topic,
    Article,
    Certainty,

    /// <summary>The year in which the article was published.</summary>
    Year,

    /// <summary>The month in which the article was published.</summary>
    Month,

    /// <summary>The category of the article.</summary>
    Category,
}
