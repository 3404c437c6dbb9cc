using ArticleApi.Storage;

namespace ArticleApi.Features.Topics;

/// <summary>An entry of the controlled vocabulary.</summary>
public sealed record TopicResponse
{
    /// <summary>The address of the topic, kebab-case.</summary>
    public required string Slug { get; init; }

    /// <summary>The preferred name.</summary>
    public required string Name { get; init; }

    /// <summary>Other names. One that is all in capitals is found in texts only so written: `AN` is not `an`.</summary>
    public required IReadOnlyList<string> Synonyms { get; init; }

    /// <summary>The slug of the broader topic, or null.</summary>
    public required string? Broader { get; init; }

    /// <summary>The MeSH descriptor, such as `D012701`; null where none is certain.</summary>
    public required string? Mesh { get; init; }

    /// <summary>How many claims name this topic or a narrower one: the total of `/topics/{slug}/claims`. Rejected claims do not count.</summary>
    public required long ClaimCount { get; init; }

    /// <summary>How many articles have such a claim.</summary>
    public required long ArticleCount { get; init; }

    internal static TopicResponse From(CountedTopic counted) => new()
    {
        Slug = counted.Topic.Slug,
        Name = counted.Topic.Name,
        Synonyms = counted.Topic.Synonyms,
        Broader = counted.Topic.Broader,
        Mesh = counted.Topic.Mesh,
        ClaimCount = counted.Claims,
        ArticleCount = counted.Articles,
    };
}
