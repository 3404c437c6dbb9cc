using System.Globalization;
using System.Text;
using ArticleApi.Contract;
using CsvHelper;
using CsvHelper.Configuration;

namespace ArticleApi.Features.Claims;

/// <summary>
/// Claims as CSV (RFC 4180), a row each under a header of names as JSON has them. A cell that a spreadsheet would take for a formula gets
/// an apostrophe in front (https://owasp.org/www-community/attacks/CSV_Injection).
/// </summary>
internal static class ClaimTable
{
    private const string Separator = "; ";

    private static readonly CsvConfiguration Rules = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.Escape,
        InjectionCharacters = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'],
    };

    private static readonly (string Name, Func<ClaimResponse, string?> Cell)[] Columns =
    [
        ("id", claim => claim.Id),
        ("text", claim => claim.Text),
        ("topics", claim => List(claim.Topics)),
        ("certainty", claim => claim.Certainty is { } certainty ? JsonNames.Name(certainty) : ""),
        ("hedges", claim => List(claim.Hedges)),
        ("article.slug", claim => claim.Article.Slug),
        ("article.title", claim => claim.Article.Title),
        ("article.publishedOn", claim => claim.Article.PublishedOn?.ToString("yyyy-MM-dd")),
        ("article.url", claim => claim.Article.Url),
        ("location.sectionId", claim => claim.Location.SectionId),
        ("location.sectionHeading", claim => claim.Location.SectionHeading),
        ("location.paragraph", claim => $"{claim.Location.Paragraph}"),
        ("location.start", claim => $"{claim.Location.Start}"),
        ("location.end", claim => $"{claim.Location.End}"),
        ("citations.label", claim => List(claim.Citations.Select(citation => citation.Label))),
        ("citations.referenceId", claim => List(claim.Citations.Select(citation => citation.ReferenceId))),
        ("citations.short", claim => List(claim.Citations.Select(citation => citation.Short))),
        ("citations.doi", claim => List(claim.Citations.Select(citation => citation.Doi))),
        ("origin", claim => JsonNames.Name(claim.Origin)),
        ("reviewStatus", claim => JsonNames.Name(claim.ReviewStatus)),
    ];

    public static ReadOnlyMemory<byte> Write(IEnumerable<ClaimResponse> claims)
    {
        using var text = new StringWriter();
        using var table = new CsvWriter(text, Rules);
        Row(table, Columns.Select(column => column.Name));
        foreach (var claim in claims)
        {
            Row(table, Columns.Select(column => column.Cell(claim)));
        }

        table.Flush();
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Row(CsvWriter table, IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
        {
            table.WriteField(cell);
        }

        table.NextRecord();
    }

    // The lists of citations run side by side: a work without a DOI leaves its place empty, unless none has one.
    private static string List(IEnumerable<string?> items) => items.Any(item => item is not null) ? string.Join(Separator, items) : "";
}
