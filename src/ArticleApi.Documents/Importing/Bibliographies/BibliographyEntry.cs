namespace ArticleApi.Documents.Importing.Bibliographies;

/// <summary>An entry of a bibliography. It is made a reference when it is cited.</summary>
/// <param name="Key">The key that it is cited by.</param>
/// <param name="Doi">Its DOI, or null.</param>
/// <param name="ToReference">Makes the reference; null where the entry names no work.</param>
internal sealed record BibliographyEntry(string Key, string? Doi, Func<DraftReference?> ToReference);
