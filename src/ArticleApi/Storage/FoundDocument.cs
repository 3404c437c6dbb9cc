namespace ArticleApi.Storage;

/// <summary>A document with the state of the article that it belongs to.</summary>
internal sealed record FoundDocument
{
    /// <summary>The slug of the article.</summary>
    public string Slug { get; init; } = "";

    /// <summary>Counts the writes of the article, from 1.</summary>
    public long Revision { get; init; }

    /// <summary>When it was last written.</summary>
    public DateTime UpdatedAt { get; init; }

    /// <summary>The document, in UTF-8.</summary>
    public byte[] Json { get; init; } = [];
}
