using ArticleApi.Contract.Articles;
using ArticleApi.Documents.Text;
using ArticleApi.Http.Queries;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc;

namespace ArticleApi.Features.Imports;

/// <summary>The parameters of an import.</summary>
internal sealed record ImportRequest
{
    /// <summary>The slug of the article. Without it, the slug is that of the front matter, or is made from the title.</summary>
    [FromQuery(Name = "slug")]
    public string? Slug { get; init; }

    /// <summary>`true` stores nothing: the response shows what would be stored.</summary>
    [FromQuery(Name = "dry_run")]
    public string? DryRun { get; init; }

    public bool IsDryRun() => DryRun == "true";

    public sealed class Validator : AbstractValidator<ImportRequest>
    {
        public Validator()
        {
            RuleFor(r => r.Slug).Custom((slug, context) =>
            {
                if (slug is not null && !Slugs.IsSlug(slug))
                {
                    context.AddFailure(new ValidationFailure("slug", "") { CustomState = ArticleReader.InvalidSlug("slug", slug) });
                }
            });
            RuleFor(r => r.DryRun).Flag();
        }
    }
}
