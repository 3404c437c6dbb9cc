using System.Text.Json.Serialization;

namespace ArticleApi.Contract;

/// <summary>One error in a request: a parameter, or a member of the body.</summary>
public sealed record ProblemError
{
    /// <summary>The name of the parameter.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Parameter { get; init; }

    /// <summary>The member of the body, as a JSON Pointer (RFC 6901) such as `/claims/0/text`.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Pointer { get; init; }

    /// <summary>The kind of error for programs, such as `unknown-value`. A code never changes.</summary>
    public required string Code { get; init; }

    /// <summary>What is wrong, for people.</summary>
    public required string Detail { get; init; }

    /// <summary>The allowed values. Absent if they cannot be listed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Allowed { get; init; }

    /// <summary>The value or name that was probably meant.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Suggestion { get; init; }
}
