namespace ArticleApi.Storage;

/// <summary>An article and its claims as clients get them whole: JSON in UTF-8.</summary>
/// <param name="Article">The article.</param>
/// <param name="Claims">Its claims, in their order.</param>
internal sealed record RenderedArticle(byte[] Article, IReadOnlyList<byte[]> Claims);
