using System.Globalization;
using ArticleApi.Storage.Filters;

namespace ArticleApi.Storage;

/// <summary>Where an item stands in a list by relevance: at its rank, or, behind all that are ranked, at its id.</summary>
/// <param name="Id">The internal id of what was found, which no caller sees.</param>
/// <param name="Name">The public id of the item.</param>
/// <param name="Rank">How well it was found, the best lowest; null where it is not ranked.</param>
internal sealed record RankPosition(long Id, string Name, double? Rank)
{
    private const string Ranked = "ranked", Unranked = "unranked";

    /// <summary>The key of a list; <see cref="Read"/> reads it.</summary>
    public IReadOnlyList<string> Key => Rank is { } rank ? [Ranked, ListKeys.OfRank(rank), Name] : [Unranked, Id.ToString(CultureInfo.InvariantCulture)];

    /// <summary>The place that a key tells; null where it is none. It has a name where it has a rank.</summary>
    public static RankPosition? Read(IReadOnlyList<string> key) => key switch
    {
        [Ranked, var at, var name] when ListKeys.IsRank(at, out var rank) => new(0, name, rank),
        [Unranked, var at] when long.TryParse(at, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) => new(id, "", null),
        _ => null,
    };
}
