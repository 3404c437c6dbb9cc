using System.Text.Json.Serialization;
using ArticleApi.Contract;

namespace ArticleApi.Http.ProblemDetails;

/// <summary>What went wrong, as `application/problem+json` (RFC 9457).</summary>
public sealed record Problem
{
    /// <summary>The kind of problem as a URI: `urn:problem-type:article-api:` and the code.</summary>
    public required string Type { get; init; }

    /// <summary>The kind of problem for people. It is the same each time.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status code.</summary>
    public required int Status { get; init; }

    /// <summary>What happened this time, and what you can do.</summary>
    public required string Detail { get; init; }

    /// <summary>The path of the request.</summary>
    public required string Instance { get; init; }

    /// <summary>The kind of problem for programs, such as `article-not-found`. A code never changes.</summary>
    public required string Code { get; init; }

    /// <summary>The id of this request. If the service has failed (500), its log has this id.</summary>
    public required string TraceId { get; init; }

    /// <summary>The wrong parameters, or the wrong members of the body: at most 100. Absent if the problem is something else.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ProblemError>? Errors { get; init; }
}
