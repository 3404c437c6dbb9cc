namespace ArticleApi.Storage;

/// <summary>An article and its claims as clients get them: JSON in UTF-8.</summary>
/// <param name="Article">The article.</param>
/// <param name="Claims">Its claims, in their order.</param>
/// <param name="SuffixStart">The offset in <paramref name="Article"/> of its last members, revision and instant. All before it is the same
/// in every revision.</param>
internal sealed record RenderedArticle(byte[] Article, IReadOnlyList<byte[]> Claims, int SuffixStart);
