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
        MaxBodyBytes = "Limits:MaxBodyBytes", CacheMaxBytes = "Cache:MaxBytes", CacheMaxAge = "Cache:MaxAge",
        Durability = "Storage:Durability", MemoryMap = "Storage:MemoryMap", BusySeconds = "Storage:BusySeconds";

    /// <summary>The section of the keys, each with a name of its own.</summary>
    public const string Keys = "ApiKeys";

    private const string ConnectionStrings = "ConnectionStrings", Separator = ":";

    // Those of .NET and ASP.NET Core.
    private static readonly string[] FrameworkNames =
    [
        "urls", "http_ports", "https_ports", "https_port", "environment", "contentRoot", "applicationName", "webroot", "AllowedHosts",
        "shutdownTimeoutSeconds", "detailedErrors", "captureStartupErrors", "preferHostingUrls", "preventHostingStartup", "startupAssembly",
        "hostingStartupAssemblies", "hostingStartupExcludeAssemblies", "suppressStatusMessages", "staticWebAssets",
        "forwardedHeaders_enabled",
    ];

    private static readonly string[] FrameworkSections = ["Logging", "Kestrel", "hostBuilder"];

    /// <summary>The settings of this program, with <see cref="FirstKey"/> for all keys.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Database, Seed, FirstKey, MaxBodyBytes, CacheMaxBytes, CacheMaxAge, Durability, MemoryMap, BusySeconds];

    /// <summary><c>Limits__MaxBodyBytes</c>.</summary>
    public static string InEnvironment(string name) => name.Replace(Separator, "__", StringComparison.Ordinal);

    /// <summary><c>--Limits:MaxBodyBytes</c>.</summary>
    public static string OnCommandLine(string name) => $"--{name}";

    /// <summary>Refuses a mistyped name in the sections of this program, wherever it was set.</summary>
    /// <exception cref="SettingException">There is no such setting.</exception>
    public static void Check(IConfiguration configuration)
    {
        foreach (var section in All.Where(name => name is not (Database or FirstKey)).Select(SectionOf).Distinct())
        {
            foreach (var (name, value) in configuration.GetSection(section).AsEnumerable())
            {
                // A variable that is called as the section alone may be another program's.
                if (value is not null && !Is(name, section) && !All.Any(known => Is(name, known)))
                {
                    var names = All.Where(known => SectionOf(known) == section).ToList();
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

    // The last two: WebApplicationFactory passes on sections, which have no values, and the variables of ASP.NET Core.
    private static bool IsKnown(string name, string value) =>
        All.Concat(FrameworkNames).Any(known => Is(name, known))
        || FrameworkSections.Append(Keys).Any(section => name.StartsWith(section + Separator, StringComparison.OrdinalIgnoreCase))
        || (value.Length == 0 && All.Select(SectionOf).Concat(FrameworkSections).Any(section => Is(name, section)))
        || Environment.GetEnvironmentVariable($"ASPNETCORE_{InEnvironment(name)}") is not null;

    private static SettingException Unknown(string name, string? nearest, string otherwise) => new(
        $"There is no setting {InEnvironment(name)}. {(nearest is null ? otherwise : DidYouMean(InEnvironment(nearest)))}");

    private static string SectionOf(string name) => name.Split(Separator)[0];

    private static string DidYouMean(string name) => $"Did you mean {name}?";

    private static bool Is(string name, string known) => string.Equals(name, known, StringComparison.OrdinalIgnoreCase);
}
