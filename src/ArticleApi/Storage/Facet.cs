namespace ArticleApi.Storage;

/// <summary>What is counted by the values of one member, such as topic or year.</summary>
/// <param name="Buckets">The values that most items have, with their numbers, by number, then value.</param>
/// <param name="Other">The sum of the numbers of all other values.</param>
/// <param name="Missing">The number of items without a value.</param>
/// <param name="Distinct">The number of values.</param>
internal sealed record Facet(IReadOnlyList<(string Value, long Count)> Buckets, long Other, long Missing, long Distinct);
