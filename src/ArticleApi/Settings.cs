using ArticleApi.Http.Caching;
using ArticleApi.Http.Security;
using ArticleApi.Storage;

namespace ArticleApi;

/// <summary>The settings of the program, from the usual .NET configuration. <see cref="SettingNames"/> has their names.</summary>
/// <param name="Database"><c>ConnectionStrings__Articles</c>: where the database is.</param>
/// <param name="SeedArticle"><c>Seed</c>: whether a new database gets the bundled article.</param>
/// <param name="Cache"><c>Cache__MaxBytes</c> and <c>Cache__MaxAge</c>: how long responses are kept, and in how much memory.</param>
/// <param name="Keys"><c>ApiKeys__0</c> and so on: the keys that may write, in clear or as <c>sha256:</c> and hexadecimal digits.</param>
/// <param name="MaxBodyBytes"><c>Limits__MaxBodyBytes</c>: the largest body of a request, and file or line of an import.</param>
/// <param name="Storage"><c>Storage__Durability</c>, <c>Storage__MemoryMap</c> and <c>Storage__BusySeconds</c>.</param>
internal sealed record Settings(
    string Database, bool SeedArticle, CacheSettings Cache, ApiKeys Keys, long MaxBodyBytes, StorageSettings Storage)
{
    private const long DefaultMaxBodyBytes = 10 * 1024 * 1024;

    /// <exception cref="SettingException">A setting is mistyped, or has a value that it cannot have.</exception>
    public static Settings From(IConfiguration configuration)
    {
        SettingNames.Check(configuration);
        return new(
            configuration[SettingNames.Database] ?? "Data Source=articles.db",
            Read<bool>(configuration, SettingNames.Seed, true, "true or false", _ => true),
            ReadCache(configuration),
            ReadKeys(configuration),
            Read(configuration, SettingNames.MaxBodyBytes, DefaultMaxBodyBytes, "a number of bytes, 1 or more", bytes => bytes > 0),
            ReadStorage(configuration));
    }

    private static CacheSettings ReadCache(IConfiguration configuration) => new(
        Read<int>(configuration, SettingNames.CacheMaxAge, 0, "a number of seconds, 0 or more", seconds => seconds >= 0),
        Read(
            configuration, SettingNames.CacheMaxBytes, CacheSettings.DefaultMaxBytes, "a number of bytes, 0 or more", bytes => bytes >= 0));

    private static StorageSettings ReadStorage(IConfiguration configuration)
    {
        var durability = configuration[SettingNames.Durability] switch
        {
            null => Durability.Full,
            var text when Is(text, "full") => Durability.Full,
            var text when Is(text, "process") => Durability.Process,
            var text => throw new SettingException(
                $"The setting {SettingNames.InEnvironment(SettingNames.Durability)} must be full or process, not '{text}'."),
        };
        var map = bool.TryParse(configuration[SettingNames.MemoryMap], out var isOn)
            ? isOn ? StorageSettings.MaxMemoryMap : 0
            : Read(
                configuration,
                SettingNames.MemoryMap,
                StorageSettings.MaxMemoryMap,
                "true, false or a number of bytes, 0 or more",
                bytes => bytes >= 0);
        var patience = Read<int>(
            configuration,
            SettingNames.BusySeconds,
            StorageSettings.DefaultBusySeconds,
            "a number of seconds, 1 to 3600",
            seconds => seconds is >= 1 and <= 3600);
        return new(durability, Math.Min(map, StorageSettings.MaxMemoryMap), TimeSpan.FromSeconds(patience));

        static bool Is(string text, string name) => text.Equals(name, StringComparison.OrdinalIgnoreCase);
    }

    private static ApiKeys ReadKeys(IConfiguration configuration)
    {
        var set = configuration.GetSection(SettingNames.Keys).GetChildren().ToList();
        var (keys, malformed) = ApiKeys.Of([.. set.Select(key => key.Value ?? "")]);
        return keys ?? throw new SettingException(
            $"The setting {SettingNames.InEnvironment(set[malformed].Path)} must be a key, or sha256: and 64 hexadecimal digits.");
    }

    private static T Read<T>(IConfiguration configuration, string name, T absent, string expected, Func<T, bool> allowed)
        where T : IParsable<T> =>
        configuration[name] is not { } text ? absent
        : T.TryParse(text, null, out var value) && allowed(value) ? value
        : throw new SettingException($"The setting {SettingNames.InEnvironment(name)} must be {expected}, not '{text}'.");
}
