using System.Text.Json.Serialization;
using ArticleApi.Contract;

namespace ArticleApi.Http.ProblemDetails;

/// <summary>What went wrong, as <c>application/problem+json</c> (RFC 9457).</summary>
public sealed record Problem
{
    /// <summary>Names the kind of problem: <c>urn:problem-type:article-api:</c> and the code.</summary>
    public required string Type { get; init; }

    /// <summary>The kind of problem in words, the same each time.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What happened this time, and what to do next.</summary>
    public required string Detail { get; init; }

    /// <summary>The path that was asked for.</summary>
    public required string Instance { get; init; }

    /// <summary>The kind of problem for programs: kebab-case, never changed.</summary>
    public required string Code { get; init; }

    /// <summary>Names this request; a failure of the service (500) is logged under it.</summary>
    public required string TraceId { get; init; }

    /// <summary>The faulty parameters or members of the body, 100 at most; absent where the fault lies in neither.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ProblemError>? Errors { get; init; }
}
