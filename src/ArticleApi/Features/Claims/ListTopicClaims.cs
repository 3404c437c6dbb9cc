using ArticleApi.Features.Topics;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Requests;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using Microsoft.AspNetCore.Mvc;

namespace ArticleApi.Features.Claims;

internal static class ListTopicClaims
{
    /// <summary>Lists the claims with a topic or one of its narrower topics.</summary>
    /// <remarks>The same as `/claims?topic_all=…`, with the same parameters.</remarks>
    /// <param name="topic">A slug, name or synonym, singular or plural: `zinc`, `5-HT`.</param>
    public static async Task<Response<ClaimList>> Handle(
        [FromRoute] string topic, [AsParameters] ClaimRequest request, HttpContext http, Database database, CancellationToken cancel)
    {
        var name = RouteValue.Decode(topic);
        using var snapshot = database.Read(cancel);
        var resolved = snapshot.Engine.Topics.Resolve(snapshot, [name]);
        return resolved.Count == 0
            ? Problems.TopicNotFound(name, await TopicNames.NearestAsync(snapshot, name, cancel))
            : await ListClaims.RespondAsync(http, snapshot, request, new(), resolved, cancel);
    }
}
