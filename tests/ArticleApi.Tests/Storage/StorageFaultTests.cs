using System.Collections.Concurrent;
using System.Net;
using ArticleApi.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace ArticleApi.Tests.Storage;

public sealed class StorageFaultTests : IDisposable
{
    private const string Article = """{ "title": "A title", "sections": [ { "paragraphs": [ { "text": "Zinc is a metal." } ] } ] }""";

    private readonly Logged service = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => service.Dispose();

    [Fact]
    public async Task While_another_program_holds_the_lock_writes_are_refused_and_reads_answered()
    {
        using (var other = new SqliteConnection($"Data Source={service.DatabasePath};Pooling=False"))
        {
            other.Open();
            using var transaction = other.BeginTransaction(deferred: false);
            var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => PutAsync($"a-{i}")));
            Assert.All(answers, answer => Assert.Equal("1", Refused(answer, "storage-busy").Header("Retry-After")));
            await service.OkAsync("/api/v1/claims");
            var ready = (await service.GetAsync("/health/ready")).IsProblem(HttpStatusCode.ServiceUnavailable, "not-ready");
            Assert.StartsWith("storage-busy: ", (string)ready.Json["detail"]!, StringComparison.Ordinal);
        }

        service.Clock.Advance(TimeSpan.FromSeconds(2));
        await service.OkAsync("/health/ready");
        Assert.Equal(HttpStatusCode.Created, (await PutAsync("a-0")).Status);
        service.AssertLoggedOnce("Busy");
    }

    [Fact]
    public async Task When_the_file_is_deleted_nothing_is_written_to_it_and_its_return_mends_it()
    {
        var away = $"{service.DatabasePath}.away";
        File.Move(service.DatabasePath, away);
        Assert.Equal("60", Refused(await PutAsync("a"), "storage-gone").Header("Retry-After"));
        Refused(await service.GetAsync("/api/v1/articles"), "storage-gone");
        (await service.GetAsync("/health/ready")).IsProblem(HttpStatusCode.ServiceUnavailable, "not-ready");
        await service.OkAsync("/health/live");
        Assert.False(File.Exists(service.DatabasePath));

        File.Move(away, service.DatabasePath);
        Assert.Equal(HttpStatusCode.Created, (await PutAsync("a")).Status);
        await service.OkAsync("/api/v1/articles");
        service.AssertLoggedOnce("Gone");
    }

    [Fact]
    public async Task A_file_that_takes_the_place_of_the_database_is_not_written()
    {
        File.Move(service.DatabasePath, $"{service.DatabasePath}.away");
        await File.WriteAllBytesAsync(service.DatabasePath, PreparedDatabase.Bytes, Cancel);
        Refused(await PutAsync("a"), "storage-gone");
        Refused(await service.DeleteAsync("/api/v1/articles/ketamine-and-anorexia", ("If-Match", "*")), "storage-gone");
        Assert.Equal(PreparedDatabase.Bytes, await File.ReadAllBytesAsync(service.DatabasePath, Cancel));
    }

    [Fact]
    public async Task A_damaged_file_is_told_on_reads_and_writes()
    {
        await using (var file = File.OpenWrite(service.DatabasePath))
        {
            file.Position = 4096; // The schema stays.
            file.Write(Enumerable.Repeat((byte)0x55, (int)file.Length - 4096).ToArray());
        }

        foreach (var path in new[] { "claims", "articles", "articles/ketamine-and-anorexia", "topics?limit=3", "exports/claims" })
        {
            Assert.Equal("60", Refused(await service.GetAsync($"/api/v1/{path}"), "storage-damaged").Header("Retry-After"));
        }

        Refused(await PutAsync("a"), "storage-damaged");
        Refused(await service.ImportAsync("A title\n\nZinc is a metal.\n"), "storage-damaged");
        (await service.GetAsync("/health/ready")).IsProblem(HttpStatusCode.ServiceUnavailable, "not-ready");
        service.AssertLoggedOnce("Damaged");
    }

    [Theory]
    [InlineData("full", "true", 2, 2_147_418_112)]
    [InlineData("process", "false", 1, 0)]
    [InlineData("Process", "1048576", 1, 1_048_576)]
    public async Task Durability_and_memory_map_are_what_is_set(string durability, string memoryMap, long synchronous, long mapped)
    {
        using var set = new Logged(("Storage:Durability", durability), ("Storage:MemoryMap", memoryMap));
        Assert.Equal(
            synchronous,
            await set.Database.WriteAsync((write, cancel) => write.FirstAsync<long>("pragma synchronous", null, cancel), Cancel));
        using var snapshot = set.Database.Read(Cancel);
        Assert.Equal(mapped, await snapshot.FirstAsync<long>("pragma mmap_size", null, Cancel));
    }

    [Fact]
    public void By_default_a_write_survives_a_power_cut() => Assert.Equal(Durability.Full, new StorageSettings("Data Source=x").Durability);

    private static ApiResponse Refused(ApiResponse answer, string code) => answer.IsProblem(HttpStatusCode.ServiceUnavailable, code);

    private Task<ApiResponse> PutAsync(string slug) => service.PutAsync($"/api/v1/articles/{slug}", Article, ("If-None-Match", "*"));

    private sealed class Logged(params (string Name, string Value)[] settings) : Service, ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = [];

        /// <summary>Asserts that the log has one entry of a fault, and of nothing else but requests that waited.</summary>
        public void AssertLoggedOnce(string fault) => Assert.Contains(
            $"The store fails ({fault})",
            Assert.Single(lines, line => !line.Contains(" took ", StringComparison.Ordinal)),
            StringComparison.Ordinal);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                lines.Enqueue($"{formatter(state, exception)} {exception}");
            }
        }

        protected override void Configure(IWebHostBuilder builder)
        {
            builder.ConfigureLogging(logging => logging.AddProvider(this));
            builder.UseSetting("Storage:BusySeconds", "1");
            foreach (var (name, value) in settings)
            {
                builder.UseSetting(name, value);
            }
        }
    }
}
