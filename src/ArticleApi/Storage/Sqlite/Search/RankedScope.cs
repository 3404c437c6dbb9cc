using ArticleApi.Storage.Shared;

namespace ArticleApi.Storage.Sqlite.Search;

/// <summary>Which hits of a search are wanted, and of what.</summary>
/// <param name="Index">What is searched.</param>
/// <param name="Joined">Joins the hits, <c>h</c>, with what the conditions and the name are over.</param>
/// <param name="Name">The public id of the item that a hit belongs to; <c>''</c> where <see cref="NameOf"/> tells it.</param>
/// <param name="Where">The conditions.</param>
internal sealed record RankedScope(FullTextIndex Index, string Joined, string Name, Conditions Where)
{
    /// <summary>The span of ids in which all that is wanted stands: behind <c>Low</c> up to <c>High</c>.</summary>
    public (long Low, long High) Span { get; init; } = (long.MinValue, long.MaxValue);

    /// <summary>A query for the ids of a few texts among which all that is wanted stands, over the values of the conditions; null where there is none.</summary>
    public string? Among { get; init; }

    /// <summary>A query for the public id of the item of <c>@id</c>, asked only where two items have the same rank; null where all names are read with the hits.</summary>
    public string? NameOf { get; init; }

    /// <summary>
    /// Where an item may have several hits: gives the condition that a hit <c>h</c> with its <c>name</c> is the first of its item, of a condition over an id that it
    /// is found. Null where an item has one hit.
    /// </summary>
    public Func<Func<string, string>, string>? IsFirst { get; init; }
}
