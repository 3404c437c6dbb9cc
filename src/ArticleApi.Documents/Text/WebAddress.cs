namespace ArticleApi.Documents.Text;

/// <summary>
/// Which addresses may stand in a document: <c>http</c> and <c>https</c>. A page that shows another as a link, such as
/// <c>javascript:</c>, would run it.
/// </summary>
public static class WebAddress
{
    private static readonly string[] Scripts = ["javascript", "vbscript", "data"];

    public static bool IsSafe(string address) => Parse(address) is { Scheme: "http" or "https" };

    /// <summary>Whether a text that is an address only sometimes, such as a licence, is one that runs as a script.</summary>
    public static bool IsScript(string text) => Parse(text) is { Scheme: var scheme } && Scripts.Contains(scheme);

    /// <summary>Whether an address is absolute and of another scheme.</summary>
    public static bool IsUnsafe(string address) =>
        Parse(address) is { Scheme: not ("http" or "https") and var scheme }
        && address.TrimStart().StartsWith($"{scheme}:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The address if it is safe, else null.</summary>
    public static string? SafeOrNull(string? address) => address is not null && IsSafe(address) ? address : null;

    private static Uri? Parse(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : null;
}
