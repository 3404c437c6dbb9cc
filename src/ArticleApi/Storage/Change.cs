namespace ArticleApi.Storage;

/// <summary>The last change of an object.</summary>
internal sealed record Change
{
    /// <summary>The version of the store that the write made.</summary>
    public long Seq { get; init; }

    public ChangeOp Op { get; init; }

    public ChangeType Type { get; init; }

    /// <summary>The slug of the object.</summary>
    public string ObjectId { get; init; } = "";

    public DateTime At { get; init; }
}

/// <summary>What was done to an object.</summary>
public enum ChangeOp
{
    /// <summary>It was created or replaced.</summary>
    Upsert,

    /// <summary>It was deleted.</summary>
    Delete,
}

/// <summary>The objects whose changes are told.</summary>
public enum ChangeType
{
    Article,

    Topic,
}
