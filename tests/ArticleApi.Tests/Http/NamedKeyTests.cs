using System.Net;
using System.Text.Json.Nodes;
using ArticleApi.Security;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace ArticleApi.Tests.Http;

/// <summary>Keys with a name, scopes and an end, read again when <c>appsettings.json</c> changes.</summary>
public sealed class NamedKeyTests(NamedKeyTests.Keyed service) : IClassFixture<NamedKeyTests.Keyed>
{
    private const string Expires = "2026-01-02T00:00:00Z";

    public static TheoryData<string, string, string> Writes => new()
    {
        { "PUT", "/api/v1/articles/ketamine-and-anorexia", "articles:write" },
        { "DELETE", "/api/v1/articles/ketamine-and-anorexia", "articles:write" },
        { "POST", "/api/v1/imports", "articles:write" },
        { "POST", "/api/v1/imports?dry_run=true", "articles:write" },
        { "PATCH", "/api/v1/claims/clm_aaaaaaaaaaaaaaaa", "claims:review" },
        { "PUT", "/api/v1/topics/zinc", "topics:write" },
        { "DELETE", "/api/v1/topics/nope", "topics:write" },
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_route_wants_its_scope(string method, string path, string scope)
    {
        foreach (var other in Scopes.All.Except([scope]))
        {
            var refused = (await service.WriteAsync(new(method), path, null, Bearer(other))).IsProblem(
                HttpStatusCode.Forbidden, "insufficient-scope");
            Assert.Contains(scope, (string)refused.Json["detail"]!, StringComparison.Ordinal);
            Assert.Equal(
                $"Bearer realm=\"ArticleApi\", error=\"insufficient_scope\", scope=\"{scope}\"", refused.Header("WWW-Authenticate"));
        }

        var allowed = await service.WriteAsync(new(method), path, null, Bearer(scope));
        Assert.NotInRange((int)allowed.Status, 401, 403);
        Assert.Null(allowed.Header("WWW-Authenticate"));
    }

    [Fact]
    public async Task A_key_without_a_name_has_all_scopes() =>
        (await service.DeleteAsync("/api/v1/topics/nope")).IsProblem(HttpStatusCode.NotFound, "topic-not-found");

    [Fact]
    public async Task A_key_that_has_expired_is_challenged()
    {
        using var own = new Keyed();
        Assert.Equal(HttpStatusCode.NotFound, (await own.DeleteAsync("/api/v1/topics/nope", Bearer("short"))).Status);
        own.Clock.Advance(DateTimeOffset.Parse(Expires) - Service.Now);
        var answer = await own.DeleteAsync("/api/v1/topics/nope", Bearer("short"));
        var refused = answer.IsProblem(HttpStatusCode.Unauthorized, "unauthorized");
        Assert.StartsWith(
            "Bearer realm=\"ArticleApi\", error=\"invalid_token\"", refused.Header("WWW-Authenticate"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_the_settings_holds_without_a_restart_and_a_malformed_one_does_not_hold()
    {
        using var own = new Keyed();
        var added = Setting("added", "topics:write");
        own.Change(new JsonObject { ["Keys"] = new JsonObject { ["added"] = added } });
        Assert.Equal(HttpStatusCode.NotFound, (await own.DeleteAsync("/api/v1/topics/nope", Bearer("added"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await own.DeleteAsync("/api/v1/topics/nope", Bearer("short"))).Status);

        own.Change(new JsonObject { ["Keys"] = new JsonObject { ["short"] = Setting("short", "topic:write") } });
        own.Change(new JsonObject { ["Keys"] = new JsonObject { ["short"] = new JsonObject { ["Hsah"] = "sha256:" } } });
        Assert.Equal(HttpStatusCode.NotFound, (await own.DeleteAsync("/api/v1/topics/nope", Bearer("added"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await own.DeleteAsync("/api/v1/topics/nope", Bearer("short"))).Status);

        own.Change([]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await own.DeleteAsync("/api/v1/topics/nope", Bearer("added"))).Status);
    }

    [Theory]
    [InlineData("Keys:a:Hash", "key", "The setting Keys__a__Hash must be sha256: and 64 hexadecimal digits")]
    [InlineData("Keys:a:Scopes", "article:write", "Did you mean articles:write?")]
    [InlineData("Keys:a:Scopes", " ", "separated by spaces, not ' '.")]
    [InlineData("Keys:a:Expires", "tomorrow", "The setting Keys__a__Expires must be an instant like 2027-01-31T12:00:00Z, not 'tomorrow'.")]
    [InlineData("Keys:a:Expires", "2027-01-31", "not '2027-01-31'.")]
    [InlineData("Keys:a b:Hash", "sha256:", "'a b' is no name of a key")]
    public void A_malformed_key_is_refused_at_the_start(string name, string value, string message)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Keys:a:Hash"] = Hash("a"), ["Keys:a:Scopes"] = "articles:write", [name] = value,
        };
        var error = Assert.Throws<SettingException>(() => KeySettings.Read(
            new ConfigurationBuilder().AddInMemoryCollection(settings).Build()));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static (string, string) Bearer(string key) => ("Authorization", $"Bearer {key}");

    private static string Hash(string key) => $"sha256:{Convert.ToHexStringLower(ApiKey.DigestOf(key))}";

    private static JsonObject Setting(string key, string scopes) => new() { ["Hash"] = Hash(key), ["Scopes"] = scopes };

    /// <summary>A service with a key for each scope, which is called as the scope.</summary>
    public sealed class Keyed : Service
    {
        private readonly TemporaryFolder settings = new();
        private IConfigurationRoot? configuration;

        /// <summary>Replaces the file of settings, and lets it be read again.</summary>
        public void Change(JsonObject changed)
        {
            File.WriteAllText(settings.File("keys.json"), changed.ToJsonString());
            configuration!.Reload();
        }

        protected override void Configure(IWebHostBuilder builder)
        {
            var keys = new JsonObject { ["short"] = Setting("short", "topics:write") };
            keys["short"]!["Expires"] = Expires;
            foreach (var (i, scope) in Scopes.All.Index())
            {
                keys[$"key-{i}"] = Setting(scope, scope);
            }

            File.WriteAllText(settings.File("keys.json"), new JsonObject { ["Keys"] = keys }.ToJsonString());
            builder.ConfigureAppConfiguration((context, sources) =>
            {
                sources.AddJsonFile(settings.File("keys.json"));
                configuration = (IConfigurationRoot)context.Configuration;
            });
        }
    }
}
