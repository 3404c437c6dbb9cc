using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Features.Topics;

/// <summary>A topic as callers give it.</summary>
internal sealed record TopicInput(string? Slug, string? Name, IReadOnlyList<string>? Synonyms, string? Broader, string? Mesh)
{
    public Topic ToTopic() => new()
    {
        Slug = Slug ?? Slugs.Of(Name ?? ""),
        Name = CleanText.Of(Name ?? ""),
        Synonyms = [.. (Synonyms ?? []).Select(CleanText.Of)],
        Broader = Broader,
        Mesh = Mesh,
    };
}
