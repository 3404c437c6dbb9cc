using System.ComponentModel.DataAnnotations;
using ArticleApi.Storage;

namespace ArticleApi.Features.References;

/// <summary>A cited work over all articles, with the fields of the article with the smallest slug.</summary>
public sealed record WorkResponse
{
    /// <summary>The id of the work, `ref_…`, as in every article's list.</summary>
    [RegularExpression("^ref_[a-z2-7]{16}$")]
    public required string Id { get; init; }

    /// <summary>The entries that name the work, by slug.</summary>
    public required IReadOnlyList<WorkEntryResponse> Articles { get; init; }

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

    internal static WorkResponse From(CitedWork work)
    {
        var reference = work.Reference;
        return new()
        {
            Id = reference.Id,
            Articles = [.. work.Entries.Select(entry => new WorkEntryResponse { Slug = entry.Slug, Label = entry.Label })],
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
}

/// <summary>An entry of an article's list.</summary>
public sealed record WorkEntryResponse
{
    /// <summary>The address of the article.</summary>
    public required string Slug { get; init; }

    /// <summary>The label in its list.</summary>
    public required string Label { get; init; }
}
