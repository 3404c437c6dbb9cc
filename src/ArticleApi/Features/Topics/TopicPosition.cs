using System.Globalization;
using ArticleApi.Storage.Filters;

namespace ArticleApi.Features.Topics;

/// <summary>Where a topic stands among those that complete what was typed.</summary>
internal sealed record TopicPosition(TopicMatch Match, long Claims, string Slug) : IComparable<TopicPosition>
{
    public IReadOnlyList<string> Key => [$"{(int)Match}", $"{Claims}", Slug];

    public static TopicPosition? Read(IReadOnlyList<string> key) =>
        key is [var match, var claims, var slug]
        && int.TryParse(match, NumberStyles.None, CultureInfo.InvariantCulture, out var rank)
        && long.TryParse(claims, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new((TopicMatch)rank, count, slug)
            : null;

    public int CompareTo(TopicPosition? other) => other is null
        ? 1
        : (Match, -Claims).CompareTo((other.Match, -other.Claims)) is not 0 and var difference
            ? difference
            : string.CompareOrdinal(Slug, other.Slug);
}
