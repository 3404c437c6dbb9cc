using ArticleApi.Contract;
using ArticleApi.Documents.Model;
using ArticleApi.Http.Queries;
using ArticleApi.Storage;
using ArticleApi.Storage.Filters;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace ArticleApi.Features.Claims;

/// <summary>What every list of claims takes.</summary>
internal sealed record ClaimRequest : SearchRequest
{
    /// <summary>Claims on any of these topics or of their narrower ones. A slug, name or synonym, in singular or plural: `zinc`, `5-HT`.</summary>
    [FromQuery(Name = "topic")]
    public string[]? Topic { get; init; }

    /// <summary>Claims on every one of these topics; a narrower one counts for it.</summary>
    [FromQuery(Name = "topic_all")]
    public string[]? TopicAll { get; init; }

    /// <summary>No claims on any of these topics or of their narrower ones.</summary>
    [FromQuery(Name = "topic_not")]
    public string[]? TopicNot { get; init; }

    /// <summary>Claims of this article: a slug, such as `ketamine-and-anorexia`.</summary>
    [FromQuery(Name = "article")]
    public string? Article { get; init; }

    /// <summary>Claims in sections with this id, in any article, such as `future-directions`.</summary>
    [FromQuery(Name = "section")]
    public string? Section { get; init; }

    /// <summary>Claims that cite this work: the id of a reference, `ref_…`.</summary>
    [FromQuery(Name = "reference")]
    public string? Reference { get; init; }

    /// <summary>`true`: claims with a citation of their own, by marker or narrative; `false`: claims without one.</summary>
    [FromQuery(Name = "cited")]
    public string? Cited { get; init; }

    /// <summary>Claims that state, or claims that hedge.</summary>
    [FromQuery(Name = "certainty")]
    public string? Certainty { get; init; }

    /// <summary>Claims on which editors decided so. Without it all but the rejected ones.</summary>
    [FromQuery(Name = "review")]
    public string? Review { get; init; }

    /// <summary>Claims of articles published on this day or later, such as `2022-01-01`.</summary>
    [FromQuery(Name = "published_from")]
    public string? PublishedFrom { get; init; }

    /// <summary>Claims of articles published on this day or earlier.</summary>
    [FromQuery(Name = "published_until")]
    public string? PublishedUntil { get; init; }

    /// <summary>
    /// Only these members of each claim, `id,article.slug,citations.label`: those of objects, and of the objects in lists, with a dot. An object that is named is
    /// whole, whatever else is named of it; naming one twice changes nothing. The members keep their order; `page`, `meta` and `facets` are whole. What is
    /// not named is absent, whatever the schema of the whole claim requires.
    /// </summary>
    [FromQuery(Name = FieldSelection.Parameter)]
    public string[]? Fields { get; init; }

    /// <summary>Counts the claims of all pages by this, in `facets`: the 20 most frequent values, the sum of the others, the claims without one.</summary>
    [FromQuery(Name = "facet")]
    public string[]? Facet { get; init; }

    /// <summary>`highlights` adds to each claim where `q` was found in its text; it needs `q`.</summary>
    [FromQuery(Name = "include")]
    public string? Include { get; init; }

    public ListOrder<ClaimOrder, ListedClaim>? Order() => OrderOf(ClaimOrders.All);

    protected override bool IsKey(IReadOnlyList<string> key) => Order()?.Values(key) is not null;

    public sealed class Validator : SearchValidator<ClaimRequest>
    {
        public Validator()
            : base(ClaimOrders.All.Select(order => order.Name))
        {
            RuleForEach(r => r.Topic).Text();
            RuleForEach(r => r.TopicAll).Text();
            RuleForEach(r => r.TopicNot).Text();
            RuleFor(r => r.Article).Text();
            RuleFor(r => r.Section).Text();
            RuleFor(r => r.Reference).Text();
            RuleFor(r => r.Cited).Flag();
            RuleFor(r => r.Certainty).OneOf(JsonNames.Names<Certainty>());
            RuleFor(r => r.Review).OneOf(JsonNames.Names<ReviewStatus>());
            RuleFor(r => r.PublishedFrom).Date();
            RuleFor(r => r.PublishedUntil).Date();
            RuleForEach(r => r.Fields).Fields(typeof(ClaimResponse));
            RuleForEach(r => r.Fields)
                .Must((request, fields) => request.Include is not null || !fields.Split(',').Any(name => name.Split('.')[0] == "highlights"))
                .WithErrorCode("invalid-combination")
                .WithMessage("highlights are there with include=highlights alone. Give that too, or leave them out of the fields.");
            RuleForEach(r => r.Facet).OneOf(JsonNames.Names<ClaimFacet>());
            RuleFor(r => r.Include).OneOf("highlights");
            NeedsSearch(r => r.Include, "highlights", "include=highlights marks what q finds. Give q too, or leave it out.");
            this.DatesInOrder(r => r.PublishedFrom, r => r.PublishedUntil);
        }
    }
}
