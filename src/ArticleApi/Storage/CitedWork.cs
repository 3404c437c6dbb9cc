using ArticleApi.Documents.Model;

namespace ArticleApi.Storage;

/// <summary>A work that articles cite: the entry of the article with the smallest slug, and every entry that names it.</summary>
internal sealed record CitedWork(Reference Reference, IReadOnlyList<(string Slug, string Label)> Entries)
{
    /// <summary>Where it stands in a list by relevance; null in any other.</summary>
    public RankPosition? RankPosition { get; init; }
}
