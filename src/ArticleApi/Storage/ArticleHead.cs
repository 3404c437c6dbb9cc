namespace ArticleApi.Storage;

/// <summary>What every part of an article shows of it.</summary>
/// <param name="Id">The row.</param>
/// <param name="Slug">The slug.</param>
/// <param name="Title">The title.</param>
/// <param name="PublishedOn">The day of publication, or null.</param>
/// <param name="Url">The address of the published article, or null.</param>
/// <param name="Revision">Counts the writes of this article, from 1.</param>
/// <param name="UpdatedAt">When it was last written.</param>
internal sealed record ArticleHead(
    long Id, string Slug, string Title, DateOnly? PublishedOn, string? Url, long Revision, DateTime UpdatedAt);
