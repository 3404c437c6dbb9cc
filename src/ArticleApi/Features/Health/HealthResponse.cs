namespace ArticleApi.Features.Health;

/// <summary>The state of the service.</summary>
public sealed record HealthResponse
{
    /// <summary>Always `healthy`. Otherwise the response is a problem.</summary>
    public required string Status { get; init; }
}
