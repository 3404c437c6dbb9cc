using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using ArticleApi.Contract;
using ArticleApi.Documents.Model;
using ArticleApi.Storage;

namespace ArticleApi.Features.Claims;

/// <summary>One declarative sentence of an article, verbatim, with its place, topics and citations.</summary>
public sealed record ClaimResponse
{
    private const int ContextLength = 32;

    /// <summary>
    /// `clm_` and the first 16 characters of the base32 form (RFC 4648, lower case) of SHA-256 over slug, text and number of the occurrence, joined by
    /// line feeds, in UTF-8: the same in every store.
    /// </summary>
    [RegularExpression("^clm_[a-z2-7]{16}$")]
    public required string Id { get; init; }

    /// <summary>The sentence as it stands in the paragraph.</summary>
    public required string Text { get; init; }

    /// <summary>The slugs of the topics that the claim names, in order.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Whether the sentence states or hedges.</summary>
    public required Certainty Certainty { get; init; }

    /// <summary>The hedging words, lower case, in order of place.</summary>
    public required IReadOnlyList<string> Hedges { get; init; }

    /// <summary>The article that makes the claim.</summary>
    public required ClaimArticle Article { get; init; }

    /// <summary>Where the claim stands in the article.</summary>
    public required ClaimPlace Location { get; init; }

    /// <summary>The evidence: at most one citation per reference, by marker before narrative before paragraph.</summary>
    public required IReadOnlyList<CitationResponse> Citations { get; init; }

    /// <summary>Whether the service found the claim or an author gave it.</summary>
    public required ClaimOrigin Origin { get; init; }

    /// <summary>What an editor decided.</summary>
    public required ReviewStatus ReviewStatus { get; init; }

    /// <summary>Where `q` was found in the text, in order; only with `include=highlights`.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HighlightResponse>? Highlights { get; init; }

    /// <summary>The claim of a document that <see cref="From"/> has made.</summary>
    internal static ClaimResponse Parse(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<ClaimResponse>(json, Json.Options)!;

    /// <summary>The claims of such documents, with commas between.</summary>
    internal static IReadOnlyList<ClaimResponse> ParseList(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<IReadOnlyList<ClaimResponse>>((ReadOnlySpan<byte>)[(byte)'[', .. json, (byte)']'], Json.Options)!;

    internal static ClaimResponse From(ClaimInContext row)
    {
        var (claim, paragraph) = (row.Claim, row.Paragraph);
        var place = claim.Location;
        return new()
        {
            Id = claim.Id,
            Text = claim.Text,
            Topics = claim.Topics,
            Certainty = claim.Certainty,
            Hedges = claim.Hedges,
            Article = new() { Slug = row.Article.Slug, Title = row.Article.Title, PublishedOn = row.Article.PublishedOn, Url = row.Article.Url },
            Location = new()
            {
                SectionId = place.SectionId,
                SectionHeading = row.SectionHeading,
                Paragraph = place.Paragraph,
                Start = place.Start,
                End = place.End,
                Prefix = paragraph.Slice(Math.Max(0, place.Start - ContextLength), place.Start).ToString(),
                Suffix = paragraph.Slice(place.End, Math.Min(place.End + ContextLength, paragraph.Length)).ToString(),
            },
            Citations = [.. claim.Citations.Zip(row.Cited, CitationResponse.From)],
            Origin = claim.Origin,
            ReviewStatus = claim.ReviewStatus,
        };
    }
}

/// <summary>The article that makes a claim.</summary>
public sealed record ClaimArticle
{
    /// <summary>The address of the article.</summary>
    public required string Slug { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The day of publication, or null.</summary>
    public required DateOnly? PublishedOn { get; init; }

    /// <summary>Where the article was published, or null.</summary>
    public required string? Url { get; init; }
}

/// <summary>The place of a claim. Offsets are 0-based, half-open, in Unicode code points of the paragraph's clean text.</summary>
public sealed record ClaimPlace
{
    /// <summary>The id of the section.</summary>
    public required string SectionId { get; init; }

    /// <summary>The heading of the section; null for the untitled opening.</summary>
    public required string? SectionHeading { get; init; }

    /// <summary>The paragraph, counted from 1 within its section.</summary>
    public required int Paragraph { get; init; }

    /// <summary>The offset of the first code point.</summary>
    public required int Start { get; init; }

    /// <summary>The offset after the last code point.</summary>
    public required int End { get; init; }

    /// <summary>Up to 32 code points of the paragraph before the claim.</summary>
    public required string Prefix { get; init; }

    /// <summary>Up to 32 code points of the paragraph after the claim.</summary>
    public required string Suffix { get; init; }
}
