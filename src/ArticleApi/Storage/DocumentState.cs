namespace ArticleApi.Storage;

/// <summary>The state of the article that a rendered document belongs to; its entity tag is made of it.</summary>
/// <param name="Slug">The slug of the article.</param>
/// <param name="Revision">Counts the writes of the article, from 1.</param>
/// <param name="UpdatedAt">When it was last written.</param>
internal sealed record DocumentState(string Slug, long Revision, DateTime UpdatedAt);
