using ArticleApi.Http.Caching;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Requests;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Topics;

internal static class GetTopic
{
    /// <summary>One topic, by its slug, its name or a synonym.</summary>
    /// <remarks>
    /// `/topics/5-HT` answers with serotonin and says so in `Content-Location`. Names match by letters and digits, case ignored.
    /// </remarks>
    /// <param name="topic">A slug, name or synonym, in singular or plural.</param>
    public static async Task<Response<TopicResponse>> Handle(string topic, HttpContext http, Database database, CancellationToken cancel)
    {
        var name = RouteValue.Decode(topic);
        using var snapshot = database.Read();
        if (await TopicStore.FindAsync(snapshot, name, cancel) is not { } found)
        {
            return Problems.TopicNotFound(name, await TopicNames.NearestAsync(snapshot, name, cancel));
        }

        var parent = http.Request.Path.Value!.TrimEnd('/');
        http.Response.Headers.ContentLocation =
            $"{http.Request.PathBase}{parent[..parent.LastIndexOf('/')]}/{Uri.EscapeDataString(found.Topic.Slug)}";
        return await Response.WhenChangedAsync(
            http,
            ETags.OfTopic(http.Request, found.Topic.Slug, found.Revision, snapshot.DataVersion),
            snapshot.DataVersion,
            () => Task.FromResult(TopicResponse.From(found)));
    }
}
