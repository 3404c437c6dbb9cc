namespace ArticleApi.Commands;

/// <summary>A number of things in words.</summary>
internal static class Quantity
{
    /// <summary><c>1 article</c>, <c>2 articles</c>.</summary>
    public static string Of(long count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
