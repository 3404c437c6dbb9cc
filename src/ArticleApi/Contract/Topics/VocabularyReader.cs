using System.Text.RegularExpressions;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Contract.Topics;

/// <summary>
/// Turns topics that clients send into topics that can be stored. It reports every error with its JSON Pointer, not only the first.
/// </summary>
internal static partial class VocabularyReader
{
    /// <summary>Reads one topic, which is added to the vocabulary or replaces the topic with its slug.</summary>
    /// <param name="read">The topic as it was sent.</param>
    /// <param name="stored">The vocabulary.</param>
    /// <param name="slug">The slug that the topic must have.</param>
    /// <returns>The topic, or null and its errors.</returns>
    public static (Topic? Topic, ValidationErrors Errors) Read(JsonInputResult<TopicInput> read, IReadOnlyList<Topic> stored, string slug)
    {
        if (read.Input?.Slug is not { } given || given == slug)
        {
            return Read([read with { Input = read.Input is null ? null : read.Input with { Slug = slug } }], stored)[0];
        }

        var (_, errors) = Read([read with { Input = read.Input with { Slug = slug } }], stored)[0];
        errors.Add(new()
        {
            Pointer = "/slug",
            Code = "slug-differs",
            Detail = $"The document has the slug '{ValidationErrors.Quote(given)}', the path '{slug}'.",
        });
        return (null, errors);
    }

    /// <summary>Reads several topics, which are added to the vocabulary together, or replace the topics with their slugs.</summary>
    /// <returns>Each topic, or null and its errors.</returns>
    public static IReadOnlyList<(Topic? Topic, ValidationErrors Errors)> Read(
        IReadOnlyList<JsonInputResult<TopicInput>> reads, IReadOnlyList<Topic> stored)
    {
        var inputs = reads.Select(read => read.Input ?? new(null, null, null, null, null)).ToList();
        var slugs = inputs.Select(input => input.ToTopic().Slug).ToHashSet(StringComparer.Ordinal);
        TopicInput[] others = [.. stored.Where(other => !slugs.Contains(other.Slug)).Select(TopicInput.From)];
        var errors = reads.Select(read => ValidationErrors.Of(read.Errors)).ToList();
        var unreadable = reads.Select(read => read.Errors.Select(error => error.Pointer).ToHashSet(StringComparer.Ordinal)).ToList();
        var topics = Read([.. others, .. inputs], (i, error) =>
        {
            if (i - others.Length is >= 0 and var own && reads[own].Input is not null && !unreadable[own].Contains(error.Pointer))
            {
                errors[own].Add(error);
            }
        });
        return [.. errors.Select((own, i) => (own.Count == 0 ? topics[others.Length + i] : null, own))];
    }

    /// <summary>Reads a whole vocabulary.</summary>
    public static (IReadOnlyList<Topic> Topics, ValidationErrors Errors) Read(IReadOnlyList<TopicInput> input)
    {
        var errors = new ValidationErrors();
        return (Read(input, (i, error) => errors.Add(error with { Pointer = $"/{i}{error.Pointer}" })), errors);
    }

    private static List<Topic> Read(IReadOnlyList<TopicInput> input, Action<int, ProblemError> add)
    {
        var topics = input.Select(topic => topic.ToTopic()).ToList();
        var bySlug = topics.DistinctBy(topic => topic.Slug).ToDictionary(topic => topic.Slug, StringComparer.Ordinal);
        var owners = new Dictionary<string, Topic>(StringComparer.Ordinal);

        foreach (var (i, topic) in topics.Index())
        {
            void Error(string pointer, string code, string detail, string? suggestion = null) =>
                add(i, new() { Pointer = pointer, Code = code, Detail = detail, Suggestion = suggestion });

            if (!Slugs.IsSlug(topic.Slug))
            {
                Error(
                    "/slug",
                    "invalid-slug",
                    $"'{ValidationErrors.Quote(topic.Slug)}' is no slug: lower-case letters and digits in words joined by single hyphens.");
            }

            if (topic.Name.Length == 0)
            {
                Error("/name", "required", "A topic has a name.");
            }

            var names = topic.Synonyms.Select((name, n) => (name, $"/synonyms/{n}"))
                .Prepend((topic.Name, "/name"))
                .Prepend((topic.Slug, "/slug"));
            foreach (var (name, pointer) in names)
            {
                var key = Folding.Key(name);
                if (key.Length == 0 && name != topic.Slug && (name.Length > 0 || pointer != "/name"))
                {
                    Error(
                        pointer,
                        "invalid-name",
                        $"The name '{ValidationErrors.Quote(name)}' of '{ValidationErrors.Quote(topic.Slug)}' has no letter and no digit.");
                }
                else if (key.Length > 0 && !owners.TryAdd(key, topic) && owners[key] != topic)
                {
                    Error(
                        pointer,
                        "name-taken",
                        $"'{ValidationErrors.Quote(name)}' names '{ValidationErrors.Quote(topic.Slug)}' and '{owners[key].Slug}'.");
                }
            }

            if (topic.Mesh is not null && !Descriptor().IsMatch(topic.Mesh))
            {
                Error("/mesh", "invalid-value", $"'{ValidationErrors.Quote(topic.Mesh)}' is no MeSH descriptor like D012701.");
            }

            if (topic.Broader is { } broader && !bySlug.ContainsKey(broader))
            {
                var nearest = Nearest.Of(broader, bySlug.Keys);
                Error(
                    "/broader",
                    "unknown-value",
                    $"There is no topic '{ValidationErrors.Quote(broader)}', "
                    + $"which is to be broader than '{ValidationErrors.Quote(topic.Slug)}'.",
                    nearest);
            }

            if (IsBelowItself(topic, bySlug))
            {
                Error("/broader", "broader-cycle", $"'{ValidationErrors.Quote(topic.Slug)}' is broader than itself.");
            }
        }

        return topics;
    }

    private static bool IsBelowItself(Topic topic, Dictionary<string, Topic> bySlug)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var above = topic.Broader; above is not null && seen.Add(above); above = bySlug.GetValueOrDefault(above)?.Broader)
        {
            if (above == topic.Slug)
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex("^[A-Z][0-9]{4,12}$", RegexOptions.CultureInvariant)]
    private static partial Regex Descriptor();
}
