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
        topics.MapGet("/{topic}/claims", ListTopicClaims.Handle).WithName("ListTopicClaims").AlsoIn(ClaimFormats.OfList).Fails(ProblemType.TopicNotFound);

        var writes = topics.MapGroup("/{topic}");
        WriteAccess.Require(writes);
        writes.MapPut("", PutTopic.Handle).WithName("PutTopic")
            .WithMetadata(new BodyTypes(typeof(TopicInput), JsonBody.Types))
            .WithMetadata(new WriteAnswers(typeof(TopicResponse), (200, "The topic, replaced or the same as before."), (201, "The topic, which is new.")))
            .Fails(ProblemType.InvalidJson, ProblemType.NameTaken, ProblemType.ContentTooLarge, ProblemType.UnsupportedMediaType, ProblemType.InvalidDocument);
        writes.MapDelete("", DeleteTopic.Handle).WithName("DeleteTopic")
            .WithMetadata(new WriteAnswers(null, (204, "The topic is deleted.")))
            .Fails(ProblemType.TopicNotFound, ProblemType.TopicHasNarrower);
    }
}
