using ArticleApi.Documents.Text;
using ArticleApi.Storage.Filters;

namespace ArticleApi.Storage.Shared;

/// <summary>What an article must be like, as conditions over <c>articles a</c>.</summary>
internal static class ArticleTraitConditions
{
    /// <returns>Whether there are any.</returns>
    public static bool AddTo(Conditions where, ArticleTraits traits)
    {
        (string Condition, string Name, object? Value)[] conditions =
        [
            ("a.category_key = @category", "category", traits.Category is null ? null : Folding.Key(traits.Category)),
            (
                "(lower(a.language) = @language or lower(a.language) like @language || '-%')",
                "language",
                traits.Language?.ToLowerInvariant()),
            ("a.published_on >= @from", "from", traits.PublishedFrom),
            ("a.published_on <= @until", "until", traits.PublishedUntil),
            ("a.updated_at >= @updatedFrom", "updatedFrom", UpToMillisecond(traits.UpdatedFrom)),
            ("a.updated_at <= @updatedUntil", "updatedUntil", traits.UpdatedUntil),
        ];
        foreach (var (condition, name, value) in conditions.Where(condition => condition.Value is not null))
        {
            where.Add(condition, name, value!);
        }

        return conditions.Any(condition => condition.Value is not null);
    }

    // Instants are stored in milliseconds: one that is told more exactly begins with the next.
    private static DateTime? UpToMillisecond(DateTime? instant) =>
        instant is { Ticks: var ticks } && ticks % TimeSpan.TicksPerMillisecond is not 0 and var beyond
            ? instant.Value.AddTicks(TimeSpan.TicksPerMillisecond - beyond)
            : instant;
}
