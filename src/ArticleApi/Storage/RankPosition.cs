using System.Globalization;
using ArticleApi.Storage.Filters;

namespace ArticleApi.Storage;

/// <summary>The position of an item in a list by relevance: its rank, or its id behind all that are ranked.</summary>
/// <param name="Id">The internal id of what was found, which no caller sees.</param>
/// <param name="Name">The public id of the item.</param>
/// <param name="Rank">How well it was found, the best lowest; null where it is not ranked.</param>
internal sealed record RankPosition(long Id, string Name, double? Rank)
{
    private const string Ranked = "ranked", Unranked = "unranked";

    /// <summary>The position as the key of a cursor.</summary>
    public IReadOnlyList<string> Key => Rank is { } rank
        ? [Ranked, ListKeys.OfRank(rank), Name]
        : [Unranked, Id.ToString(CultureInfo.InvariantCulture)];

    /// <summary>The position of a key, with a name if it has a rank, else with an id; null where the key is of another order.</summary>
    public static RankPosition? Read(IReadOnlyList<string> key) => key switch
    {
        [Ranked, var at, var name] when ListKeys.IsRank(at, out var rank) => new(0, name, rank),
        [Unranked, var at]
            when long.TryParse(at, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) => new(id, "", null),
        _ => null,
    };
}
