using System.Diagnostics.CodeAnalysis;
using ArticleApi.Documents.Model;

namespace ArticleApi.Features.References;

/// <summary>The fields of a reference, named as in CSL; one that the line does not give is null.</summary>
public abstract record ReferenceFields
{
    [SetsRequiredMembers]
    private protected ReferenceFields(Reference reference)
    {
        Reference = reference;
        Raw = reference.Raw;
        Type = reference.Type;
        Authors = [.. reference.Authors.Select(NameResponse.From)];
        Year = reference.Year;
        Title = reference.Title;
        ContainerTitle = reference.ContainerTitle;
        Volume = reference.Volume;
        Issue = reference.Issue;
        Pages = reference.Pages;
        Doi = reference.Doi;
        Url = reference.Url;
    }

    /// <summary>What the fields were taken from.</summary>
    internal Reference Reference { get; }

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
}
