using ArticleApi.Features.Claims;
using ArticleApi.Http;

namespace ArticleApi.Features.Topics;

internal static class TopicEndpoints
{
    public static void MapTopics(this IEndpointRouteBuilder api)
    {
        var topics = api.MapGroup("/topics").WithTags("Topics");
        topics.MapGet("", ListTopics.Handle).WithName("ListTopics");
        topics.MapGet("/{topic}", GetTopic.Handle).WithName("GetTopic").Fails(ProblemType.TopicNotFound)
            .WithMetadata(new SentHeader("Content-Location", "The canonical path of the topic."));
        topics.MapGet("/{topic}/claims", ListTopicClaims.Handle).WithName("ListTopicClaims").Fails(ProblemType.TopicNotFound);
    }
}
