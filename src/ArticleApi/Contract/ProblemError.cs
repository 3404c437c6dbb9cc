using System.Text.Json.Serialization;

namespace ArticleApi.Contract;

/// <summary>One error of a request: of a parameter or of a member of the body.</summary>
public sealed record ProblemError
{
    /// <summary>The name of the parameter.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Parameter { get; init; }

    /// <summary>The member of the body as a JSON Pointer (RFC 6901).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Pointer { get; init; }

    /// <summary>The kind of error: kebab-case, never changed.</summary>
    public required string Code { get; init; }

    /// <summary>What is wrong, in words.</summary>
    public required string Detail { get; init; }

    /// <summary>The values that are allowed, where they can be listed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Allowed { get; init; }

    /// <summary>What was probably meant.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Suggestion { get; init; }
}
