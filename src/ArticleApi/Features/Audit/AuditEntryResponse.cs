using ArticleApi.Storage;

namespace ArticleApi.Features.Audit;

/// <summary>A write that changed something.</summary>
public sealed record AuditEntryResponse
{
    /// <summary>The time of the write.</summary>
    public required DateTime At { get; init; }

    /// <summary>The name of the key. One without a name is called as its setting, such as `ApiKeys__0`.</summary>
    public required string Key { get; init; }

    /// <summary>The method and the route, such as `PUT /api/v1/articles/{slug}`.</summary>
    public required string Route { get; init; }

    /// <summary>The slug of the article or topic. A write of a claim is one of its article.</summary>
    public required string Slug { get; init; }

    /// <summary>The revision after the write; the last one if it was deleted.</summary>
    public required long? Revision { get; init; }

    /// <summary>The id of the request, which the log has too.</summary>
    public required string RequestId { get; init; }

    internal static AuditEntryResponse From(AuditEntry entry) => new()
    {
        At = entry.At,
        Key = entry.KeyName,
        Route = entry.Route,
        Slug = entry.Slug,
        Revision = entry.Revision,
        RequestId = entry.RequestId,
    };
}
