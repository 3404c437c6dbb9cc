using ArticleApi.Contract;

namespace ArticleApi.Features.Claims;

/// <summary>The columns of a table of claims.</summary>
internal static class ClaimTable
{
    public static IReadOnlyList<Column<ClaimResponse>> Columns { get; } =
    [
        new("id", claim => claim.Id),
        new("text", claim => claim.Text),
        new("topics", claim => Table.List(claim.Topics)),
        new("certainty", claim => claim.Certainty is { } certainty ? JsonNames.Name(certainty) : ""),
        new("hedges", claim => Table.List(claim.Hedges)),
        new("article.slug", claim => claim.Article.Slug),
        new("article.title", claim => claim.Article.Title),
        new("article.publishedOn", claim => claim.Article.PublishedOn?.ToString("yyyy-MM-dd")),
        new("article.url", claim => claim.Article.Url),
        new("location.sectionId", claim => claim.Location.SectionId),
        new("location.sectionHeading", claim => claim.Location.SectionHeading),
        new("location.paragraph", claim => $"{claim.Location.Paragraph}"),
        new("location.start", claim => $"{claim.Location.Start}"),
        new("location.end", claim => $"{claim.Location.End}"),
        new("location.prefix", claim => claim.Location.Prefix) { IsExtra = true },
        new("location.suffix", claim => claim.Location.Suffix) { IsExtra = true },
        new("citations.label", claim => Table.List(claim.Citations.Select(citation => citation.Label))),
        new("citations.referenceId", claim => Table.List(claim.Citations.Select(citation => citation.ReferenceId))),
        new("citations.short", claim => Table.List(claim.Citations.Select(citation => citation.Short))),
        new("citations.doi", claim => Table.List(claim.Citations.Select(citation => citation.Doi))),
        new("citations.year", claim => Table.List(claim.Citations.Select(citation => $"{citation.Year}"))) { IsExtra = true },
        new("citations.title", claim => Table.List(claim.Citations.Select(citation => citation.Title))) { IsExtra = true },
        new("citations.via", claim => Table.List(claim.Citations.Select(citation => JsonNames.Name(citation.Via)))) { IsExtra = true },
        new("origin", claim => JsonNames.Name(claim.Origin)),
        new("reviewStatus", claim => JsonNames.Name(claim.ReviewStatus)),
    ];
}
