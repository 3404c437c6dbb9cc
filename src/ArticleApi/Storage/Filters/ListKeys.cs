using System.Globalization;

namespace ArticleApi.Storage.Filters;

/// <summary>Writes and reads the values in the keys of cursors, so that they come back as they were.</summary>
internal static class ListKeys
{
    public static string OfDay(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static string OfInstant(DateTime instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The parts of a key in lists that follow the last write: an instant, and the id of the item.</summary>
    public static Dictionary<string, object?>? UpdateAndLast(IReadOnlyList<string> key) =>
        key is [var updated, var last] ? new() { ["updated"] = updated, ["last"] = last } : null;

    public static string OfRank(double rank) => rank.ToString("R", CultureInfo.InvariantCulture);

    public static bool IsRank(string key, out double rank) =>
        double.TryParse(key, NumberStyles.Float, CultureInfo.InvariantCulture, out rank) && double.IsFinite(rank);

    /// <summary>A number, or null for the empty key.</summary>
    public static bool IsNumber(string key, out int? number)
    {
        var isNumber = int.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value);
        number = isNumber ? value : null;
        return isNumber || key.Length == 0;
    }
}
