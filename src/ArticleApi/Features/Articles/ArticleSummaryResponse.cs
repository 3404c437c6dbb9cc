using ArticleApi.Storage;

namespace ArticleApi.Features.Articles;

/// <summary>The metadata of an article, and the number of its parts.</summary>
public sealed record ArticleSummaryResponse
{
    /// <summary>The slug of the article, such as `ketamine-and-anorexia`.</summary>
    public required string Slug { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The subtitle, or null.</summary>
    public required string? Subtitle { get; init; }

    /// <summary>The publisher's category, such as `Ketamine`, or null.</summary>
    public required string? Category { get; init; }

    /// <summary>The language of the text as a BCP 47 tag, such as `en` or `pt-BR`.</summary>
    public required string Language { get; init; }

    /// <summary>The names of the authors, as printed.</summary>
    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>The names of the reviewers, as printed.</summary>
    public required IReadOnlyList<string> ReviewedBy { get; init; }

    /// <summary>The date of publication, or null.</summary>
    public required DateOnly? PublishedOn { get; init; }

    /// <summary>Where the article was published.</summary>
    public required SourceResponse Source { get; init; }

    /// <summary>The number of key points.</summary>
    public required long KeyPointCount { get; init; }

    /// <summary>The number of sections, including an opening without a heading.</summary>
    public required long SectionCount { get; init; }

    /// <summary>The number of paragraphs.</summary>
    public required long ParagraphCount { get; init; }

    /// <summary>The number of references.</summary>
    public required long ReferenceCount { get; init; }

    /// <summary>The number of claims, without rejected ones.</summary>
    public required long ClaimCount { get; init; }

    /// <summary>The number of times that the article was written.</summary>
    public required long Revision { get; init; }

    /// <summary>The time at which the article was last written.</summary>
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
