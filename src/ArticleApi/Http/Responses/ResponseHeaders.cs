namespace ArticleApi.Http.Responses;

/// <summary>Headers that the framework does not name.</summary>
internal static class ResponseHeaders
{
    /// <summary>The version of the store that the answer shows.</summary>
    public const string DataVersion = "Data-Version";

    /// <summary>The versions of the interface that are served, as ASP.NET API versioning names them.</summary>
    public const string SupportedVersions = "Api-Supported-Versions";
}
