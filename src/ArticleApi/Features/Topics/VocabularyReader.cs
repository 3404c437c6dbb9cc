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
    /// <param name="slug">The slug that the topic must have, if any.</param>
    /// <returns>The topic, or null and what is wrong with it.</returns>
    public static (Topic? Topic, IReadOnlyList<ProblemError> Errors) Read(JsonRead<TopicInput> read, IReadOnlyList<Topic> stored, string? slug = null)
    {
        if (read.Input is not { } input)
        {
            return (null, read.Errors);
        }

        List<ProblemError> errors = [.. read.Errors];
        if (slug is not null && input.Slug is not null && input.Slug != slug)
        {
            errors.Add(new() { Pointer = "/slug", Code = "slug-differs", Detail = $"The document has the slug '{input.Slug}', the path '{slug}'." });
        }

        input = input with { Slug = slug ?? input.Slug };
        var topic = input.ToTopic();
        TopicInput[] others = [.. stored.Where(other => other.Slug != topic.Slug).Select(TopicInput.From)];
        var at = $"/{others.Length}";
        var misshapen = read.Errors.Select(error => error.Pointer!).ToHashSet(StringComparer.Ordinal);
        errors.AddRange(Read([.. others, input]).Errors
            .Where(error => error.Pointer!.StartsWith($"{at}/", StringComparison.Ordinal) && !misshapen.Contains(error.Pointer[at.Length..]))
            .Select(error => error with { Pointer = error.Pointer![at.Length..] }));
        return errors.Count == 0 ? (topic, []) : (null, errors);
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
