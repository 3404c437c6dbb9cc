using System.Linq.Expressions;
using ArticleApi.Contract;
using ArticleApi.Http.Queries;
using ArticleApi.Storage.Filters;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace ArticleApi.Features;

/// <summary>What every list takes that can be searched.</summary>
internal abstract record SearchRequest : PageRequest
{
    /// <summary>
    /// Full text; word forms, case and the diacritics of Latin letters do not count. All words must be there: `zinc taste`; `"zinc deficiency"` is a phrase, `-copper` must not be there,
    /// `antidepress*` may go on. Everything else is literal: `5-HT`. Signs only separate words, so without any letter or digit nothing is found; with excluded words
    /// alone, everything without them.
    /// </summary>
    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    /// <summary>
    /// The order; the id breaks ties, and what has no date or year comes last. `relevance`, the default with `q`, needs `q`: of the first 64 texts that are found the
    /// best come first (BM25), then all others, in an order that stays as it is. `meta.ranked` tells where they begin.
    /// </summary>
    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    /// <summary>What is searched for, or null.</summary>
    public TextQuery? Text() => Q is null ? null : TextQuery.Parse(Q);

    /// <summary>The order that is asked for, of those that the list has; null where it has none such.</summary>
    protected ListOrder<TOrder, TItem>? OrderOf<TOrder, TItem>(IReadOnlyList<ListOrder<TOrder, TItem>> orders)
        where TOrder : struct, Enum =>
        orders.FirstOrDefault(order => order.Name == (Sort ?? (Q is null ? orders[0].Name : TextQuery.Relevance)));
}

/// <summary>The rules of what every list takes that can be searched.</summary>
internal class SearchValidator<T> : PageValidator<T> where T : SearchRequest
{
    /// <param name="orders">The names of the orders that the list has.</param>
    public SearchValidator(IEnumerable<string> orders)
    {
        RuleFor(r => r.Q).SetValidator(new SearchRule<T>());
        RuleFor(r => r.Sort).OneOf([.. orders]);
        NeedsSearch(r => r.Sort, TextQuery.Relevance, "sort=relevance ranks what q finds. Give q too, or another sort.");
    }

    /// <summary>A value that means something only where something is searched for.</summary>
    protected void NeedsSearch(Expression<Func<T, string?>> parameter, string value, string message) =>
        RuleFor(parameter)
            .Must((request, given) => given != value || request.Q is not null)
            .WithErrorCode("invalid-combination")
            .WithMessage(message);
}

/// <summary>A full text that is not too much to look for.</summary>
internal sealed class SearchRule<T> : QueryRule<T>
{
    private readonly TextRule<T> text = new();

    public override void Describe(OpenApiSchema schema) => text.Describe(schema);

    protected override ProblemError? Error(string value) => text.FaultOf(value)
        ?? (TextQuery.Parse(value).Terms.Count is > TextQuery.MaxTerms and var terms
            ? new() { Code = "too-many-words", Detail = $"must have at most {TextQuery.MaxTerms} words and phrases, not {terms}" }
            : null);
}
