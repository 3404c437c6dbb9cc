using System.Globalization;
using ArticleApi.Storage.Filters;

namespace ArticleApi.Features.Topics;

/// <summary>Where a topic stands among those that complete what was typed.</summary>
internal sealed record TopicPosition(TopicMatch Match, long Claims, string Slug)
{
    public IReadOnlyList<string> Key => [$"{(int)Match}", $"{Claims}", Slug];

    public static TopicPosition? Read(IReadOnlyList<string> key) =>
        key is [var match, var claims, var slug]
        && int.TryParse(match, NumberStyles.None, CultureInfo.InvariantCulture, out var rank)
        && long.TryParse(claims, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new((TopicMatch)rank, count, slug)
            : null;

    /// <summary>Whether it stands behind another.</summary>
    public bool IsBehind(TopicPosition other) =>
        (Match, -Claims).CompareTo((other.Match, -other.Claims)) is not 0 and var difference
            ? difference > 0
            : string.CompareOrdinal(Slug, other.Slug) > 0;
}
