namespace ArticleApi.Documents.Text;

/// <summary>Years among other numbers.</summary>
internal static class Years
{
    /// <summary>Whether four digits are a year that a text may speak of, 1500 to 2099.</summary>
    public static bool IsYear(ReadOnlySpan<char> digits) => digits is ['1', >= '5', _, _] or ['2', '0', _, _];
}
