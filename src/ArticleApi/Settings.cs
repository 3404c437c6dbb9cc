namespace ArticleApi;

/// <summary>What the operator may set, by the usual .NET configuration.</summary>
/// <param name="Database"><c>ConnectionStrings__Articles</c>: where the store is.</param>
/// <param name="SeedArticle"><c>Seed</c>: whether a newly created database gets the bundled article.</param>
internal sealed record Settings(string Database, bool SeedArticle, Http.CacheSettings Cache)
{
    /// <exception cref="SettingException">A setting has a value that it cannot have.</exception>
    public static Settings From(IConfiguration configuration) => new(
        configuration.GetConnectionString("Articles") ?? "Data Source=articles.db",
        Read<bool>(configuration, "Seed", true, "true or false", _ => true),
        new(Read<int>(configuration, "Cache:MaxAge", 0, "a number of seconds, 0 or more", seconds => seconds >= 0)));

    private static T Read<T>(IConfiguration configuration, string name, T absent, string expected, Func<T, bool> allowed)
        where T : IParsable<T> =>
        configuration[name] is not { } text ? absent
        : T.TryParse(text, null, out var value) && allowed(value) ? value
        : throw new SettingException($"The setting {name.Replace(":", "__")} must be {expected}, not '{text}'.");
}
