using ArticleApi.Documents.Model;
using ArticleApi.Features.Claims;
using ArticleApi.Features.References;
using ArticleApi.Http.Caching;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Articles;

/// <summary>A whole article: metadata, body, references and claims.</summary>
public sealed record ArticleResponse
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

    /// <summary>The takeaways that the article opens with.</summary>
    public required IReadOnlyList<KeyPointResponse> KeyPoints { get; init; }

    /// <summary>The body, in order.</summary>
    public required IReadOnlyList<SectionResponse> Sections { get; init; }

    /// <summary>The reference list, as printed.</summary>
    public required IReadOnlyList<ReferenceResponse> References { get; init; }

    /// <summary>Every claim, rejected ones too, in the order of the body.</summary>
    public required IReadOnlyList<ClaimResponse> Claims { get; init; }

    /// <summary>Counts the writes of this article, from 1.</summary>
    public required long Revision { get; init; }

    /// <summary>When the article was last written.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>What the document was made of.</summary>
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

    /// <summary>The answer to a write of this article at its own path.</summary>
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

/// <summary>Where an article was published, and under which terms.</summary>
public sealed record SourceResponse
{
    /// <summary>The publisher, or null.</summary>
    public required string? Publisher { get; init; }

    /// <summary>The address of the published article, or null.</summary>
    public required string? Url { get; init; }

    /// <summary>The licence, an SPDX identifier or an address, or null.</summary>
    public required string? License { get; init; }

    internal static SourceResponse From(ArticleSource source) =>
        new() { Publisher = source.Publisher, Url = source.Url, License = source.License };
}

/// <summary>One of the short takeaways that an article opens with.</summary>
public sealed record KeyPointResponse
{
    /// <summary>Clean text.</summary>
    public required string Text { get; init; }

    internal static KeyPointResponse From(KeyPoint point) => new() { Text = point.Text };
}
