namespace ArticleApi.Storage;

/// <summary>An article and its claims as clients get them whole: JSON in UTF-8.</summary>
/// <param name="Article">The article.</param>
/// <param name="Claims">Its claims, in their order.</param>
/// <param name="SuffixStart">Where in <paramref name="Article"/> the revision and the instant begin, which end it: all before is the same in every revision.</param>
internal sealed record RenderedArticle(byte[] Article, IReadOnlyList<byte[]> Claims, int SuffixStart);
