using System.Text.RegularExpressions;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;
using ArticleApi.Http;

namespace ArticleApi.Features.Topics;

/// <summary>Turns a vocabulary as callers give it into one that can be stored. Every contradiction is found, each with a JSON Pointer.</summary>
internal static partial class VocabularyReader
{
    /// <summary>Reads one topic that is to stand beside others, in place of any of its slug.</summary>
    /// <param name="read">The topic with what does not fit its shape.</param>
    /// <param name="stored">The vocabulary.</param>
    /// <param name="slug">The slug that the topic must have.</param>
    /// <returns>The topic, or null and what is wrong with it.</returns>
    public static (Topic? Topic, Faults Faults) Read(JsonRead<TopicInput> read, IReadOnlyList<Topic> stored, string slug)
    {
        if (read.Input?.Slug is not { } given || given == slug)
        {
            return Read([read with { Input = read.Input is null ? null : read.Input with { Slug = slug } }], stored)[0];
        }

        var (_, faults) = Read([read with { Input = read.Input with { Slug = slug } }], stored)[0];
        faults.Add(new() { Pointer = "/slug", Code = "slug-differs", Detail = $"The document has the slug '{Faults.Quote(given)}', the path '{slug}'." });
        return (null, faults);
    }

    /// <summary>Reads topics that are to stand beside each other and beside others, each in place of any of its slug.</summary>
    /// <returns>For each the topic, or null and what is wrong with it.</returns>
    public static IReadOnlyList<(Topic? Topic, Faults Faults)> Read(IReadOnlyList<JsonRead<TopicInput>> reads, IReadOnlyList<Topic> stored)
    {
        var inputs = reads.Select(read => read.Input ?? new(null, null, null, null, null)).ToList();
        var slugs = inputs.Select(input => input.ToTopic().Slug).ToHashSet(StringComparer.Ordinal);
        TopicInput[] others = [.. stored.Where(other => !slugs.Contains(other.Slug)).Select(TopicInput.From)];
        var faults = reads.Select(read => Faults.Of(read.Faults)).ToList();
        var misshapen = reads.Select(read => read.Faults.Select(error => error.Pointer).ToHashSet(StringComparer.Ordinal)).ToList();
        var topics = Read([.. others, .. inputs], (i, error) =>
        {
            if (i - others.Length is >= 0 and var own && reads[own].Input is not null && !misshapen[own].Contains(error.Pointer))
            {
                faults[own].Add(error);
            }
        });
        return [.. faults.Select((own, i) => (own.Count == 0 ? topics[others.Length + i] : null, own))];
    }

    public static (IReadOnlyList<Topic> Topics, Faults Faults) Read(IReadOnlyList<TopicInput> input)
    {
        var faults = new Faults();
        return (Read(input, (i, error) => faults.Add(error with { Pointer = $"/{i}{error.Pointer}" })), faults);
    }

    private static List<Topic> Read(IReadOnlyList<TopicInput> input, Action<int, ProblemError> add)
    {
        var topics = input.Select(topic => topic.ToTopic()).ToList();
        var bySlug = topics.DistinctBy(topic => topic.Slug).ToDictionary(topic => topic.Slug, StringComparer.Ordinal);
        var owners = new Dictionary<string, Topic>(StringComparer.Ordinal);

        foreach (var (i, topic) in topics.Index())
        {
            void Fault(string pointer, string code, string detail, string? suggestion = null) =>
                add(i, new() { Pointer = pointer, Code = code, Detail = detail, Suggestion = suggestion });

            if (!Slugs.IsSlug(topic.Slug))
            {
                Fault("/slug", "invalid-slug", $"'{Faults.Quote(topic.Slug)}' is no slug: lower-case letters and digits in words joined by single hyphens.");
            }

            if (topic.Name.Length == 0)
            {
                Fault("/name", "required", "A topic has a name.");
            }

            var names = topic.Synonyms.Select((name, n) => (name, $"/synonyms/{n}")).Prepend((topic.Name, "/name")).Prepend((topic.Slug, "/slug"));
            foreach (var (name, pointer) in names)
            {
                var key = Folding.Key(name);
                if (key.Length == 0 && name != topic.Slug && (name.Length > 0 || pointer != "/name"))
                {
                    Fault(pointer, "invalid-name", $"The name '{Faults.Quote(name)}' of '{Faults.Quote(topic.Slug)}' has no letter and no digit.");
                }
                else if (key.Length > 0 && !owners.TryAdd(key, topic) && owners[key] != topic)
                {
                    Fault(pointer, "name-taken", $"'{Faults.Quote(name)}' names '{Faults.Quote(topic.Slug)}' and '{owners[key].Slug}'.");
                }
            }

            if (topic.Mesh is not null && !Descriptor().IsMatch(topic.Mesh))
            {
                Fault("/mesh", "invalid-value", $"'{Faults.Quote(topic.Mesh)}' is no MeSH descriptor like D012701.");
            }

            if (topic.Broader is { } broader && !bySlug.ContainsKey(broader))
            {
                var nearest = Nearest.Of(broader, bySlug.Keys);
                Fault("/broader", "unknown-value", $"There is no topic '{Faults.Quote(broader)}', which is to be broader than '{Faults.Quote(topic.Slug)}'.", nearest);
            }

            if (IsBelowItself(topic, bySlug))
            {
                Fault("/broader", "broader-cycle", $"'{Faults.Quote(topic.Slug)}' is broader than itself.");
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
