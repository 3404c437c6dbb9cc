using ArticleApi.Documents.Model;

namespace ArticleApi.Contract.Topics;

/// <summary>Compares vocabularies, and says which topics a document may name.</summary>
internal static class Vocabulary
{
    /// <summary>
    /// The topics that the claims of an article may have: those of the vocabulary, and those that its stored claims have already.
    /// </summary>
    public static IReadOnlySet<string> Allowed(IReadOnlyList<Topic> vocabulary, Article? stored) =>
        vocabulary.Select(topic => topic.Slug)
            .Concat((stored?.Claims ?? []).SelectMany(claim => claim.Topics))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The error of a topic that is not in the vocabulary.</summary>
    public static ProblemError UnknownTopic(string pointer, string topic, IReadOnlySet<string> allowed)
    {
        var nearest = Nearest.Of(topic, allowed);
        return new()
        {
            Pointer = pointer,
            Code = "unknown-value",
            Detail = $"There is no topic '{ValidationErrors.Quote(topic)}'.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}",
            Suggestion = nearest,
        };
    }

    public static bool AreSame(IReadOnlyList<Topic> one, IReadOnlyList<Topic> other) =>
        one.Count == other.Count && one.Zip(other, AreSame).All(same => same);

    public static bool AreSame(Topic one, Topic other) =>
        one with { Synonyms = [] } == other with { Synonyms = [] } && one.Synonyms.SequenceEqual(other.Synonyms);
}
