using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;
using ArticleApi.Http;
using ArticleApi.Storage;

namespace ArticleApi.Features.Topics;

/// <summary>Finds the topics that callers name.</summary>
internal static class TopicNames
{
    /// <summary>The slug of the topic with the slug, name or synonym that is nearest to <paramref name="name"/>, or null.</summary>
    public static async Task<string?> NearestAsync(Session session, string name, CancellationToken cancel)
    {
        var slugs = await TopicStore.KeysAsync(session, cancel);
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

        var resolved = TopicStore.Resolve(snapshot, names);
        foreach (var unknown in names.Except(resolved.Select(topic => topic.Asked)))
        {
            errors.Add(QueryParameters.UnknownValue(parameter, "topic", unknown, await NearestAsync(snapshot, unknown, cancel)));
        }

        return resolved;
    }

    /// <summary>The slugs that the claims of an article may have: those of the vocabulary, and those that its claims have already.</summary>
    public static IReadOnlySet<string> Known(IReadOnlyList<Topic> vocabulary, StoredArticle? article) =>
        vocabulary.Select(topic => topic.Slug).Concat((article?.Article.Claims ?? []).SelectMany(claim => claim.Topics)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The error of a topic in a document that there is none of.</summary>
    public static ProblemError Unknown(string pointer, string topic, IReadOnlySet<string> known)
    {
        var nearest = Nearest.Of(topic, known);
        return new()
        {
            Pointer = pointer,
            Code = "unknown-value",
            Detail = $"There is no topic '{Faults.Quote(topic)}'.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}",
            Suggestion = nearest,
        };
    }

    /// <summary>The problem of a write of a topic whose conditions do not hold; null where it may go on.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <param name="slug">The slug of the topic.</param>
    /// <param name="revision">Its revision; null where there is none.</param>
    public static ProblemResult? Refuse(Preconditions conditions, string slug, long? revision) =>
        conditions.Hold(revision is { } current ? tag => ETags.NamesTopic(tag, slug, current) : null) ? null : Problems.TopicChanged(slug);

    public static bool AreSame(IReadOnlyList<Topic> one, IReadOnlyList<Topic> other) => one.Count == other.Count && one.Zip(other, AreSame).All(same => same);

    public static bool AreSame(Topic one, Topic other) =>
        one with { Synonyms = [] } == other with { Synonyms = [] } && one.Synonyms.SequenceEqual(other.Synonyms);
}
