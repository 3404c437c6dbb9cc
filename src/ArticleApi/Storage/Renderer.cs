namespace ArticleApi.Storage;

/// <summary>Makes of an article what clients get, for the transaction that writes it.</summary>
/// <param name="FormatVersion">Counts the shapes that there were; where it is not that of the store, all is rendered anew at the next start.</param>
/// <param name="Render">Renders an article.</param>
/// <param name="RevisionSuffix">Renders what ends an article: its revision, and when it was written.</param>
internal sealed record Renderer(int FormatVersion, Func<StoredArticle, RenderedArticle> Render, Func<long, DateTime, byte[]> RevisionSuffix);
