using ArticleApi.Contract;
using ArticleApi.Documents.Model;
using ArticleApi.Http.Queries;
using ArticleApi.Storage;
using ArticleApi.Storage.Filters;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace ArticleApi.Features.Claims;

/// <summary>The parameters of every list of claims.</summary>
internal sealed record ClaimRequest : SearchRequest
{
    /// <summary>A value of <c>include</c>.</summary>
    public const string Highlights = "highlights", References = "references";

    /// <summary>
    /// Only the claims with these ids, `clm_…`, rejected ones too. `meta.notFound` lists the ids that no claim has.
    /// </summary>
    [FromQuery(Name = "id")]
    public string[]? Id { get; init; }

    /// <summary>
    /// `zinc` or `5-HT`: only claims with at least one of these topics or a narrower one. Takes slugs, names and synonyms, singular or
    /// plural.
    /// </summary>
    [FromQuery(Name = "topic")]
    public string[]? Topic { get; init; }

    /// <summary>Only claims with all of these topics. A narrower topic counts as well.</summary>
    [FromQuery(Name = "topic_all")]
    public string[]? TopicAll { get; init; }

    /// <summary>Without claims that have one of these topics or a narrower one.</summary>
    [FromQuery(Name = "topic_not")]
    public string[]? TopicNot { get; init; }

    /// <summary>Only claims of the articles with these slugs, such as `ketamine-and-anorexia`.</summary>
    [FromQuery(Name = "article")]
    public string[]? Article { get; init; }

    /// <summary>`Ketamine`: only claims of articles with this category. Only letters and digits matter, and not their case.</summary>
    [FromQuery(Name = "category")]
    public string? Category { get; init; }

    /// <summary>`pt`: only claims of articles in this language. `pt` is `pt-BR` too.</summary>
    [FromQuery(Name = "language")]
    public string? Language { get; init; }

    /// <summary>Only claims in sections with this id, such as `future-directions`, in any article.</summary>
    [FromQuery(Name = "section")]
    public string? Section { get; init; }

    /// <summary>Only claims that cite the reference with this id, `ref_…`.</summary>
    [FromQuery(Name = "reference")]
    public string? Reference { get; init; }

    /// <summary>`true`: only claims that cite a reference themselves, by marker or by name. `false`: only the others.</summary>
    [FromQuery(Name = "cited")]
    public string? Cited { get; init; }

    /// <summary>`asserted`: only claims that state something. `hedged`: only claims that say that something may be so.</summary>
    [FromQuery(Name = "certainty")]
    public string? Certainty { get; init; }

    /// <summary>Only claims with this decision of an editor. Without this parameter, all claims except rejected ones.</summary>
    [FromQuery(Name = "review")]
    public string? Review { get; init; }

    /// <summary>`2022-01-01`: only claims of articles published on this date or later.</summary>
    [FromQuery(Name = "published_from")]
    public string? PublishedFrom { get; init; }

    /// <summary>Only claims of articles published on this date or earlier.</summary>
    [FromQuery(Name = "published_until")]
    public string? PublishedUntil { get; init; }

    /// <summary>`2022-12-04T10:15:00Z`: only claims of articles that were last written at this instant or later.</summary>
    [FromQuery(Name = "updated_from")]
    public string? UpdatedFrom { get; init; }

    /// <summary>Only claims of articles that were last written at this instant or earlier.</summary>
    [FromQuery(Name = "updated_until")]
    public string? UpdatedUntil { get; init; }

    /// <summary>
    /// `id,article.slug,citations.label`: each claim has only these members. Inner members have a dot; an object that is named without a
    /// dot comes whole. All other members are absent, even those that the schema requires. The order of the members does not change.
    /// `page`, `meta` and `facets` are always there.
    /// </summary>
    [FromQuery(Name = FieldSelection.Parameter)]
    public string[]? Fields { get; init; }

    /// <summary>
    /// `topic`: adds `facets`, which counts the claims of all pages by topic: the 20 most frequent values, the sum of the others, and the
    /// claims without a value.
    /// </summary>
    [FromQuery(Name = "facet")]
    public string[]? Facet { get; init; }

    /// <summary>
    /// `highlights` adds to each claim the positions at which its text matches `q`; it needs `q`. `references` adds `references` beside
    /// `data`: the works that the claims of this page cite, each once, by its id.
    /// </summary>
    [FromQuery(Name = "include")]
    public string[]? Include { get; init; }

    public ArticleTraits Traits() => new()
    {
        Category = Category,
        Language = Language,
        PublishedFrom = IsoDate.Parse(PublishedFrom),
        PublishedUntil = IsoDate.Parse(PublishedUntil),
        UpdatedFrom = IsoInstant.Parse(UpdatedFrom),
        UpdatedUntil = IsoInstant.Parse(UpdatedUntil),
    };

    public bool Includes(string what) => Include?.Contains(what) == true;

    public ListOrder<ClaimOrder, ListedClaim>? Order() => OrderOf(ClaimOrders.All);

    protected override bool IsKey(IReadOnlyList<string> key) => Order()?.Values(key) is not null;

    public sealed class Validator : SearchValidator<ClaimRequest>
    {
        public Validator()
            : base(ClaimOrders.All.Select(order => order.Name))
        {
            RuleForEach(r => r.Id).Text();
            RuleForEach(r => r.Topic).Text();
            RuleForEach(r => r.TopicAll).Text();
            RuleForEach(r => r.TopicNot).Text();
            RuleForEach(r => r.Article).Text();
            RuleFor(r => r.Category).Text();
            RuleFor(r => r.Language).Text();
            RuleFor(r => r.Section).Text();
            RuleFor(r => r.Reference).Text();
            RuleFor(r => r.Cited).Flag();
            RuleFor(r => r.Certainty).OneOf(JsonNames.Names<Certainty>());
            RuleFor(r => r.Review).OneOf(JsonNames.Names<ReviewStatus>());
            RuleFor(r => r.PublishedFrom).Date();
            RuleFor(r => r.PublishedUntil).Date();
            RuleFor(r => r.UpdatedFrom).Instant();
            RuleFor(r => r.UpdatedUntil).Instant();
            RuleForEach(r => r.Fields).Fields(typeof(ClaimResponse));
            RuleForEach(r => r.Fields)
                .Must(
                    (request, fields) => request.Includes(Highlights) || !fields.Split(',').Any(name => name.Split('.')[0] == Highlights))
                .WithErrorCode("invalid-combination")
                .WithMessage("highlights are there with include=highlights alone. Give that too, or leave them out of the fields.");
            RuleForEach(r => r.Facet).OneOf(JsonNames.Names<ClaimFacet>());
            RuleForEach(r => r.Include).OneOf(Highlights, References);
            RuleForEach(r => r.Include)
                .Must((request, given) => given != Highlights || request.Q is not null)
                .WithErrorCode("invalid-combination")
                .WithMessage("include=highlights marks what q finds. Give q too, or leave it out.");
            this.DatesInOrder(r => r.PublishedFrom, r => r.PublishedUntil);
            this.InstantsInOrder(r => r.UpdatedFrom, r => r.UpdatedUntil);
        }
    }
}
