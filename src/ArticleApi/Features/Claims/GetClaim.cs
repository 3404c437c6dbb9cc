using ArticleApi.Contract;
using ArticleApi.Http.Caching;
using ArticleApi.Http.Queries;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace ArticleApi.Features.Claims;

/// <summary>The parameters of a single claim.</summary>
internal sealed record GetClaimRequest
{
    /// <summary>`text,article.slug,citations.label`: the claim has only these members. Inner members have a dot.</summary>
    [FromQuery(Name = FieldSelection.Parameter)]
    public string[]? Fields { get; init; }
}

internal static class GetClaim
{
    public sealed class Validator : AbstractValidator<GetClaimRequest>
    {
        public Validator() => RuleForEach(r => r.Fields).Fields(typeof(ClaimResponse));
    }

    /// <summary>Returns a claim with its evidence.</summary>
    /// <param name="id">The id of the claim, `clm_…`.</param>
    public static async Task<Response<ClaimResponse>> Handle(
        string id, [AsParameters] GetClaimRequest request, HttpContext http, Database database, CancellationToken cancel)
    {
        using var snapshot = database.Read(cancel);
        var json = new PooledBuffer();
        if (snapshot.Engine.Documents.FindClaim(snapshot, id, json) is not { } claim)
        {
            return await ClaimNames.NotFoundAsync(snapshot, id, cancel);
        }

        if (Response.IsNotModified(http, ETags.OfRevision(http.Request, claim.Slug, claim.Revision, claim.UpdatedAt), snapshot.DataVersion))
        {
            return Response<ClaimResponse>.NotModified;
        }

        var fields = FieldSelection.OfItem(request.Fields);
        return fields is null && Representations.IsJson(http)
            ? Response<ClaimResponse>.Rendered(json)
            : new Response<ClaimResponse>(ClaimResponse.Parse(json.Written.Span), fields);
    }
}
