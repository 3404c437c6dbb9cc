using Microsoft.Net.Http.Headers;

namespace ArticleApi.Http.Responses;

/// <summary>The headers of this service's own.</summary>
internal static class ResponseHeaders
{
    private static readonly string[] OfRead =
        [HeaderNames.ETag, HeaderNames.Vary, HeaderNames.Link, HeaderNames.ContentLocation, DataVersion];

    /// <summary>The version of the store that the response shows.</summary>
    public const string DataVersion = "Data-Version";

    /// <summary>The versions of the API that are served, under the name that ASP.NET API versioning uses.</summary>
    public const string SupportedVersions = "Api-Supported-Versions";

    /// <summary>Removes the headers of a response that could not be read to its end.</summary>
    public static void RemoveOfRead(IHeaderDictionary headers)
    {
        foreach (var name in OfRead)
        {
            headers.Remove(name);
        }
    }
}
