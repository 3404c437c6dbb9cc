using ArticleApi.Contract;
using ArticleApi.Http.Caching;
using ArticleApi.Http.Queries;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Topics;

internal static class ListTopics
{
    /// <summary>Lists the topics of the vocabulary, by slug.</summary>
    /// <remarks>Each topic has the number of its claims and articles.</remarks>
    public static async Task<Response<ListResponse<TopicResponse>>> Handle(
        [AsParameters] PageRequest request, HttpContext http, Database database, CancellationToken cancel)
    {
        using var snapshot = database.Read(cancel);
        return await Response.WhenChangedAsync(http, ETags.OfStore(http.Request, snapshot.DataVersion), snapshot.DataVersion, async () =>
        {
            var after = request.After(http.Request);
            var topics = await TopicStore.ListAsync(snapshot, after?[0], request.PageSize(), cancel);
            return await Lists.OfAsync(
                http,
                request,
                snapshot,
                topics,
                TopicResponse.From,
                topic => [topic.Topic.Slug],
                () => TopicStore.CountAsync(snapshot, cancel));
        });
    }
}
