using ArticleApi.Documents.Model;

namespace ArticleApi.Storage;

/// <summary>
/// An article that is about to be written, with its JSON. All that does not depend on what is stored is made here, on any thread, before
/// the transaction begins.
/// </summary>
internal sealed class PreparedArticle(Article article, Renderer renderer)
{
    private StoredArticle? first;
    private RenderedArticle? rendered;

    public Article Article => article;

    /// <summary>The article as clients get it, in its first revision.</summary>
    public RenderedArticle Rendered => rendered ??= renderer.Render(first ??= StoredArticle.Of(article, 1, default));

    /// <summary>The document of a revision.</summary>
    public byte[] Document(long revision, DateTime updatedAt) =>
        [.. Rendered.Article.AsSpan(0, Rendered.SuffixStart), .. renderer.RevisionSuffix(revision, updatedAt)];

    /// <summary>The article as reading it back would give it.</summary>
    public StoredArticle Stored(long revision, DateTime updatedAt) =>
        (first ??= StoredArticle.Of(article, 1, default)).In(revision, updatedAt);
}
