using ArticleApi.Storage;

namespace ArticleApi.Features.Claims;

/// <summary>A topic as the query names it, and the topic that it was understood as.</summary>
public sealed record ResolvedTopicResponse
{
    /// <summary>The slug, name or synonym in the query, such as `5-HT`.</summary>
    public required string Asked { get; init; }

    /// <summary>The slug of the topic, such as `serotonin`.</summary>
    public required string Topic { get; init; }

    /// <summary>The slugs of its narrower topics, which are included.</summary>
    public required IReadOnlyList<string> Includes { get; init; }

    internal static ResolvedTopicResponse From(ResolvedTopic topic) =>
        new() { Asked = topic.Asked, Topic = topic.Slug, Includes = topic.Narrower };
}
