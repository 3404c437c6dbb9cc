using FluentValidation;

namespace ArticleApi.Http.Queries;

/// <summary>The rules for the parameters of a paged list.</summary>
internal class PageValidator<T> : AbstractValidator<T> where T : PageRequest
{
    public PageValidator()
    {
        RuleFor(r => r.Limit).WholeNumber(1, PageRequest.MaxLimit);
        RuleFor(r => r.Count).OneOf("exact");
    }
}

/// <summary>The rules for a list that has no other parameters.</summary>
internal sealed class PageRequestValidator : PageValidator<PageRequest>;
