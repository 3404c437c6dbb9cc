namespace ArticleApi.Documents.References;

/// <summary>The form in which a list prints its names.</summary>
internal enum NameForm
{
    /// <summary>No name, or a group.</summary>
    None,

    /// <summary>"Keeler, J. L."</summary>
    FamilyCommaInitials,

    /// <summary>"Keeler JL"</summary>
    FamilyInitials,

    /// <summary>"J. L. Keeler"</summary>
    InitialsFamily,

    /// <summary>"Keeler, Johanna L."</summary>
    FamilyCommaGiven,

    /// <summary>"Johanna L. Keeler"</summary>
    GivenFamily,
}
