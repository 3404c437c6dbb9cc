using System.Net;

namespace ArticleApi.Http.Requests;

/// <summary>
/// The address of this service in its responses. A client can send any <c>Host</c>, and a shared cache may keep what it gets: so the host
/// is believed only where it was checked, or names this machine.
/// </summary>
internal sealed class PublicAddress(HostSettings settings)
{
    /// <summary>The address that is configured, or null.</summary>
    public string? Configured => settings.PublicUrl;

    /// <summary>What absolute addresses begin with, such as <c>http://localhost:5080</c>; empty where they are to be relative.</summary>
    public string BaseOf(HttpRequest request) =>
        Configured ?? (IsChecked(request.Host.Host) ? $"{request.Scheme}://{request.Host.ToUriComponent()}" : "");

    private bool IsChecked(string host) => settings.AllowedHosts.Count > 0 || IsThisMachine(host);

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
