using ArticleApi.Contract;

namespace ArticleApi;

/// <summary>The names of the settings. One that is mistyped is refused, and the message tells the name that was probably meant.</summary>
/// <remarks>
/// The environment and <c>appsettings.json</c> are shared with other programs: only names within the sections of this program are checked,
/// such as <c>Limits__MaxBodyByte</c>. The command line is this program's own: every name is checked.
/// </remarks>
internal static class SettingNames
{
    public const string Database = "ConnectionStrings:Articles", Seed = "Seed", FirstKey = "ApiKeys:0",
        MaxBodyBytes = "Limits:MaxBodyBytes", RequestSeconds = "Limits:RequestSeconds", Queue = "Limits:Queue",
        SnapshotSeconds = "Limits:SnapshotSeconds", TemporaryBytes = "Limits:TemporaryBytes",
        CacheMaxBytes = "Cache:MaxBytes", CacheMaxAge = "Cache:MaxAge",
        Durability = "Storage:Durability", MemoryMap = "Storage:MemoryMap", BusySeconds = "Storage:BusySeconds",
        AuditDays = "Audit:Days", PublicUrl = "PublicUrl", FirstProxy = "Proxies:0", RatePerAddress = "Limits:Rate:PerAddress",
        RatePerKey = "Limits:Rate:PerKey", RateBurst = "Limits:Rate:Burst";

    /// <summary>Of ASP.NET Core, with a response of this program's own.</summary>
    public const string AllowedHosts = "AllowedHosts";

    /// <summary>The section of the proxies.</summary>
    public const string Proxies = "Proxies";

    /// <summary>The sections of keys: those that have only a value, and those that have a name and members.</summary>
    public const string ApiKeys = "ApiKeys", NamedKeys = "Keys";

    /// <summary>The members of a named key.</summary>
    public const string Hash = "Hash", Scopes = "Scopes", Expires = "Expires";

    private const string ConnectionStrings = "ConnectionStrings", Separator = ":", AnyName = "NAME";

    private static readonly string[] KeyMembers = [Hash, Scopes, Expires];

    // Those of .NET and ASP.NET Core.
    private static readonly string[] FrameworkNames =
    [
        "urls", "http_ports", "https_ports", "https_port", "environment", "contentRoot", "applicationName", "webroot",
        "shutdownTimeoutSeconds", "detailedErrors", "captureStartupErrors", "preferHostingUrls", "preventHostingStartup", "startupAssembly",
        "hostingStartupAssemblies", "hostingStartupExcludeAssemblies", "suppressStatusMessages", "staticWebAssets",
        "forwardedHeaders_enabled",
    ];

    private static readonly string[] FrameworkSections = ["Logging", "Kestrel", "hostBuilder"];

    /// <summary>The settings of this program, with the first one for all that are numbered and NAME for any name.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Database, Seed, FirstKey, .. KeyMembers.Select(member => NamedKey(AnyName, member)),
        MaxBodyBytes, RequestSeconds, Queue, SnapshotSeconds, TemporaryBytes, CacheMaxBytes, CacheMaxAge,
        Durability, MemoryMap, BusySeconds, RatePerAddress, RatePerKey, RateBurst, AuditDays, PublicUrl, AllowedHosts, FirstProxy,
    ];

    /// <summary><c>Limits__MaxBodyBytes</c>.</summary>
    public static string InEnvironment(string name) => name.Replace(Separator, "__", StringComparison.Ordinal);

    /// <summary><c>Keys:NAME:Hash</c>.</summary>
    public static string NamedKey(string name, string member) => string.Join(Separator, NamedKeys, name, member);

    /// <summary><c>--Limits:MaxBodyBytes</c>.</summary>
    public static string OnCommandLine(string name) => $"--{name}";

    /// <summary>Refuses a mistyped name in the sections of this program, wherever it was set.</summary>
    /// <exception cref="SettingException">There is no such setting.</exception>
    public static void Check(IConfiguration configuration)
    {
        foreach (var section in All.Select(SectionOf).Where(section => section is not (ConnectionStrings or ApiKeys or Proxies)).Distinct())
        {
            foreach (var (name, value) in configuration.GetSection(section).AsEnumerable())
            {
                // A variable that is called as the section alone may be another program's.
                var names = All.Where(known => SectionOf(known) == section).ToList();
                if (section == NamedKeys && name.Split(Separator) is [_, var key, ..])
                {
                    names = [.. KeyMembers.Select(member => NamedKey(key, member))];
                }

                if (!string.IsNullOrEmpty(value) && !Is(name, section) && !names.Any(known => Is(name, known)))
                {
                    throw Unknown(name, Nearest.Of(name, names), $"Expected {string.Join(" or ", names.Select(InEnvironment))}.");
                }
            }
        }

        // Other programs have connection strings, too.
        var others = configuration[Database] is null ? configuration.GetSection(ConnectionStrings).GetChildren() : [];
        if (others.FirstOrDefault(other => Nearest.Of(other.Key, [Database[(ConnectionStrings.Length + 1)..]]) is not null) is { } near)
        {
            throw Unknown(near.Path, Database, "");
        }
    }

    /// <summary>Checks the settings of a command line, <c>--name value</c> or <c>--name=value</c>.</summary>
    /// <returns>Why the first that is wrong is refused, or null.</returns>
    public static string? CheckArguments(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0 && (!argument.StartsWith('-') || i + 1 == arguments.Count))
            {
                return $"'{argument}' is no setting: expected --name value or --name=value. --help tells the verbs.";
            }

            var (option, value) = equals < 0 ? (argument, arguments[i + 1]) : (argument[..equals], argument[(equals + 1)..]);
            if (!IsKnown(NameOf(option), value))
            {
                var nearest = Nearest.Of(option.TrimStart('-', '/'), [.. All, .. FrameworkNames]);
                var hint = nearest is null ? "serve --help tells the settings." : DidYouMean(OnCommandLine(nearest));
                return $"There is no setting {option}. {hint}";
            }

            i += equals < 0 ? 1 : 0; // The value.
        }

        return null;
    }

    // As .NET reads a command line: --name, /name and name; a single hyphen has no meaning.
    private static string NameOf(string option) =>
        option.StartsWith("--", StringComparison.Ordinal) ? option[2..] : option.StartsWith('/') ? option[1..] : option;

    // The last three: OpenTelemetry has variables of its own. WebApplicationFactory passes on sections, which have no values, and the
    // variables of ASP.NET Core.
    private static bool IsKnown(string name, string value) =>
        All.Concat(FrameworkNames).Any(known => Is(name, known))
        || FrameworkSections.Concat([ApiKeys, NamedKeys, Proxies])
            .Any(section => name.StartsWith(section + Separator, StringComparison.OrdinalIgnoreCase))
        || (value.Length == 0 && All.Any(known => known.StartsWith(name + Separator, StringComparison.OrdinalIgnoreCase)))
        || (value.Length == 0 && FrameworkSections.Any(section => Is(name, section)))
        || name.StartsWith("OTEL_", StringComparison.Ordinal)
        || Environment.GetEnvironmentVariable($"ASPNETCORE_{InEnvironment(name)}") is not null;

    private static SettingException Unknown(string name, string? nearest, string otherwise) => new(
        $"There is no setting {InEnvironment(name)}. {(nearest is null ? otherwise : DidYouMean(InEnvironment(nearest)))}");

    private static string SectionOf(string name) => name.Split(Separator)[0];

    private static string DidYouMean(string name) => $"Did you mean {name}?";

    private static bool Is(string name, string known) => string.Equals(name, known, StringComparison.OrdinalIgnoreCase);
}
