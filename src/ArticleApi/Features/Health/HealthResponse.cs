namespace ArticleApi.Features.Health;

/// <summary>How the service is.</summary>
public sealed record HealthResponse
{
    /// <summary>`healthy`; what is not healthy answers with a problem.</summary>
    public required string Status { get; init; }
}
