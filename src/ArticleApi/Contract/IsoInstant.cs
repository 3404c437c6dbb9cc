using System.Globalization;
using System.Text.RegularExpressions;

namespace ArticleApi.Contract;

/// <summary>Instants as the contract writes them: <c>2022-12-04T10:15:00Z</c> (RFC 3339).</summary>
internal static partial class IsoInstant
{
    /// <summary>The instant in UTC, or null if the text is none that is written so.</summary>
    public static DateTime? Parse(string? text) =>
        text is not null && Rfc3339().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant.UtcDateTime
            : null;

    [GeneratedRegex(
        @"^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d{1,7})?(?:[Zz]|[+\-]\d{2}:\d{2})$",
        RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex Rfc3339();
}
