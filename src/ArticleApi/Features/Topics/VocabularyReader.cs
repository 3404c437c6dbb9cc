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
    public static (Topic? Topic, IReadOnlyList<ProblemError> Errors) Read(JsonRead<TopicInput> read, IReadOnlyList<Topic> stored, string slug)
    {
        if (read.Input?.Slug is not { } given || given == slug)
        {
            return Read([read with { Input = read.Input is null ? null : read.Input with { Slug = slug } }], stored)[0];
        }

        var (_, errors) = Read([read with { Input = read.Input with { Slug = slug } }], stored)[0];
        return (null, [.. errors, new() { Pointer = "/slug", Code = "slug-differs", Detail = $"The document has the slug '{given}', the path '{slug}'." }]);
    }

    /// <summary>Reads topics that are to stand beside each other and beside others, each in place of any of its slug.</summary>
    /// <returns>For each the topic, or null and what is wrong with it.</returns>
    public static IReadOnlyList<(Topic? Topic, IReadOnlyList<ProblemError> Errors)> Read(IReadOnlyList<JsonRead<TopicInput>> reads, IReadOnlyList<Topic> stored)
    {
        var inputs = reads.Select(read => read.Input ?? new(null, null, null, null, null)).ToList();
        var slugs = inputs.Select(input => input.ToTopic().Slug).ToHashSet(StringComparer.Ordinal);
        TopicInput[] others = [.. stored.Where(other => !slugs.Contains(other.Slug)).Select(TopicInput.From)];
        var (topics, faults) = Read([.. others, .. inputs]);
        var byTopic = faults.ToLookup(fault => int.Parse(fault.Pointer!.Split('/')[1]));
        return
        [
            .. reads.Select((read, i) =>
            {
                var at = others.Length + i;
                var misshapen = read.Errors.Select(error => error.Pointer).ToHashSet(StringComparer.Ordinal);
                var own = read.Input is null ? [] : byTopic[at].Select(error => error with { Pointer = error.Pointer![$"/{at}".Length..] });
                List<ProblemError> errors = [.. read.Errors, .. own.Where(error => !misshapen.Contains(error.Pointer))];
                return (errors.Count == 0 ? topics[at] : null, (IReadOnlyList<ProblemError>)errors);
            }),
        ];
    }

    public static (IReadOnlyList<Topic> Topics, IReadOnlyList<ProblemError> Errors) Read(IReadOnlyList<TopicInput> input)
    {
        var topics = input.Select(topic => topic.ToTopic()).ToList();
        var bySlug = topics.DistinctBy(topic => topic.Slug).ToDictionary(topic => topic.Slug, StringComparer.Ordinal);
        var owners = new Dictionary<string, Topic>(StringComparer.Ordinal);
        var errors = new List<ProblemError>();

        void Fault(string pointer, string code, string detail, string? suggestion = null) =>
            errors.Add(new() { Pointer = pointer, Code = code, Detail = detail, Suggestion = suggestion });

        for (var i = 0; i < topics.Count; i++)
        {
            var topic = topics[i];
            if (!Slugs.IsSlug(topic.Slug))
            {
                Fault($"/{i}/slug", "invalid-slug", $"'{topic.Slug}' is no slug: lower-case letters and digits in words joined by single hyphens.");
            }

            if (topic.Name.Length == 0)
            {
                Fault($"/{i}/name", "required", "A topic has a name.");
            }

            var names = topic.Synonyms.Select((name, n) => (name, $"/{i}/synonyms/{n}")).Prepend((topic.Name, $"/{i}/name")).Prepend((topic.Slug, $"/{i}/slug"));
            foreach (var (name, pointer) in names)
            {
                var key = Folding.Key(name);
                if (key.Length == 0 && name != topic.Slug && (name.Length > 0 || pointer != $"/{i}/name"))
                {
                    Fault(pointer, "invalid-name", $"The name '{name}' of '{topic.Slug}' has no letter and no digit.");
                }
                else if (key.Length > 0 && !owners.TryAdd(key, topic) && owners[key] != topic)
                {
                    Fault(pointer, "name-taken", $"'{name}' names '{topic.Slug}' and '{owners[key].Slug}'.");
                }
            }

            if (topic.Mesh is not null && !Descriptor().IsMatch(topic.Mesh))
            {
                Fault($"/{i}/mesh", "invalid-value", $"'{topic.Mesh}' is no MeSH descriptor like D012701.");
            }

            if (topic.Broader is { } broader && !bySlug.ContainsKey(broader))
            {
                var nearest = Nearest.Of(broader, bySlug.Keys);
                Fault($"/{i}/broader", "unknown-value", $"There is no topic '{broader}', which is to be broader than '{topic.Slug}'.", nearest);
            }

            if (IsBelowItself(topic, bySlug))
            {
                Fault($"/{i}/broader", "broader-cycle", $"'{topic.Slug}' is broader than itself.");
            }
        }

        return (topics, errors);
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
