using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;
using ArticleApi.Http;

namespace ArticleApi.Features.Topics;

/// <summary>Turns a vocabulary as callers give it into one that can be stored. Every contradiction is found, each with a JSON Pointer.</summary>
internal static class VocabularyReader
{
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

            foreach (var name in topic.Synonyms.Prepend(topic.Name).Prepend(topic.Slug))
            {
                var key = Folding.Key(name);
                if (key.Length == 0)
                {
                    Fault($"/{i}", "invalid-name", $"The name '{name}' of '{topic.Slug}' has no letter and no digit.");
                }
                else if (!owners.TryAdd(key, topic) && owners[key] != topic)
                {
                    Fault($"/{i}", "name-taken", $"'{name}' names '{topic.Slug}' and '{owners[key].Slug}'.");
                }
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
}
