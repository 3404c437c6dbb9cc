using System.Globalization;
using System.Security.Cryptography;
using ArticleApi.Contract;

namespace ArticleApi.Security;

/// <summary>
/// Reads the keys from the configuration: <c>Keys__NAME__Hash</c> with <c>Scopes</c> and <c>Expires</c>, and <c>ApiKeys__0</c> and so on,
/// which have all scopes.
/// </summary>
internal static class KeySettings
{
    public const string DigestPrefix = "sha256:";

    private const int MaxNameLength = 64;

    /// <exception cref="SettingException">A key is malformed.</exception>
    public static ApiKeys Read(IConfiguration configuration)
    {
        var named = configuration.GetSection(SettingNames.NamedKeys).GetChildren().Where(key => key.GetChildren().Any()).Select(Named);
        var unnamed = configuration.GetSection(SettingNames.ApiKeys).GetChildren().Select(Unnamed);
        return new([.. named, .. unnamed]);
    }

    /// <summary>Whether a key may have this name, which stands in names of settings and in the log.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= MaxNameLength
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
        && !name.Contains("__", StringComparison.Ordinal);

    public static string NoName(string name) =>
        $"'{name}' is no name of a key: at most {MaxNameLength} letters, digits, hyphens, points and single underscores.";

    private static ApiKey Named(IConfigurationSection key)
    {
        if (!IsName(key.Key))
        {
            throw new SettingException(NoName(key.Key));
        }

        var hash = key[SettingNames.Hash];
        var digest = hash is null ? null : Digest(hash.Trim());
        var expires = key[SettingNames.Expires]?.Trim();
        return new(
            key.Key,
            digest ?? throw Malformed(key, SettingNames.Hash, $"{DigestPrefix} and 64 hexadecimal digits, as keys new prints them"),
            ReadScopes(key),
            string.IsNullOrEmpty(expires) ? null
                : ReadInstant(expires) ?? throw Malformed(key, SettingNames.Expires, "an instant like 2027-01-31T12:00:00Z"));
    }

    private static ApiKey Unnamed(IConfigurationSection key)
    {
        var name = SettingNames.InEnvironment(key.Path);
        var value = (key.Value ?? "").Trim();
        var digest = value.StartsWith(DigestPrefix, StringComparison.OrdinalIgnoreCase) ? Digest(value)
            : value.Length == 0 || value.Any(c => c is < ' ' or > '~') ? null
            : ApiKey.DigestOf(value);
        return digest is null
            ? throw new SettingException($"The setting {name} must be a key, or {DigestPrefix} and 64 hexadecimal digits.")
            : new(name, digest, Scopes.All, null);
    }

    private static byte[]? Digest(string hash) =>
        hash.StartsWith(DigestPrefix, StringComparison.OrdinalIgnoreCase) && hash[DigestPrefix.Length..] is var digits
        && digits.Length == 2 * SHA256.HashSizeInBytes && digits.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(digits)
            : null;

    private static string[] ReadScopes(IConfigurationSection key)
    {
        var given = (key[SettingNames.Scopes] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (given.Length > 0 && given.All(Scopes.All.Contains))
        {
            return given;
        }

        var nearest = given.Except(Scopes.All).Select(scope => Nearest.Of(scope, Scopes.All)).FirstOrDefault();
        throw Malformed(
            key,
            SettingNames.Scopes,
            $"one or more of {string.Join(", ", Scopes.All)}, separated by spaces",
            nearest is null ? "" : $" Did you mean {nearest}?");
    }

    /// <summary>An instant of RFC 3339, or null.</summary>
    public static DateTimeOffset? ReadInstant(string text) => DateTimeOffset.TryParseExact(
        text,
        ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"],
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal,
        out var instant) && (text.EndsWith('Z') || text[^6] is '+' or '-') ? instant : null;

    private static SettingException Malformed(IConfigurationSection key, string member, string expected, string hint = "") => new(
        $"The setting {SettingNames.InEnvironment(key.Path)}__{member} must be {expected}"
        + $"{(key[member] is { } given ? $", not '{given}'" : "")}.{hint}");
}
