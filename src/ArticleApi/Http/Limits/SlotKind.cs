namespace ArticleApi.Http.Limits;

/// <summary>Kinds of requests that take slots of their own, so that none of them can keep the others waiting.</summary>
internal enum SlotKind
{
    /// <summary>Reads of one thing by its name, which cost little: an article, a claim.</summary>
    Items,

    /// <summary>Lists and searches, whose cost depends on the query.</summary>
    Lists,

    /// <summary>Streams of the whole store.</summary>
    Exports,

    /// <summary>Writes, imports of raw articles among them, from when their body is there.</summary>
    Writes,
}
