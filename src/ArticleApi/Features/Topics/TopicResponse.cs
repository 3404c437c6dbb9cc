using ArticleApi.Storage;

namespace ArticleApi.Features.Topics;

/// <summary>A topic of the vocabulary.</summary>
public sealed record TopicResponse
{
    /// <summary>The slug of the topic, such as `serotonin`.</summary>
    public required string Slug { get; init; }

    /// <summary>The preferred name.</summary>
    public required string Name { get; init; }

    /// <summary>Other names. A synonym in capitals, such as `AN`, is found in texts only in capitals: `an` is not `AN`.</summary>
    public required IReadOnlyList<string> Synonyms { get; init; }

    /// <summary>The slug of the broader topic, or null.</summary>
    public required string? Broader { get; init; }

    /// <summary>The slugs of the topics right below this one, in alphabetical order.</summary>
    public required IReadOnlyList<string> Narrower { get; init; }

    /// <summary>The MeSH descriptor, such as `D012701`, or null if none surely fits.</summary>
    public required string? Mesh { get; init; }

    /// <summary>
    /// The number of claims with this topic or a narrower one, without rejected ones: the total of `/topics/{slug}/claims`.
    /// </summary>
    public required long ClaimCount { get; init; }

    /// <summary>The number of articles that have such a claim.</summary>
    public required long ArticleCount { get; init; }

    internal static TopicResponse From(CountedTopic counted) => new()
    {
        Slug = counted.Topic.Slug,
        Name = counted.Topic.Name,
        Synonyms = counted.Topic.Synonyms,
        Broader = counted.Topic.Broader,
        Narrower = counted.Narrower,
        Mesh = counted.Topic.Mesh,
        ClaimCount = counted.Claims,
        ArticleCount = counted.Articles,
    };
}
