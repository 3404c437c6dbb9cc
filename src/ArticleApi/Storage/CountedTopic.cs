using ArticleApi.Documents.Model;

namespace ArticleApi.Storage;

/// <summary>A topic with the claims and articles that name it or a narrower one, rejected claims left out.</summary>
/// <param name="Revision">Counts the writes of the topic, from 1.</param>
internal sealed record CountedTopic(Topic Topic, long Claims, long Articles, long Revision);

/// <summary>A topic as it was asked for, and what the question includes.</summary>
/// <param name="Asked">The slug, name or synonym that was asked for.</param>
/// <param name="Slug">The topic that has it.</param>
/// <param name="Narrower">The slugs of the topics below it, at any depth.</param>
/// <param name="Ids">The rows of the topic and of all below it.</param>
internal sealed record ResolvedTopic(string Asked, string Slug, IReadOnlyList<string> Narrower, IReadOnlyList<long> Ids);
