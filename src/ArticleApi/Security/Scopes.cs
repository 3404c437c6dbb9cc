namespace ArticleApi.Security;

/// <summary>What a key may be allowed to write.</summary>
internal static class Scopes
{
    public const string ArticlesWrite = "articles:write", ClaimsReview = "claims:review", TopicsWrite = "topics:write",
        ReferencesReview = "references:review";

    public static IReadOnlyList<string> All { get; } = [ArticlesWrite, ClaimsReview, TopicsWrite, ReferencesReview];
}
