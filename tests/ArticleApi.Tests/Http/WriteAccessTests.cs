using System.Collections.Concurrent;
using System.Net;
using ArticleApi.Security;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace ArticleApi.Tests.Http;

public sealed class WriteAccessTests(Service service) : IClassFixture<Service>
{
    public static TheoryData<string, string> Writes => new()
    {
        { "PUT", "/api/v1/articles/ketamine-and-anorexia" },
        { "DELETE", "/api/v1/articles/ketamine-and-anorexia" },
        { "POST", "/api/v1/imports" },
        { "POST", "/api/v1/imports?dry_run=true" },
        { "PATCH", "/api/v1/claims/clm_aaaaaaaaaaaaaaaa" },
        { "PUT", "/api/v1/topics/zinc" },
        { "DELETE", "/api/v1/topics/zinc" },
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Without_a_key_configured_every_write_says_how_to_configure_one(string method, string path)
    {
        using var readOnly = new ReadOnly();
        var answer = (await readOnly.WriteAsync(new(method), path)).IsProblem(HttpStatusCode.Forbidden, "writes-disabled");
        Assert.Contains("ApiKeys__0", (string)answer.Json["detail"]!, StringComparison.Ordinal);
        await readOnly.OkAsync("/api/v1/articles/ketamine-and-anorexia");
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_without_a_key_is_challenged(string method, string path)
    {
        var answer = (await service.WriteAsync(new(method), path, null, ("Authorization", ""))).IsProblem(
            HttpStatusCode.Unauthorized, "unauthorized");
        Assert.Equal("Bearer realm=\"ArticleApi\"", answer.Header("WWW-Authenticate"));
    }

    [Theory]
    [InlineData("Bearer wrong")]
    [InlineData("Bearer ")]
    [InlineData("Bearer a key for the test")]
    [InlineData("Bearer a key for the tests and more")]
    public async Task A_wrong_key_is_challenged(string sent)
    {
        var answer = (await service.DeleteAsync("/api/v1/topics/zinc", ("Authorization", sent))).IsProblem(
            HttpStatusCode.Unauthorized, "unauthorized");
        Assert.StartsWith("Bearer realm=\"ArticleApi\"", answer.Header("WWW-Authenticate"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Basic YTpi")]
    [InlineData("a key for the tests")]
    public async Task Another_scheme_is_no_key(string sent) =>
        (await service.DeleteAsync("/api/v1/topics/zinc", ("Authorization", sent))).IsProblem(HttpStatusCode.Unauthorized, "unauthorized");

    [Fact]
    public async Task The_scheme_is_read_in_any_case() =>
        (await service.DeleteAsync("/api/v1/topics/nope", ("Authorization", $"bearer  {Service.Key}"))).IsProblem(
            HttpStatusCode.NotFound, "topic-not-found");

    [Fact]
    public void A_key_is_configured_in_clear_or_as_its_digest()
    {
        var keys = Keys("one", "sha256:3FC4CCFE745870E2C0D99F71F30FF0656C8DEDD41CC1D7D3D376B0DBE685E2F3");
        Assert.Equal(("ApiKeys__0", "ApiKeys__1"), (keys.Find("one")?.Name, keys.Find("two")?.Name));
        Assert.Null(keys.Find("sha256:3FC4CCFE745870E2C0D99F71F30FF0656C8DEDD41CC1D7D3D376B0DBE685E2F3"));
        Assert.Equal(Scopes.All, keys.Find("one")!.Scopes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("sha256:")]
    [InlineData("sha256:abc")]
    [InlineData("schlüssel")]
    [InlineData("sha256:zzc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3")]
    public void A_malformed_key_is_refused_at_the_start(string key) => Assert.Equal(
        "The setting ApiKeys__1 must be a key, or sha256: and 64 hexadecimal digits.",
        Assert.Throws<SettingException>(() => Keys("one", key)).Message);

    [Fact]
    public async Task No_key_is_ever_logged()
    {
        using var talkative = new Talkative();
        await talkative.DeleteAsync("/api/v1/topics/nope");
        await talkative.DeleteAsync("/api/v1/topics/nope", ("Authorization", "Bearer another secret"));
        await talkative.PutAsync("/api/v1/topics/creatine", """{ "name": "creatine" }""");
        Assert.Contains(talkative.Lines, line => line.Contains("Request starting", StringComparison.Ordinal));
        Assert.Contains(talkative.Lines, line => line.Contains("Writing needs a key", StringComparison.Ordinal));
        Assert.DoesNotContain(talkative.Lines, line =>
            line.Contains(Service.Key, StringComparison.Ordinal) || line.Contains("another secret", StringComparison.Ordinal));
    }

    private static ApiKeys Keys(params string[] keys) => KeySettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(keys.Index().Select(key => KeyValuePair.Create($"ApiKeys:{key.Index}", (string?)key.Item)))
        .Build());

    private sealed class ReadOnly : Service
    {
        protected override bool MayWrite => false;
    }

    private sealed class Talkative : Service, ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        protected override void Configure(IWebHostBuilder builder) => builder
            .UseSetting("Logging:LogLevel:Default", "Trace")
            .UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Trace")
            .UseSetting("Logging:Console:FormatterName", "json") // Then the first lines are in the log, too.
            .ConfigureLogging(logging => logging.AddProvider(this));
    }
}
