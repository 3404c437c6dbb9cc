using ArticleApi.Contract.Articles;
using ArticleApi.Documents.Text;
using ArticleApi.Http.Queries;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc;

namespace ArticleApi.Features.Imports;

/// <summary>What an import takes beside the text.</summary>
internal sealed record ImportRequest
{
    /// <summary>The address that the article gets; without it, it is made from the title.</summary>
    [FromQuery(Name = "slug")]
    public string? Slug { get; init; }

    /// <summary>`true` stores nothing: the answer shows what would be stored.</summary>
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
