using ArticleApi.Documents.Model;
using ArticleApi.Features.Claims;
using ArticleApi.Features.References;
using ArticleApi.Http.Caching;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Articles;

/// <summary>A whole article: metadata, sections, key points, references and claims.</summary>
public sealed record ArticleResponse
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

    /// <summary>The key points at the top of the article.</summary>
    public required IReadOnlyList<KeyPointResponse> KeyPoints { get; init; }

    /// <summary>The sections of the body, in order.</summary>
    public required IReadOnlyList<SectionResponse> Sections { get; init; }

    /// <summary>The reference list, as printed.</summary>
    public required IReadOnlyList<ReferenceResponse> References { get; init; }

    /// <summary>All claims, including rejected ones, in the order of the text.</summary>
    public required IReadOnlyList<ClaimResponse> Claims { get; init; }

    /// <summary>The number of times that the article was written.</summary>
    public required long Revision { get; init; }

    /// <summary>The time at which the article was last written.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>The article that the response was made from.</summary>
    internal Article Article { get; private init; } = null!;

    internal static ArticleResponse From(StoredArticle stored)
    {
        var article = stored.Article;
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
            KeyPoints = [.. article.KeyPoints.Select(KeyPointResponse.From)],
            Sections = [.. article.Sections.Select(SectionResponse.From)],
            References = [.. article.References.Select(ReferenceResponse.From)],
            Claims = [.. stored.Claims.Select(ClaimResponse.From)],
            Revision = stored.Revision,
            UpdatedAt = stored.UpdatedAt,
            Article = article,
        };
    }

    /// <summary>The response to a write of this article at its own path.</summary>
    internal static WriteResponse Written(HttpRequest request, ArticleStore.Outcome outcome, StoredArticle stored, long dataVersion)
    {
        var isNew = outcome == ArticleStore.Outcome.Created;
        return new(isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK, () => From(stored), dataVersion)
        {
            Tag = ETags.OfRevision(request, stored.Article.Slug, stored.Revision, stored.UpdatedAt),
            Location = isNew ? (request.PathBase + request.Path).Value : null,
        };
    }
}

/// <summary>Where an article was published, and its licence.</summary>
public sealed record SourceResponse
{
    /// <summary>The publisher, or null.</summary>
    public required string? Publisher { get; init; }

    /// <summary>The URL of the published article, or null.</summary>
    public required string? Url { get; init; }

    /// <summary>The licence: an SPDX identifier or a URL, or null.</summary>
    public required string? License { get; init; }

    internal static SourceResponse From(ArticleSource source) =>
        new() { Publisher = source.Publisher, Url = source.Url, License = source.License };
}

/// <summary>A key point: one of the short statements at the top of an article.</summary>
public sealed record KeyPointResponse
{
    /// <summary>The text.</summary>
    public required string Text { get; init; }

    internal static KeyPointResponse From(KeyPoint point) => new() { Text = point.Text };
}
