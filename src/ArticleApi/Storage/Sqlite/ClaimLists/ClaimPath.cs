namespace ArticleApi.Storage.Sqlite.ClaimLists;

/// <summary>The ways in which a page of claims is read.</summary>
internal enum ClaimPath
{
    /// <summary>Along the index of one topic: <see cref="ClaimsByTopic"/>.</summary>
    ByTopic,

    /// <summary>Along the index of several topics, merged: <see cref="ClaimsByTopics"/>.</summary>
    ByTopics,

    /// <summary>From what the filter makes fewest of, sorted: <see cref="ClaimsInOrder"/>.</summary>
    InOrder,

    /// <summary>From the full-text index, the best first: <see cref="ClaimsBySearch"/>.</summary>
    BySearch,
}
