using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ArticleApi.Http.Limits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ArticleApi.Tests.Http;

/// <summary>What is seen of the service from outside: ids of requests, metrics, and what goes to a collector.</summary>
public sealed partial class TelemetryTests
{
    private const string List = "/api/v1/claims?topic=zinc";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(List)]
    [InlineData("/api/v1/articles/ketamine-and-anorexia")]
    [InlineData("/api/v1/exports/topics")]
    [InlineData("/health/live")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/swagger/index.html")]
    [InlineData("/nowhere")]
    public async Task Each_response_has_an_id_of_its_own(string path)
    {
        using var service = new Service();
        var first = await service.GetAsync(path);
        var second = await service.GetAsync(path); // It may be kept.
        Assert.Matches("^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$", first.Header("Request-Id"));
        Assert.NotEqual(first.Header("Request-Id"), second.Header("Request-Id"));
        if (first.Header("ETag") is { } tag)
        {
            var unchanged = await service.GetAsync(path, ("If-None-Match", tag));
            Assert.Equal(HttpStatusCode.NotModified, unchanged.Status);
            Assert.NotEqual(second.Header("Request-Id"), unchanged.Header("Request-Id"));
        }
    }

    [Fact]
    public async Task A_problem_tells_the_id_of_its_request_which_continues_the_trace_of_the_caller()
    {
        using var service = new Service();
        var answer = await service.GetAsync(
            "/api/v1/articles/none", ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        Assert.Equal(answer.Header("Request-Id"), (string)answer.Json["traceId"]!);
        Assert.StartsWith("00-0af7651916cd43dd8448eb211c80319c-", answer.Header("Request-Id"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_writes_kept_responses_imports_and_refusals_are_measured()
    {
        using var service = new ServiceWith(("Limits:Queue", "0"));
        var seen = new ConcurrentQueue<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, of) =>
        {
            if (instrument.Meter.Scope == service.Services.GetRequiredService<IMeterFactory>())
            {
                of.EnableMeasurementEvents(instrument);
            }
        };
        void Record<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state) =>
            seen.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))}".TrimEnd());
        listener.SetMeasurementEventCallback<double>(Record);
        listener.SetMeasurementEventCallback<long>(Record);
        listener.SetMeasurementEventCallback<int>(Record);
        listener.Start();

        await service.OkAsync(List);
        await service.OkAsync(List);
        while (seen.Count(line => line.StartsWith("http.server.request.duration", StringComparison.Ordinal)
            && line.Contains("/api/v1/claims", StringComparison.Ordinal)) < 2)
        {
            await Task.Delay(10, Cancel); // It is measured behind the response, also of one that is kept.
        }

        await service.ImportAsync("Zinc\n\nZinc is a metal.");
        var taken = new List<RequestSlot?>();
        for (var i = 0; i < RequestSlots.Slots(SlotKind.Lists); i++)
        {
            taken.Add(await service.Slots.EnterAsync(SlotKind.Lists, Cancel));
        }

        await service.GetAsync("/api/v1/claims?topic=iron");
        listener.RecordObservableInstruments();
        taken.ForEach(slot => slot!.Dispose());
        string[] expected =
        [
            "articleapi.cache.requests miss", "articleapi.cache.requests hit", "db.client.operation.duration sqlite read",
            "db.client.operation.duration sqlite write", "articleapi.writer.wait.duration", "articleapi.import.duration text True",
            "articleapi.requests.refused lists busy", "articleapi.requests.active lists", "articleapi.requests.queued items",
            "articleapi.cache.size", "articleapi.log.size",
        ];
        Assert.Empty(expected.Except(seen));
    }

    [Fact]
    public async Task A_collector_gets_spans_metrics_and_logs()
    {
        var got = new ConcurrentDictionary<string, byte[]>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var collector = builder.Build();
        collector.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            got.AddOrUpdate(context.Request.Path.Value!, body.ToArray(), (_, before) => [.. before, .. body.ToArray()]);
        });
        await collector.StartAsync(Cancel);
        var address = collector.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        using var folder = new TemporaryFolder();
        using var process = ProgramRun.Start(
            folder,
            ["--urls", "http://127.0.0.1:0"],
            ("ApiKeys__0", Service.Key),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", address),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_BSP_SCHEDULE_DELAY", "100"),
            ("OTEL_BLRP_SCHEDULE_DELAY", "100"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "100"));
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(Cancel);
            using var http = new HttpClient { BaseAddress = new(Address().Match(line!).Value) };
            http.DefaultRequestHeaders.Add("Authorization", $"Bearer {Service.Key}");
            await http.GetAsync(List, Cancel);
            await http.PutAsync("/api/v1/topics/creatine", Service.Body("""{ "name": "creatine" }""", "application/json"), Cancel);
            (string Path, string Text)[] expected =
            [
                ("/v1/traces", "GET /api/v1/claims"), ("/v1/traces", "db.system.name"), ("/v1/metrics", "http.server.request.duration"),
                ("/v1/metrics", "db.client.operation.duration"), ("/v1/metrics", "articleapi.log.size"), ("/v1/logs", "creatine"),
            ];
            foreach (var (path, text) in expected)
            {
                while (!Encoding.Latin1.GetString(got.GetValueOrDefault(path, [])).Contains(text, StringComparison.Ordinal))
                {
                    await Task.Delay(20, Cancel);
                }
            }
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+")]
    private static partial Regex Address();
}
