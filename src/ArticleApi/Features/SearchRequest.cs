using System.Linq.Expressions;
using ArticleApi.Contract;
using ArticleApi.Http.Queries;
using ArticleApi.Storage.Filters;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace ArticleApi.Features;

/// <summary>The parameters of a list that can be searched.</summary>
internal abstract record SearchRequest : PageRequest
{
    /// <summary>
    /// Full-text search. `zinc taste` finds texts with both words, `"zinc deficiency"` the phrase, `zinc -copper` texts without copper, and
    /// `antidepress*` all words that begin so. Other signs, as in `5-HT`, only separate words. Word forms, case and diacritics do not
    /// matter. A query without a letter or a digit finds nothing. A query of excluded words only finds all texts without them.
    /// </summary>
    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    /// <summary>
    /// The order of the list. Items without a date or a year come last; equal items are ordered by their id. `relevance` needs `q`, and is
    /// the default with `q`: the first 64 texts that match come first, the best of them at the top (BM25), then all others in a fixed
    /// order. `meta.ranked` says how many are ranked.
    /// </summary>
    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    /// <summary>The search, or null.</summary>
    public TextQuery? Text() => Q is null ? null : TextQuery.Parse(Q);

    /// <summary>The order of the list; null if the list has no order of that name.</summary>
    protected ListOrder<TOrder, TItem>? OrderOf<TOrder, TItem>(IReadOnlyList<ListOrder<TOrder, TItem>> orders)
        where TOrder : struct, Enum =>
        orders.FirstOrDefault(order => order.Name == (Sort ?? (Q is null ? orders[0].Name : TextQuery.Relevance)));
}

/// <summary>The rules for the parameters of a list that can be searched.</summary>
internal class SearchValidator<T> : PageValidator<T> where T : SearchRequest
{
    /// <param name="orders">The names of the orders that the list has.</param>
    public SearchValidator(IEnumerable<string> orders)
    {
        RuleFor(r => r.Q).SetValidator(new SearchRule<T>());
        RuleFor(r => r.Sort).OneOf([.. orders]);
        NeedsSearch(r => r.Sort, TextQuery.Relevance, "sort=relevance ranks what q finds. Give q too, or another sort.");
    }

    /// <summary>Refuses a value that needs <c>q</c> in a request without it.</summary>
    protected void NeedsSearch(Expression<Func<T, string?>> parameter, string value, string message) =>
        RuleFor(parameter)
            .Must((request, given) => given != value || request.Q is not null)
            .WithErrorCode("invalid-combination")
            .WithMessage(message);
}

/// <summary>The rule of <c>q</c>: neither too long, nor too many words.</summary>
internal sealed class SearchRule<T> : QueryRule<T>
{
    private readonly TextRule<T> text = new();

    public override void Describe(OpenApiSchema schema) => text.Describe(schema);

    protected override ProblemError? Error(string value) => text.ErrorOf(value)
        ?? (TextQuery.Parse(value).Terms.Count is > TextQuery.MaxTerms and var terms
            ? new() { Code = "too-many-words", Detail = $"must have at most {TextQuery.MaxTerms} words and phrases, not {terms}" }
            : null);
}
