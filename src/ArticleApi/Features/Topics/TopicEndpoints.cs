using ArticleApi.Contract.Topics;
using ArticleApi.Features.Claims;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Requests;
using ArticleApi.Http.Responses;
using ArticleApi.Http.Security;
using ArticleApi.Security;

namespace ArticleApi.Features.Topics;

internal static class TopicEndpoints
{
    public static void MapTopics(this IEndpointRouteBuilder api)
    {
        var topics = api.MapGroup("/topics").WithTags("Topics");
        topics.MapGet("", ListTopics.Handle).WithName("ListTopics");
        topics.MapGet("/{topic}", GetTopic.Handle).WithName("GetTopic").ProducesProblems(ProblemType.TopicNotFound)
            .WithMetadata(new ProducesHeader("Content-Location", "The path of the topic by its slug."));
        topics.MapGet("/{topic}/claims", ListTopicClaims.Handle)
            .WithName("ListTopicClaims")
            .ProducesAlso(ClaimFormats.OfList)
            .ProducesProblems(ProblemType.TopicNotFound);

        var writes = topics.MapGroup("/{topic}");
        WriteAccess.Require(writes, Scopes.TopicsWrite);
        writes.MapPut("", PutTopic.Handle).WithName("PutTopic")
            .WithMetadata(new AcceptedBody(typeof(TopicInput), JsonBody.Types))
            .WithMetadata(new WriteResponses(typeof(TopicResponse), (200, "The topic, replaced or unchanged."), (201, "The new topic.")))
            .ProducesProblems(
                ProblemType.InvalidJson,
                ProblemType.NameTaken,
                ProblemType.ContentTooLarge,
                ProblemType.UnsupportedMediaType,
                ProblemType.InvalidDocument);
        writes.MapDelete("", DeleteTopic.Handle).WithName("DeleteTopic")
            .WithMetadata(new WriteResponses(null, (204, "The topic was deleted.")))
            .ProducesProblems(ProblemType.TopicNotFound, ProblemType.TopicHasNarrower);
    }
}
