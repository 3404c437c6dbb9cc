namespace ArticleApi.Storage.Filters;

/// <summary>What articles can be counted by.</summary>
internal enum ArticleFacet
{
    /// <summary>The topics of its claims.</summary>
    Topic,
    Category,
    Language,

    /// <summary>The year in which it was published.</summary>
    Year,

    /// <summary>The month in which it was published.</summary>
    Month,
}
