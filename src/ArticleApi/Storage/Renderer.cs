namespace ArticleApi.Storage;

/// <summary>
/// How an article becomes the JSON that clients get. The store renders when it writes, so that a read only copies; what the JSON looks like
/// it does not know, so the functions are given to it.
/// </summary>
/// <param name="FormatVersion">The version of the JSON. Where it is not that of the store, all articles are rendered anew at the next
/// start.</param>
/// <param name="Render">Renders an article with its claims.</param>
/// <param name="RevisionSuffix">Renders the end of an article's JSON: its revision, and when it was written.</param>
internal sealed record Renderer(
    int FormatVersion, Func<StoredArticle, RenderedArticle> Render, Func<long, DateTime, byte[]> RevisionSuffix);
