namespace ArticleApi.Http.Queries;

/// <summary>The names of the parameters of paged lists.</summary>
internal static class PageParameters
{
    public const string Limit = "limit", Cursor = "cursor", Count = "count";

    /// <summary>Where the list of changes begins. Only its first page has this parameter.</summary>
    public const string Since = "since";
}
