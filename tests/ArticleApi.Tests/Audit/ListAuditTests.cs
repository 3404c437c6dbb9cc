using System.Collections.Concurrent;
using System.Net;
using ArticleApi.Storage.Shared;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace ArticleApi.Tests.Audit;

/// <summary>Who wrote what: in the audit and in the log.</summary>
public sealed class ListAuditTests
{
    private const string Iron = """{ "title": "Iron", "sections": [{ "paragraphs": [{ "text": "Iron may ease fatigue." }] }] }""";

    private static readonly (string, string) Any = ("If-Match", "*");

    [Fact]
    public async Task Each_write_that_changes_something_is_an_entry_and_a_line_of_the_log()
    {
        using var service = new Audited();
        Assert.Equal(HttpStatusCode.Created, (await service.PutAsync("/api/v1/articles/iron", Iron, ("If-None-Match", "*"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await service.PutAsync("/api/v1/articles/iron", Iron, Any)).Status); // Nothing changes.
        Assert.Equal(HttpStatusCode.OK, (await service.ImportAsync("Iron\n\nIron is a metal.", "?dry_run=true&slug=iron")).Status);
        Assert.Equal(HttpStatusCode.OK, (await service.ImportAsync("Iron\n\nIron eases fatigue.", "?slug=iron", headers: Any)).Status);
        var claim = (await service.OkAsync("/api/v1/articles/iron/claims")).Values("id")[0];
        Assert.Equal(
            HttpStatusCode.OK,
            (await service.PatchAsync($"/api/v1/claims/{claim}", """{ "reviewStatus": "accepted" }""", Any)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await service.DeleteAsync("/api/v1/articles/iron", Any)).Status);
        Assert.Equal(
            HttpStatusCode.Created, (await service.PutAsync("/api/v1/topics/creatine", """{ "name": "creatine" }""")).Status);
        Assert.Equal(HttpStatusCode.OK, (await service.PutAsync("/api/v1/topics/creatine", """{ "name": "creatine" }""")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await service.DeleteAsync("/api/v1/topics/creatine")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await service.DeleteAsync("/api/v1/topics/creatine")).Status);

        var audit = await service.AuditAsync();
        Assert.Equal(
            [
                "DELETE /api/v1/topics/{topic} creatine 1",
                "PUT /api/v1/topics/{topic} creatine 1",
                "DELETE /api/v1/articles/{slug} iron 3",
                "PATCH /api/v1/claims/{id} iron 3",
                "POST /api/v1/imports iron 2",
                "PUT /api/v1/articles/{slug} iron 1",
            ],
            audit.Data.Select(entry => $"{entry!["route"]} {entry["slug"]} {entry["revision"]}"));
        Assert.All(audit.Data, entry => Assert.Equal("ApiKeys__0", (string?)entry!["key"]));
        Assert.All(audit.Data, entry => Assert.Equal("2026-01-01T00:00:00Z", (string?)entry!["at"]));
        Assert.Equal(6, audit.Values("requestId").Distinct().Count());
        Assert.All(audit.Data, entry =>
        {
            var written = $"{entry!["route"]}, {entry["slug"]} at revision {entry["revision"]}";
            Assert.Contains($"ApiKeys__0: {written}; request {entry["requestId"]}.", service.Lines);
        });
    }

    [Fact]
    public async Task The_id_of_an_entry_is_the_one_that_a_problem_of_the_request_has()
    {
        using var service = new Audited();
        const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var parent = ("traceparent", $"00-{Trace}-00f067aa0ba902b7-01");
        var refused = await service.DeleteAsync("/api/v1/topics/nope", parent);
        await service.PutAsync("/api/v1/topics/creatine", """{ "name": "creatine" }""", parent);
        var entry = (string)(await service.AuditAsync()).Data[0]!["requestId"]!;
        Assert.Equal(((string)refused.Json["traceId"]!)[..36], entry[..36]);
        Assert.Contains(Trace, entry, StringComparison.Ordinal);
        Assert.Equal(((string)refused.Json["traceId"]!).Length, entry.Length);
    }

    [Fact]
    public async Task It_needs_a_key_and_is_kept_nowhere()
    {
        using var service = new Audited();
        await service.PutAsync("/api/v1/topics/creatine", """{ "name": "creatine" }""");
        for (var i = 0; i < 2; i++)
        {
            var audit = await service.AuditAsync();
            Assert.Single(audit.Data);
            Assert.Equal("no-store", audit.Header("Cache-Control"));
            Assert.Null(audit.Header("ETag"));
            (await service.GetAsync("/api/v1/audit")).IsProblem(HttpStatusCode.Unauthorized, "unauthorized");
            (await service.GetAsync("/api/v1/audit", ("Authorization", "Bearer wrong")))
                .IsProblem(HttpStatusCode.Unauthorized, "unauthorized");
            (await service.GetAsync("/api/v1/audit", ("If-None-Match", "*"), ("Authorization", $"Bearer {Service.Key}")))
                .Json["data"]!.AsArray();
        }
    }

    [Fact]
    public async Task It_is_paged_as_other_lists_are()
    {
        using var service = new Audited();
        for (var i = 0; i < 5; i++)
        {
            await service.PutAsync($"/api/v1/topics/topic-{i}", $$"""{ "name": "topic {{i}}" }""");
        }

        var slugs = new List<string>();
        var path = "/api/v1/audit?limit=2&count=exact";
        for (var page = 0; page < 3; page++)
        {
            var audit = await service.AuditAsync(path);
            slugs.AddRange(audit.Values("slug"));
            Assert.Equal((page < 2, 5), ((bool)audit.Json["page"]!["hasMore"]!, (int)audit.Json["page"]!["total"]!));
            path = $"/api/v1/audit?limit=2&count=exact&cursor={audit.Json["page"]!["nextCursor"]}";
            if (page == 0)
            {
                await service.PutAsync("/api/v1/topics/meanwhile", """{ "name": "meanwhile" }""");
                await service.DeleteAsync("/api/v1/topics/meanwhile");
                await service.Database.WriteAsync(
                    (write, cancel) => write.ExecuteAsync("delete from audit where slug = 'meanwhile'", null, cancel),
                    TestContext.Current.CancellationToken);
            }
        }

        Assert.Equal(["topic-4", "topic-3", "topic-2", "topic-1", "topic-0"], slugs);
        (await service.AuditAsync("/api/v1/audit?cursor=abc")).HasErrors(("cursor", "invalid-cursor", null));
        (await service.AuditAsync("/api/v1/audit?limt=1")).HasErrors(("limt", "unknown-parameter", "limit"));
    }

    [Fact]
    public async Task Old_entries_go_as_new_ones_come()
    {
        using var service = new Audited();
        for (var i = 0; i < 3; i++)
        {
            await service.PutAsync($"/api/v1/topics/topic-{i}", $$"""{ "name": "topic {{i}}" }""");
        }

        service.Clock.Advance(TimeSpan.FromDays(2));
        await service.PutAsync("/api/v1/topics/topic-3", """{ "name": "topic 3" }""");
        Assert.Equal(4, (await service.AuditAsync()).Data.Count);
        service.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));
        await service.PutAsync("/api/v1/topics/topic-4", """{ "name": "topic 4" }""");
        Assert.Equal(["topic-4", "topic-3"], (await service.AuditAsync()).Values("slug"));
    }

    [Fact]
    public async Task A_write_that_is_rolled_back_leaves_no_entry()
    {
        using var service = new Audited();
        await Assert.ThrowsAsync<InvalidOperationException>(() => service.Database.WriteAsync<bool>(
            async (write, cancel) =>
            {
                await AuditStore.AddAsync(write, new() { KeyName = "a", Route = "b", Slug = "c", RequestId = "d" }, 1, cancel);
                throw new InvalidOperationException();
            },
            TestContext.Current.CancellationToken));
        Assert.Empty((await service.AuditAsync()).Data);
    }

    private sealed class Audited : Service, ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public Task<ApiResponse> AuditAsync(string path = "/api/v1/audit") => WriteAsync(HttpMethod.Get, path);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception));

        protected override void Configure(IWebHostBuilder builder) => builder
            .UseSetting("Audit:Days", "3")
            .ConfigureLogging(logging => logging.AddProvider(this));
    }
}
