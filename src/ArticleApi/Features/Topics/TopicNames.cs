using ArticleApi.Contract;
using ArticleApi.Documents.Text;
using ArticleApi.Http.Caching;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Queries;
using ArticleApi.Http.Requests;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Topics;

/// <summary>Finds the topics that requests name.</summary>
internal static class TopicNames
{
    /// <summary>The slug of the topic with the slug, name or synonym that is nearest to <paramref name="name"/>, or null.</summary>
    public static async Task<string?> NearestAsync(Session session, string name, CancellationToken cancel)
    {
        var key = Folding.Key(name);
        return Nearest.Of(key, await Neighbours.OfTopicKeyAsync(session, key, cancel)) is { } nearest
            ? await TopicStore.SlugOfKeyAsync(session, nearest, cancel)
            : null;
    }

    /// <summary>The topics of a parameter; each one that is unknown is added to <paramref name="errors"/>.</summary>
    public static async Task<IReadOnlyList<ResolvedTopic>> ResolveAsync(
        Snapshot snapshot, string parameter, IReadOnlyList<string>? names, List<ProblemError> errors, CancellationToken cancel)
    {
        if (names is not { Count: > 0 })
        {
            return [];
        }

        var resolved = snapshot.Engine.Topics.Resolve(snapshot, [.. names.Distinct()]);
        foreach (var unknown in names.Except(resolved.Select(topic => topic.Asked)))
        {
            errors.Add(QueryParameters.UnknownValue(parameter, "topic", unknown, await NearestAsync(snapshot, unknown, cancel)));
        }

        return resolved;
    }

    /// <summary>The problem of a write of a topic whose preconditions do not hold; null if they hold.</summary>
    /// <param name="conditions">The preconditions of the request.</param>
    /// <param name="slug">The slug of the topic.</param>
    /// <param name="revision">The revision of the stored topic; null if there is none.</param>
    public static ProblemResult? Refuse(Preconditions conditions, string slug, long? revision) =>
        conditions.Hold(revision is { } current ? tag => ETags.NamesTopic(tag, slug, current) : null) ? null : Problems.TopicChanged(slug);
}
