using System.Globalization;

namespace ArticleApi.Contract;

/// <summary>Days as the contract writes them: <c>2022-12-04</c> (ISO 8601).</summary>
internal static class IsoDate
{
    /// <summary>The day, or null if the text is no day that is written so.</summary>
    public static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
