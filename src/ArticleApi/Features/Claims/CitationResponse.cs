using System.ComponentModel.DataAnnotations;
using ArticleApi.Documents.Model;

namespace ArticleApi.Features.Claims;

/// <summary>A reference that a claim cites.</summary>
public sealed record CitationResponse
{
    /// <summary>The label of the reference in the reference list of the article.</summary>
    public required string Label { get; init; }

    /// <summary>The id of the cited work. It is the same in all articles.</summary>
    [RegularExpression("^ref_[a-z2-7]{16}$")]
    public required string ReferenceId { get; init; }

    /// <summary>Author and year, such as `Keeler et al., 2021`.</summary>
    public required string Short { get; init; }

    /// <summary>The year of publication, or null.</summary>
    public required int? Year { get; init; }

    /// <summary>The title of the work, or null.</summary>
    public required string? Title { get; init; }

    /// <summary>The DOI in lower case and without a prefix, such as `10.1002/syn.22253`, or null.</summary>
    public required string? Doi { get; init; }

    /// <summary>
    /// How the citation was found. `marker`: a marker such as `[3]` in the sentence. `narrative`: the sentence names the authors, as in
    /// "Hermens et al. (2020) suggest …". `paragraph`: all markers and names in the paragraph are for this reference.
    /// </summary>
    public required CitationVia Via { get; init; }

    internal static CitationResponse From(Citation citation, Reference reference) => new()
    {
        Label = citation.Label,
        ReferenceId = reference.Id,
        Short = $"{Names(reference)}, {reference.Year?.ToString() ?? "n.d."}",
        Year = reference.Year,
        Title = reference.Title,
        Doi = reference.Doi,
        Via = citation.Via,
    };

    private static string Names(Reference reference) => reference.Authors switch
    {
        [] => reference.Title ?? reference.ContainerTitle ?? $"[{reference.Label}]",
        [var only] => only.Main,
        [var first, var second] => $"{first.Main} & {second.Main}",
        [var first, ..] => $"{first.Main} et al.",
    };
}
