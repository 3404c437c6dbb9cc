using System.Text.Json.Serialization;
using ArticleApi.Documents.Model;

namespace ArticleApi.Features.References;

/// <summary>The name of a person (`family` and `given`) or of a group (`literal`), as in CSL.</summary>
public sealed record NameResponse
{
    /// <summary>The family name with its particles, such as `van der Berg`. Absent for a group.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Family { get; init; }

    /// <summary>The given names or initials, as printed. May be absent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Given { get; init; }

    /// <summary>The name of a group, or a name that could not be divided. Otherwise absent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Literal { get; init; }

    internal static NameResponse From(PersonName name) => new() { Family = name.Family, Given = name.Given, Literal = name.Literal };
}
