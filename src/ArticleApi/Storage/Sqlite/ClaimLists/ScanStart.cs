namespace ArticleApi.Storage.Sqlite.ClaimLists;

/// <summary>The rows that a <see cref="ClaimScan"/> begins with: the fewest that hold all that is wanted.</summary>
internal enum ScanStart
{
    /// <summary>Claims by their ids.</summary>
    Claims,

    /// <summary>The claims of articles.</summary>
    Article,

    /// <summary>The claims that cite a work.</summary>
    Work,

    /// <summary>The claims of one topic, in the order of articles.</summary>
    Topic,

    /// <summary>The claims of several topics, each once.</summary>
    Topics,

    /// <summary>All claims.</summary>
    AllClaims,

    /// <summary>What a search found, <c>h</c>, whose tables the caller writes first.</summary>
    Hits,
}
