using System.Net;

namespace ArticleApi.Http.Requests;

/// <summary>Under which addresses the service is reached, and through which proxies.</summary>
/// <param name="PublicUrl"><c>PublicUrl</c>: the address that clients use, without a slash at its end; null where it is not told.</param>
/// <param name="AllowedHosts"><c>AllowedHosts</c>: the names under which it may be asked; none means any.</param>
/// <param name="Proxies"><c>Proxies__0</c> and so on: whose forwarded headers are believed; none means nobody's.</param>
internal sealed record HostSettings(string? PublicUrl, IReadOnlyList<string> AllowedHosts, IReadOnlyList<IPNetwork> Proxies)
{
    /// <exception cref="SettingException">A setting has a value that it cannot have.</exception>
    public static HostSettings From(IConfiguration configuration) => new(
        ReadPublicUrl(configuration[SettingNames.PublicUrl]),
        ReadAllowedHosts(configuration[SettingNames.AllowedHosts]),
        [.. configuration.GetSection(SettingNames.Proxies).GetChildren().Select(ReadProxy)]);

    private static string? ReadPublicUrl(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : Uri.TryCreate(text.Trim(), UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            && url is { Query: "", Fragment: "", UserInfo: "" } ? url.AbsoluteUri.TrimEnd('/')
        : throw new SettingException(
            $"The setting {SettingNames.PublicUrl} must be an address like https://articles.example.org, not '{text}'.");

    private static string[] ReadAllowedHosts(string? text)
    {
        var hosts = (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return hosts.Contains("*") ? [] : [.. hosts.Select(host => new HostString(host).ToUriComponent())];
    }

    private static IPNetwork ReadProxy(IConfigurationSection proxy)
    {
        var text = (proxy.Value ?? "").Trim();
        return IPAddress.TryParse(text, out var address) ? new(address, 8 * address.GetAddressBytes().Length)
            : IPNetwork.TryParse(text, out var network) ? network
            : throw new SettingException(
                $"The setting {SettingNames.InEnvironment(proxy.Path)} must be an address or a network like 10.0.0.0/8, not '{text}'.");
    }
}
