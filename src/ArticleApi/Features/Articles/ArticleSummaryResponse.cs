using ArticleApi.Storage;

namespace ArticleApi.Features.Articles;

/// <summary>The head of an article with its counts.</summary>
public sealed record ArticleSummaryResponse
{
    /// <summary>The address of the article, kebab-case.</summary>
    public required string Slug { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The subtitle, or null.</summary>
    public required string? Subtitle { get; init; }

    /// <summary>The publisher's rubric, or null.</summary>
    public required string? Category { get; init; }

    /// <summary>The language of the text, a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>The authors, as printed.</summary>
    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>Who reviewed the article, as printed.</summary>
    public required IReadOnlyList<string> ReviewedBy { get; init; }

    /// <summary>The day of publication, or null.</summary>
    public required DateOnly? PublishedOn { get; init; }

    /// <summary>Where the article was published.</summary>
    public required SourceResponse Source { get; init; }

    /// <summary>How many key points the article has.</summary>
    public required long KeyPointCount { get; init; }

    /// <summary>How many sections it has, the untitled opening included.</summary>
    public required long SectionCount { get; init; }

    /// <summary>How many paragraphs it has.</summary>
    public required long ParagraphCount { get; init; }

    /// <summary>How many references it lists.</summary>
    public required long ReferenceCount { get; init; }

    /// <summary>How many claims it makes. Rejected ones do not count.</summary>
    public required long ClaimCount { get; init; }

    /// <summary>Counts the writes of this article, from 1.</summary>
    public required long Revision { get; init; }

    /// <summary>When the article was last written.</summary>
    public required DateTime UpdatedAt { get; init; }

    internal static ArticleSummaryResponse From(ArticleSummary summary)
    {
        var article = summary.Article;
        return new()
        {
            Slug = article.Slug,
            Title = article.Title,
            Subtitle = article.Subtitle,
            Category = article.Category,
            Language = article.Language,
            Authors = article.Authors,
            ReviewedBy = article.ReviewedBy,
            PublishedOn = article.PublishedOn,
            Source = SourceResponse.From(article.Source),
            KeyPointCount = summary.KeyPoints,
            SectionCount = summary.Sections,
            ParagraphCount = summary.Paragraphs,
            ReferenceCount = summary.References,
            ClaimCount = summary.Claims,
            Revision = summary.Revision,
            UpdatedAt = summary.UpdatedAt,
        };
    }
}
