using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Benchmarks.Accuracy;

/// <summary>The fields that are judged, of a gold entry and of a found one alike. Year, DOI and pages are in one form already.</summary>
internal sealed record ReferenceFields
{
    public string? Year { get; private init; }

    public string? Doi { get; private init; }

    public string? Author { get; private init; }

    public string? Volume { get; private init; }

    public string? Pages { get; private init; }

    public string? FirstPage => Pages?.Split('-')[0];

    public string? Title { get; private init; }

    public string? Container { get; private init; }

    public static ReferenceFields Of(GoldReference gold) => new ReferenceFields
    {
        Year = gold.Year is { Length: >= 4 } year ? year[..4] : null,
        Doi = Clean(gold.Doi)?.ToLowerInvariant(),
        Author = Clean(gold.Authors is [var author, ..] ? author.Main : null),
        Volume = Clean(gold.Volume),
        Pages = Clean(gold.FirstPage is { } first && gold.LastPage is { } last && last != first ? $"{first}-{last}" : gold.FirstPage),
        Title = Clean(gold.Title),
        Container = Clean(gold.Container),
    }.Titled();

    public static ReferenceFields Of(Reference found) => new ReferenceFields
    {
        Year = found.Year is { } year ? $"{year:0000}" : null,
        Doi = Clean(found.Doi)?.ToLowerInvariant(),
        Author = Clean(found.Authors is [var author, ..] ? author.Main : null),
        Volume = Clean(found.Volume),
        Pages = Clean(found.Pages),
        Title = Clean(found.Title),
        Container = Clean(found.ContainerTitle),
    }.Titled();

    // A book is a title to some and a source (JATS source) to others.
    private ReferenceFields Titled() => Title is null ? this with { Title = Container, Container = null } : this;

    /// <summary>Clean text with plain hyphens, straight quotes and no punctuation at the end.</summary>
    private static string? Clean(string? text)
    {
        var clean = CleanText.Of(text ?? "")
            .Replace('–', '-').Replace('—', '-').Replace('‐', '-').Replace('‑', '-').Replace('−', '-')
            .Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"')
            .TrimEnd('.', ',', ';', ':', ' ');
        return clean.Length == 0 ? null : clean;
    }
}
