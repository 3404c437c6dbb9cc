using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ArticleApi.Documents.Model;

namespace ArticleApi.Features.References;

/// <summary>An entry of an article's reference list. Fields are named as in CSL; one that the line does not give is null.</summary>
public sealed record ReferenceResponse
{
    /// <summary>The label under which the text cites the entry.</summary>
    public required string Label { get; init; }

    /// <summary>
    /// The id of the work, the same in all articles: `ref_` and the first 16 characters of the base32 form (RFC 4648, lower case) of SHA-256 over `doi` and the
    /// DOI, else over `work`, first author, year and title (letters and digits, lower case, no diacritics), else over `raw` and the line; the parts joined by line feeds,
    /// in UTF-8.
    /// </summary>
    [RegularExpression("^ref_[a-z2-7]{16}$")]
    public required string Id { get; init; }

    /// <summary>The line as printed, without its label.</summary>
    public required string Raw { get; init; }

    /// <summary>The kind of work, a CSL type such as `article-journal`.</summary>
    public required string Type { get; init; }

    /// <summary>The authors, in printed order.</summary>
    public required IReadOnlyList<NameResponse> Authors { get; init; }

    /// <summary>The year of publication, or null.</summary>
    public required int? Year { get; init; }

    /// <summary>The title of the work, or null.</summary>
    public required string? Title { get; init; }

    /// <summary>The journal, book or site that holds the work, or null.</summary>
    public required string? ContainerTitle { get; init; }

    /// <summary>The volume, or null.</summary>
    public required string? Volume { get; init; }

    /// <summary>The issue, or null.</summary>
    public required string? Issue { get; init; }

    /// <summary>The pages with a plain hyphen, or null.</summary>
    public required string? Pages { get; init; }

    /// <summary>The DOI, bare and lower case, or null.</summary>
    public required string? Doi { get; init; }

    /// <summary>An address that is not the DOI's, or null.</summary>
    public required string? Url { get; init; }

    internal static ReferenceResponse From(Reference reference) => new()
    {
        Label = reference.Label,
        Id = reference.Id,
        Raw = reference.Raw,
        Type = reference.Type,
        Authors = [.. reference.Authors.Select(NameResponse.From)],
        Year = reference.Year,
        Title = reference.Title,
        ContainerTitle = reference.ContainerTitle,
        Volume = reference.Volume,
        Issue = reference.Issue,
        Pages = reference.Pages,
        Doi = reference.Doi,
        Url = reference.Url,
    };
}

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
