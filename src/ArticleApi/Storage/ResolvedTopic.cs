namespace ArticleApi.Storage;

/// <summary>
/// A topic that a request names, with all that it includes. Example: <c>trace elements</c> includes zinc, copper and iron.
/// </summary>
/// <param name="Asked">The slug, name or synonym in the request.</param>
/// <param name="Slug">The topic that has this name.</param>
/// <param name="Narrower">The slugs of the topics below it, at any depth.</param>
/// <param name="Ids">The rows of the topic and of all below it.</param>
internal sealed record ResolvedTopic(string Asked, string Slug, IReadOnlyList<string> Narrower, IReadOnlyList<long> Ids);
