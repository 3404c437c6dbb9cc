namespace ArticleApi.Documents.Model;

/// <summary>Where an article was published, and under which terms.</summary>
public sealed record ArticleSource
{
    /// <summary>The publisher (JATS <c>publisher-name</c>), or null.</summary>
    public string? Publisher { get; init; }

    /// <summary>The address of the published article, absolute, or null.</summary>
    public string? Url { get; init; }

    /// <summary>The licence: an SPDX identifier or an address, or null.</summary>
    public string? License { get; init; }
}
