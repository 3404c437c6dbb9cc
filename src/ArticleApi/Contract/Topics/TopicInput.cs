using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Contract.Topics;

/// <summary>A topic as callers give it.</summary>
/// <param name="Slug">The address of the topic: that of the path, or absent.</param>
/// <param name="Name">The preferred name.</param>
/// <param name="Synonyms">Other names. One that is all in capitals is found in texts only so written.</param>
/// <param name="Broader">The slug of the broader topic, or null.</param>
/// <param name="Mesh">The MeSH descriptor, such as `D012701`, or null.</param>
/// <param name="Retired">Whether the vocabulary no longer has it; counts only where the verb `import` reads an export.</param>
[Input(Required = ["name"], ServerMade = ["claimCount", "articleCount"])]
internal sealed record TopicInput(string? Slug, string? Name, IReadOnlyList<string?>? Synonyms, string? Broader, string? Mesh, bool? Retired = null)
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
