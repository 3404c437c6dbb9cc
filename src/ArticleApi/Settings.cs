using System.Globalization;
using ArticleApi.Http.Caching;
using ArticleApi.Http.Limits;
using ArticleApi.Http.Rates;
using ArticleApi.Http.Requests;
using ArticleApi.Security;
using ArticleApi.Storage;

namespace ArticleApi;

/// <summary>The settings of the program, from the usual .NET configuration. <see cref="SettingNames"/> has their names.</summary>
/// <param name="Storage">Where the database is, and how it is used.</param>
/// <param name="SeedArticle"><c>Seed</c>: whether a new database gets the bundled article.</param>
/// <param name="Cache"><c>Cache__MaxBytes</c> and <c>Cache__MaxAge</c>: how long responses are kept, and in how much memory.</param>
/// <param name="Keys"><c>Keys__NAME__Hash</c>, <c>ApiKeys__0</c> and so on: the keys that may write, as the program starts.</param>
/// <param name="Limits">The section <c>Limits</c>: how much the service does at once.</param>
/// <param name="AuditDays"><c>Audit__Days</c>: for how many days the audit keeps who wrote what.</param>
/// <param name="Hosts"><c>PublicUrl</c>, <c>AllowedHosts</c>, <c>Proxies__0</c> and so on: how the service is reached.</param>
/// <param name="Rates"><c>Limits__Rate__PerAddress</c>, <c>Limits__Rate__PerKey</c>, <c>Limits__Rate__Burst</c>.</param>
internal sealed record Settings(
    StorageSettings Storage,
    bool SeedArticle,
    CacheSettings Cache,
    ApiKeys Keys,
    LimitSettings Limits,
    int AuditDays,
    HostSettings Hosts,
    RateSettings Rates)
{
    private const int DefaultAuditDays = 400, MaxAuditDays = 36_500;

    /// <exception cref="SettingException">A setting is mistyped, or has a value that it cannot have.</exception>
    public static Settings From(IConfiguration configuration)
    {
        SettingNames.Check(configuration);
        var limits = ReadLimits(configuration);
        return new(
            ReadStorage(configuration, limits),
            Read<bool>(configuration, SettingNames.Seed, true, "true or false", _ => true),
            ReadCache(configuration),
            KeySettings.Read(configuration),
            limits,
            Read(
                configuration,
                SettingNames.AuditDays,
                DefaultAuditDays,
                $"a number of days, 1 to {MaxAuditDays}",
                days => days is > 0 and <= MaxAuditDays),
            HostSettings.From(configuration),
            new(
                ReadRate(configuration, SettingNames.RatePerAddress),
                ReadRate(configuration, SettingNames.RatePerKey),
                ReadRate(configuration, SettingNames.RateBurst)));
    }

    private static CacheSettings ReadCache(IConfiguration configuration) => new(
        Read<int>(configuration, SettingNames.CacheMaxAge, 0, "a number of seconds, 0 or more", seconds => seconds >= 0),
        Read(
            configuration, SettingNames.CacheMaxBytes, CacheSettings.DefaultMaxBytes, "a number of bytes, 0 or more", bytes => bytes >= 0));

    private static LimitSettings ReadLimits(IConfiguration configuration) => new(
        ReadSeconds(configuration, SettingNames.RequestSeconds, LimitSettings.DefaultRequestSeconds),
        Read<int>(configuration, SettingNames.Queue, LimitSettings.DefaultQueue, "a number of requests, 0 or more", count => count >= 0),
        ReadSeconds(configuration, SettingNames.SnapshotSeconds, LimitSettings.DefaultSnapshotSeconds),
        Read(
            configuration,
            SettingNames.TemporaryBytes,
            LimitSettings.DefaultTemporaryBytes,
            "a number of bytes, 0 or more",
            bytes => bytes >= 0),
        Read(
            configuration,
            SettingNames.MaxBodyBytes,
            LimitSettings.DefaultMaxBodyBytes,
            "a number of bytes, 1 or more",
            bytes => bytes > 0));

    private static TimeSpan ReadSeconds(IConfiguration configuration, string name, int absent) => TimeSpan.FromSeconds(Read<double>(
        configuration, name, absent, "a number of seconds above 0, at most 3600", seconds => seconds is > 0 and <= 3600));

    private static StorageSettings ReadStorage(IConfiguration configuration, LimitSettings limits)
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
        return new(configuration[SettingNames.Database] ?? "Data Source=articles.db")
        {
            Durability = durability,
            MemoryMap = Math.Min(map, StorageSettings.MaxMemoryMap),
            Patience = TimeSpan.FromSeconds(patience),
            RequestTime = limits.RequestTime,
        };

        static bool Is(string text, string name) => text.Equals(name, StringComparison.OrdinalIgnoreCase);
    }

    private static int ReadRate(IConfiguration configuration, string name) =>
        Read<int>(configuration, name, 0, $"a number of requests, 0 to {RateSettings.Max}", rate => rate is >= 0 and <= RateSettings.Max);

    private static T Read<T>(IConfiguration configuration, string name, T absent, string expected, Func<T, bool> allowed)
        where T : IParsable<T> =>
        configuration[name] is not { } text ? absent
        : T.TryParse(text, CultureInfo.InvariantCulture, out var value) && allowed(value) ? value
        : throw new SettingException($"The setting {SettingNames.InEnvironment(name)} must be {expected}, not '{text}'.");
}
