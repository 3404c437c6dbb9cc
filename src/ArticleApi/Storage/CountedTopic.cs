using ArticleApi.Documents.Model;

namespace ArticleApi.Storage;

/// <summary>A topic with the claims and articles that name it or a narrower one, rejected claims left out.</summary>
/// <param name="Revision">Counts the writes of the topic, from 1.</param>
internal sealed record CountedTopic(Topic Topic, long Claims, long Articles, long Revision)
{
    /// <summary>The slugs of the topics right below it.</summary>
    public IReadOnlyList<string> Narrower { get; init; } = [];
}
