using ArticleApi.Features.Audit;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Requests;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Topics;

internal static class DeleteTopic
{
    /// <summary>Deletes a topic from the vocabulary.</summary>
    /// <remarks>
    /// Claims keep the topic until their article is written again or the command `retag` runs. A topic that has narrower topics cannot be
    /// deleted.
    /// </remarks>
    /// <param name="topic">The slug of the topic, such as `zinc`.</param>
    public static async Task<IResult> Handle(string topic, HttpContext http, Database database, CancellationToken cancel)
    {
        var conditions = Preconditions.Of(http);
        return await database.WriteAsync<IResult>(
            async (write, token) =>
            {
                var vocabulary = await TopicStore.AllAsync(write, token);
                if (!vocabulary.Any(known => known.Slug == topic))
                {
                    return Problems.TopicNotFound(topic, await TopicNames.NearestAsync(write, topic, token));
                }

                var revision = await TopicStore.RevisionAsync(write, topic, token);
                if (TopicNames.Refuse(conditions, topic, revision) is { } refusal)
                {
                    return refusal;
                }

                if (vocabulary.Where(other => other.Broader == topic).Select(other => other.Slug).ToList() is { Count: > 0 } narrower)
                {
                    return Problems.TopicHasNarrower(topic, narrower);
                }

                await TopicStore.DeleteAsync(write, topic, token);
                await AuditTrail.RecordAsync(http, write, topic, revision, token);
                return new WriteResponse(StatusCodes.Status204NoContent, null, await write.VersionAsync(token));
            },
            cancel);
    }
}
