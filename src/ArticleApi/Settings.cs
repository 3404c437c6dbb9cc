using ArticleApi.Http.Caching;
using ArticleApi.Http.Security;

namespace ArticleApi;

/// <summary>What the operator may set, by the usual .NET configuration.</summary>
/// <param name="Database"><c>ConnectionStrings__Articles</c>: where the store is.</param>
/// <param name="SeedArticle"><c>Seed</c>: whether a newly created database gets the bundled article.</param>
/// <param name="Keys"><c>ApiKeys__0</c> and so on: the keys that may write, in clear or as <c>sha256:</c> and hexadecimal digits.</param>
/// <param name="MaxBodyBytes"><c>Limits__MaxBodyBytes</c>: the largest body of a request.</param>
internal sealed record Settings(string Database, bool SeedArticle, CacheSettings Cache, ApiKeys Keys, long MaxBodyBytes)
{
    private const long DefaultMaxBodyBytes = 10 * 1024 * 1024;

    /// <exception cref="SettingException">A setting has a value that it cannot have.</exception>
    public static Settings From(IConfiguration configuration) => new(
        configuration.GetConnectionString("Articles") ?? "Data Source=articles.db",
        Read<bool>(configuration, "Seed", true, "true or false", _ => true),
        new(
            Read<int>(configuration, "Cache:MaxAge", 0, "a number of seconds, 0 or more", seconds => seconds >= 0),
            Read(configuration, "Cache:MaxBytes", CacheSettings.DefaultMaxBytes, "a number of bytes, 0 or more", bytes => bytes >= 0)),
        ReadKeys(configuration),
        Read(configuration, "Limits:MaxBodyBytes", DefaultMaxBodyBytes, "a number of bytes, 1 or more", bytes => bytes > 0));

    private static ApiKeys ReadKeys(IConfiguration configuration)
    {
        var set = configuration.GetSection("ApiKeys").GetChildren().ToList();
        var (keys, malformed) = ApiKeys.Of([.. set.Select(key => key.Value ?? "")]);
        return keys ?? throw new SettingException($"The setting ApiKeys__{set[malformed].Key} must be a key, or sha256: and 64 hexadecimal digits.");
    }

    private static T Read<T>(IConfiguration configuration, string name, T absent, string expected, Func<T, bool> allowed)
        where T : IParsable<T> =>
        configuration[name] is not { } text ? absent
        : T.TryParse(text, null, out var value) && allowed(value) ? value
        : throw new SettingException($"The setting {name.Replace(":", "__")} must be {expected}, not '{text}'.");
}
