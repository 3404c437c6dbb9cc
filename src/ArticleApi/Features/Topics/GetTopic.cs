using ArticleApi.Http.Caching;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Requests;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Topics;

internal static class GetTopic
{
    /// <summary>Returns a topic by its slug, its name or a synonym.</summary>
    /// <remarks>
    /// `/topics/5-HT` returns serotonin, and `Content-Location` says so. Only letters and digits of a name matter, and not their case.
    /// </remarks>
    /// <param name="topic">A slug, name or synonym, singular or plural: `zinc`, `5-HT`.</param>
    public static async Task<Response<TopicResponse>> Handle(string topic, HttpContext http, Database database, CancellationToken cancel)
    {
        var name = RouteValue.Decode(topic);
        using var snapshot = database.Read(cancel);
        if (await TopicStore.FindAsync(snapshot, name, cancel) is not { } found)
        {
            return Problems.TopicNotFound(name, await TopicNames.NearestAsync(snapshot, name, cancel));
        }

        var parent = http.Request.Path.Value!.TrimEnd('/');
        http.Response.Headers.ContentLocation = Urls.InHeader(
            http.Request, $"{http.Request.PathBase}{parent[..parent.LastIndexOf('/')]}/{Uri.EscapeDataString(found.Topic.Slug)}");
        return await Response.WhenChangedAsync(
            http,
            ETags.OfTopic(http.Request, found.Topic.Slug, found.Revision, snapshot.DataVersion),
            snapshot.DataVersion,
            () => Task.FromResult(TopicResponse.From(found)));
    }
}
