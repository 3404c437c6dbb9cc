using System.Text.RegularExpressions;

namespace ArticleApi.Commands;

/// <summary>The addresses that a server listens on.</summary>
internal static partial class ListenAddress
{
    /// <summary>
    /// The address at which this machine reaches the server: <c>http://localhost:8080</c> where it listens on all, <c>http://[::]:8080</c>.
    /// </summary>
    public static string OnThisMachine(string address) => AllAddresses().Replace(address, "://localhost");

    [GeneratedRegex(@"://(\+|\*|0\.0\.0\.0|\[::\])")]
    private static partial Regex AllAddresses();
}
