namespace ArticleApi.Http.Responses;

/// <summary>The headers of this service's own.</summary>
internal static class ResponseHeaders
{
    /// <summary>The version of the store that the response shows.</summary>
    public const string DataVersion = "Data-Version";

    /// <summary>The versions of the API that are served, under the name that ASP.NET API versioning uses.</summary>
    public const string SupportedVersions = "Api-Supported-Versions";
}
