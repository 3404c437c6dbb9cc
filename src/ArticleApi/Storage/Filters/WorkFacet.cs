namespace ArticleApi.Storage.Filters;

/// <summary>What cited works can be counted by.</summary>
internal enum WorkFacet
{
    /// <summary>The year of publication.</summary>
    Year,

    /// <summary>The CSL type.</summary>
    Type,

    /// <summary>The journal, book or site that holds it.</summary>
    Container,
}
