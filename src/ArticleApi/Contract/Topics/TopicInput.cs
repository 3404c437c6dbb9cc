using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Contract.Topics;

/// <summary>A topic to be stored.</summary>
/// <param name="Slug">The slug of the topic. May be absent; else it must be the slug in the path.</param>
/// <param name="Name">The preferred name.</param>
/// <param name="Synonyms">Other names. A synonym in capitals, such as `GABA`, is found in texts only in capitals.</param>
/// <param name="Broader">The slug of the broader topic, or null.</param>
/// <param name="Mesh">The MeSH descriptor, such as `D012701`, or null.</param>
/// <param name="Retired">
/// Whether the topic is no longer in the vocabulary. Only the command `import` reads it, from an export; here it is ignored.
/// </param>
[Input(Required = ["name"], ServerMade = ["narrower", "claimCount", "articleCount"])]
internal sealed record TopicInput(
    string? Slug, string? Name, IReadOnlyList<string?>? Synonyms, string? Broader, string? Mesh, bool? Retired = null)
{
    public static TopicInput From(Topic topic) => new(topic.Slug, topic.Name, topic.Synonyms, topic.Broader, topic.Mesh);

    public Topic ToTopic() => new()
    {
        Slug = Slug ?? Slugs.Of(Name ?? ""),
        Name = CleanText.Of(Name ?? ""),
        Synonyms = [.. (Synonyms ?? []).Select(synonym => CleanText.Of(synonym ?? ""))],
        Broader = Broader,
        Mesh = Mesh,
    };
}
