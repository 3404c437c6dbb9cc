using ArticleApi.Documents.Model;

namespace ArticleApi.Storage;

/// <summary>A work that articles cite: the entry of the article with the smallest slug, and every entry that names it.</summary>
internal sealed record CitedWork(Reference Reference, IReadOnlyList<(string Slug, string Label)> Entries)
{
    /// <summary>How well a search found its best entry, the best lowest; where the list is in that order.</summary>
    public double Rank { get; init; }
}
