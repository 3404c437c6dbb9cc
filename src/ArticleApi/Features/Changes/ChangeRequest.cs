using System.Globalization;
using ArticleApi.Contract;
using ArticleApi.Http.Queries;
using ArticleApi.Storage;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace ArticleApi.Features.Changes;

/// <summary>The parameters of the list of changes.</summary>
internal sealed record ChangeRequest : PageRequest
{
    private const long MaxVersion = (1L << 53) - 1; // What a number in JSON holds exactly everywhere.

    /// <summary>
    /// Lists changes after this `dataVersion`. Without it, or with 0, lists everything. Only for the first page; `cursor` leads to the next
    /// ones.
    /// </summary>
    [FromQuery(Name = PageParameters.Since)]
    public string? Since { get; init; }

    /// <summary>`article`: only changes of articles. `topic`: only changes of topics.</summary>
    [FromQuery(Name = "type")]
    public string? Type { get; init; }

    /// <summary>`object` adds the whole article or topic to each `upsert`.</summary>
    [FromQuery(Name = "include")]
    public string? Include { get; init; }

    /// <summary>Where the page begins, by `since` or `cursor`.</summary>
    public ChangePosition Position(HttpRequest request) =>
        After(request) is { } key ? ChangePosition.Of(key) : new(long.Parse(Since ?? "0", CultureInfo.InvariantCulture), null, null);

    protected override bool IsKey(IReadOnlyList<string> key) =>
        key is [var since, var from, var seq, _, _] && Number(since) is not null && Number(from) is not null && Number(seq) is not null;

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public sealed class Validator : PageValidator<ChangeRequest>
    {
        public Validator()
        {
            RuleFor(r => r.Since).WholeNumber(0, MaxVersion);
            RuleFor(r => r.Since)
                .Must((request, since) => since is null || request.Cursor is null)
                .WithErrorCode("exclusive-parameters")
                .WithMessage("since begins a list of changes and cursor goes on with one. Give one of them.");
            RuleFor(r => r.Type).OneOf(JsonNames.Names<ChangeType>());
            RuleFor(r => r.Include).OneOf(ListChanges.WithObject);
        }
    }
}
