namespace ArticleApi.Storage;

/// <summary>The last change of an article or topic.</summary>
internal sealed record Change
{
    /// <summary>The version of the store that the write made.</summary>
    public long Seq { get; init; }

    public ChangeOp Op { get; init; }

    public ChangeType Type { get; init; }

    /// <summary>The slug of the article or topic.</summary>
    public string ObjectId { get; init; } = "";

    public DateTime At { get; init; }
}
