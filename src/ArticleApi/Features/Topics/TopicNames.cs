using ArticleApi.Documents.Text;
using ArticleApi.Http;
using ArticleApi.Storage;

namespace ArticleApi.Features.Topics;

/// <summary>Finds the topics that callers name.</summary>
internal static class TopicNames
{
    /// <summary>The slug of the topic with the slug, name or synonym that is nearest to <paramref name="name"/>, or null.</summary>
    public static async Task<string?> NearestAsync(Snapshot snapshot, string name, CancellationToken cancel)
    {
        var slugs = await TopicStore.KeysAsync(snapshot, cancel);
        return Nearest.Of(Folding.Key(name), slugs.Keys) is { } nearest ? slugs[nearest] : null;
    }

    /// <summary>The topics of a parameter; each one that is unknown is added to <paramref name="errors"/>.</summary>
    public static async Task<IReadOnlyList<ResolvedTopic>> ResolveAsync(
        Snapshot snapshot, string parameter, IReadOnlyList<string>? names, List<ProblemError> errors, CancellationToken cancel)
    {
        if (names is not { Count: > 0 })
        {
            return [];
        }

        var resolved = await TopicStore.ResolveAsync(snapshot, names, cancel);
        foreach (var unknown in names.Except(resolved.Select(topic => topic.Asked)))
        {
            errors.Add(QueryParameters.UnknownValue(parameter, "topic", unknown, await NearestAsync(snapshot, unknown, cancel)));
        }

        return resolved;
    }
}
