namespace ArticleApi.Documents.References;

/// <summary>What a token of a locator is.</summary>
internal enum LocatorTokenKind
{
    /// <summary>A word that has no place in a locator.</summary>
    Other,

    Number,

    /// <summary>"vol."</summary>
    Volume,

    /// <summary>"no."</summary>
    Issue,

    /// <summary>"pp."</summary>
    Pages,

    /// <summary>"suppl."</summary>
    Supplement,

    Month,

    /// <summary>A sign of punctuation.</summary>
    Sign,
}
