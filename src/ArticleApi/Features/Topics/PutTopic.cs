using ArticleApi.Contract;
using ArticleApi.Contract.Articles;
using ArticleApi.Contract.Topics;
using ArticleApi.Documents.Text;
using ArticleApi.Features.Audit;
using ArticleApi.Http.Caching;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Requests;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Topics;

internal static class PutTopic
{
    /// <summary>Creates or replaces a topic.</summary>
    /// <remarks>
    /// `{ "name": "zinc", "synonyms": ["Zn"] }`: only `name` is required. No two topics may share a name or synonym; only letters and
    /// digits matter, and not their case. Articles that are stored from now on are tagged with the topic. For earlier ones run the command
    /// `retag`.
    /// </remarks>
    /// <param name="topic">The slug of the topic, such as `zinc`.</param>
    public static async Task<IResult> Handle(string topic, HttpContext http, Database database, CancellationToken cancel)
    {
        if (!Slugs.IsSlug(topic))
        {
            return Problems.InvalidParameters([ArticleReader.InvalidSlug("topic", topic)]);
        }

        var conditions = Preconditions.Of(http);
        var (read, problem) = await JsonBody.ReadAsync<TopicInput>(http, JsonBody.Types, cancel);
        return read is null
            ? problem!
            : await database.WriteAsync((write, token) => StoreAsync(http, write, topic, conditions, read, token), cancel);
    }

    private static async Task<IResult> StoreAsync(
        HttpContext http,
        WriteTransaction write,
        string slug,
        Preconditions conditions,
        JsonInputResult<TopicInput> read,
        CancellationToken cancel)
    {
        var vocabulary = await TopicStore.AllAsync(write, cancel);
        var before = vocabulary.FirstOrDefault(topic => topic.Slug == slug);
        var (topic, errors) = VocabularyReader.Read(read, vocabulary, slug);
        if (topic is null)
        {
            return errors.Code == ProblemType.NameTaken.Code ? Problems.NameTaken(errors) : Problems.InvalidDocument(errors);
        }

        if (TopicNames.Refuse(conditions, slug, await TopicStore.RevisionAsync(write, slug, cancel)) is { } refusal)
        {
            return refusal;
        }

        var isChanged = before is null || !Vocabulary.AreSame(before, topic);
        if (isChanged)
        {
            await TopicStore.PutAsync(write, [topic], cancel);
        }

        var stored = (await TopicStore.FindAsync(write, slug, cancel))!;
        if (isChanged)
        {
            await AuditTrail.RecordAsync(http, write, slug, stored.Revision, cancel);
        }

        var version = await write.VersionAsync(cancel);
        return new WriteResponse(
            before is null ? StatusCodes.Status201Created : StatusCodes.Status200OK,
            () => TopicResponse.From(stored),
            version)
        {
            Tag = ETags.OfTopic(http.Request, slug, stored.Revision, version),
            Location = before is null ? (http.Request.PathBase + http.Request.Path).Value : null,
        };
    }
}
