using System.Text.Json.Serialization;
using ArticleApi.Documents.Model;

namespace ArticleApi.Features.References;

/// <summary>A person (`family`, perhaps `given`) or a group (`literal`), as in CSL.</summary>
public sealed record NameResponse
{
    /// <summary>The family name with its particles; absent for a group.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Family { get; init; }

    /// <summary>The given names or initials as printed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Given { get; init; }

    /// <summary>The name of a group, or an undivided name; absent for a person.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Literal { get; init; }

    internal static NameResponse From(PersonName name) => new() { Family = name.Family, Given = name.Given, Literal = name.Literal };
}
