namespace ArticleApi.Storage;

/// <summary>A write over HTTP that changed something.</summary>
internal sealed record AuditEntry
{
    /// <summary>Rises with time.</summary>
    public long Id { get; init; }

    public DateTime At { get; init; }

    /// <summary>The name of the key.</summary>
    public string KeyName { get; init; } = "";

    /// <summary>The method and the template of the route.</summary>
    public string Route { get; init; } = "";

    /// <summary>The slug of the article or topic.</summary>
    public string Slug { get; init; } = "";

    /// <summary>The revision after the write, or the last one of what was deleted.</summary>
    public long? Revision { get; init; }

    public string RequestId { get; init; } = "";
}
