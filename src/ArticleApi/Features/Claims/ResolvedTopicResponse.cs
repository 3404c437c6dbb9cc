using ArticleApi.Storage;

namespace ArticleApi.Features.Claims;

/// <summary>A topic as it was asked for, and what it was taken for.</summary>
public sealed record ResolvedTopicResponse
{
    /// <summary>The slug, name or synonym of the question.</summary>
    public required string Asked { get; init; }

    /// <summary>The slug of the topic that has it.</summary>
    public required string Topic { get; init; }

    /// <summary>The slugs of the narrower topics that were included.</summary>
    public required IReadOnlyList<string> Includes { get; init; }

    internal static ResolvedTopicResponse From(ResolvedTopic topic) =>
        new() { Asked = topic.Asked, Topic = topic.Slug, Includes = topic.Narrower };
}
