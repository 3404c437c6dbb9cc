using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using ArticleApi.Contract;
using ArticleApi.Documents.Model;
using ArticleApi.Storage;

namespace ArticleApi.Features.Claims;

/// <summary>A claim: one sentence of an article that states something, word for word, with its position, topics and citations.</summary>
public sealed record ClaimResponse
{
    private const int ContextLength = 32;

    /// <summary>
    /// The id. It is the same in every store, and changes if the text changes. It is `clm_` and the first 16 characters of a hash: the
    /// SHA-256, in lower-case base32 (RFC 4648), of the slug of the article, the text, and the number of its occurrence, joined by line
    /// feeds in UTF-8.
    /// </summary>
    [RegularExpression("^clm_[a-z2-7]{16}$")]
    public required string Id { get; init; }

    /// <summary>The sentence, exactly as in the paragraph.</summary>
    public required string Text { get; init; }

    /// <summary>The slugs of the topics, in alphabetical order.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>
    /// `asserted`: the sentence states something. `hedged`: it says that something may be so. Null if the service does not know the hedging
    /// words of the article's language: it knows those of English.
    /// </summary>
    public required Certainty? Certainty { get; init; }

    /// <summary>The words that make the claim hedged, such as `may`, in lower case and in the order of the text.</summary>
    public required IReadOnlyList<string> Hedges { get; init; }

    /// <summary>The article that the claim is from.</summary>
    public required ClaimArticle Article { get; init; }

    /// <summary>The position of the claim in the article.</summary>
    public required ClaimPlace Location { get; init; }

    /// <summary>
    /// The evidence: the references that the claim cites, each once. Those by `marker` come first, then those by `narrative`, then those by
    /// `paragraph`.
    /// </summary>
    public required IReadOnlyList<CitationResponse> Citations { get; init; }

    /// <summary>Whether the service extracted the claim or an author gave it.</summary>
    public required ClaimOrigin Origin { get; init; }

    /// <summary>The decision of an editor.</summary>
    public required ReviewStatus ReviewStatus { get; init; }

    /// <summary>The positions at which the text matches `q`, in order. Present only with `include=highlights`.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HighlightResponse>? Highlights { get; init; }

    /// <summary>Reads a claim from the JSON that was rendered for it.</summary>
    internal static ClaimResponse Parse(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<ClaimResponse>(json, Json.Options)!;

    /// <summary>Reads claims from their JSON, with commas between them.</summary>
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
            Article = new()
            {
                Slug = row.Article.Slug,
                Title = row.Article.Title,
                PublishedOn = row.Article.PublishedOn,
                Url = row.Article.Url,
            },
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

/// <summary>The article that a claim is from.</summary>
public sealed record ClaimArticle
{
    /// <summary>The slug of the article.</summary>
    public required string Slug { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The date of publication, or null.</summary>
    public required DateOnly? PublishedOn { get; init; }

    /// <summary>The URL of the published article, or null.</summary>
    public required string? Url { get; init; }
}

/// <summary>The position of a claim. Offsets are 0-based and count Unicode code points of the paragraph; the end is exclusive.</summary>
public sealed record ClaimPlace
{
    /// <summary>The id of the section.</summary>
    public required string SectionId { get; init; }

    /// <summary>The heading of the section. Null for an opening without a heading.</summary>
    public required string? SectionHeading { get; init; }

    /// <summary>The number of the paragraph in its section, from 1.</summary>
    public required int Paragraph { get; init; }

    /// <summary>The offset of the first code point.</summary>
    public required int Start { get; init; }

    /// <summary>The offset after the last code point.</summary>
    public required int End { get; init; }

    /// <summary>The text before the claim in its paragraph, at most 32 code points.</summary>
    public required string Prefix { get; init; }

    /// <summary>The text after the claim in its paragraph, at most 32 code points.</summary>
    public required string Suffix { get; init; }
}
