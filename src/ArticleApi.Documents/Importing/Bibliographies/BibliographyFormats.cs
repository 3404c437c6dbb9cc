using System.Collections.Frozen;

namespace ArticleApi.Documents.Importing.Bibliographies;

/// <summary>Tells the format of a bibliography by media type, name or content.</summary>
public static class BibliographyFormats
{
    private static readonly FrozenDictionary<string, BibliographyFormat?> ByMediaType = new Dictionary<string, BibliographyFormat?>
    {
        ["application/x-bibtex"] = BibliographyFormat.BibTeX,
        ["text/x-bibtex"] = BibliographyFormat.BibTeX,
        ["application/vnd.citationstyles.csl+json"] = BibliographyFormat.CslJson,
        ["application/json"] = BibliographyFormat.CslJson,
        ["text/plain"] = null, // Many programs send a .bib so.
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The media types that a bibliography may be sent with, the one to name first.</summary>
    public static IReadOnlyList<string> MediaTypes { get; } =
        ["application/x-bibtex", "text/x-bibtex", "application/vnd.citationstyles.csl+json", "application/json", "text/plain"];

    /// <summary>Whether a bibliography may be sent with a media type, and the format that it tells, if any.</summary>
    public static bool IsKnown(string mediaType, out BibliographyFormat? format) => ByMediaType.TryGetValue(mediaType, out format);

    /// <summary>The format that the extension of a file tells, or null.</summary>
    public static BibliographyFormat? ByExtension(string? name) =>
        name is null ? null
        : name.EndsWith(".bib", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".bibtex", StringComparison.OrdinalIgnoreCase)
            ? BibliographyFormat.BibTeX
        : name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? BibliographyFormat.CslJson
        : null;

    /// <summary>The format that a text looks like.</summary>
    public static BibliographyFormat ByContent(string text) =>
        text.AsSpan().TrimStart().TrimStart('\uFEFF') is ['[' or '{', ..] ? BibliographyFormat.CslJson : BibliographyFormat.BibTeX;
}
