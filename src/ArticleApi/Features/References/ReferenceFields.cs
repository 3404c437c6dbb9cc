using System.Diagnostics.CodeAnalysis;
using ArticleApi.Documents.Model;

namespace ArticleApi.Features.References;

/// <summary>The fields of a reference, with the names that CSL uses.</summary>
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

    /// <summary>The reference that the fields were taken from.</summary>
    internal Reference Reference { get; }

    /// <summary>The reference as printed, without its label.</summary>
    public required string Raw { get; init; }

    /// <summary>The kind of work, a CSL type such as `article-journal`.</summary>
    public required string Type { get; init; }

    /// <summary>The authors, in the printed order.</summary>
    public required IReadOnlyList<NameResponse> Authors { get; init; }

    /// <summary>The year of publication, or null.</summary>
    public required int? Year { get; init; }

    /// <summary>The title of the work, or null.</summary>
    public required string? Title { get; init; }

    /// <summary>The journal, book or website that contains the work, or null.</summary>
    public required string? ContainerTitle { get; init; }

    /// <summary>The volume, or null.</summary>
    public required string? Volume { get; init; }

    /// <summary>The issue, or null.</summary>
    public required string? Issue { get; init; }

    /// <summary>The pages, such as `27-38`, or null.</summary>
    public required string? Pages { get; init; }

    /// <summary>The DOI in lower case and without a prefix, such as `10.1002/syn.22253`, or null.</summary>
    public required string? Doi { get; init; }

    /// <summary>A URL other than that of the DOI, or null.</summary>
    public required string? Url { get; init; }
}
