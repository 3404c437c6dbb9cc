namespace ArticleApi.Documents.Importing.Bibliographies;

/// <summary>The formats of bibliographies that are read.</summary>
public enum BibliographyFormat
{
    /// <summary>BibTeX and BibLaTeX.</summary>
    BibTeX,

    /// <summary>CSL-JSON.</summary>
    CslJson,
}
