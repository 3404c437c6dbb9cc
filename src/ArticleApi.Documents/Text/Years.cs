namespace ArticleApi.Documents.Text;

/// <summary>Tells years from other numbers of a text.</summary>
internal static class Years
{
    /// <summary>Whether digits are a year from 1500 to 2099.</summary>
    public static bool IsYear(ReadOnlySpan<char> digits) => digits is ['1', >= '5', _, _] or ['2', '0', _, _];
}
