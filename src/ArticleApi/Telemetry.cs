using System.Diagnostics;
using System.Diagnostics.Metrics;
using ArticleApi.Http.Caching;
using ArticleApi.Http.Limits;
using ArticleApi.Storage;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ArticleApi;

/// <summary>
/// What the service tells of itself to OpenTelemetry, under the names of the
/// <see href="https://opentelemetry.io/docs/specs/semconv/">semantic conventions</see> where they have one. It is sent by OTLP where the
/// standard variables name an endpoint, such as <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>.
/// </summary>
internal sealed class Telemetry
{
    /// <summary>The name of the meter and of the source of spans.</summary>
    public const string Name = "ArticleApi";

    private static readonly ActivitySource Spans = new(Name);

    private static readonly string[] Endpoints =
    [
        "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT",
        "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT",
    ];

    private readonly Meter meter;
    private readonly Histogram<double> operations, writerWaits, imports;
    private readonly Counter<long> cached, refused;

    public Telemetry(IMeterFactory meters)
    {
        meter = meters.Create(Name);
        operations = meter.CreateHistogram<double>("db.client.operation.duration", "s", "How long the database was read or written.");
        writerWaits = meter.CreateHistogram<double>("articleapi.writer.wait.duration", "s", "How long writes waited for each other.");
        imports = meter.CreateHistogram<double>("articleapi.import.duration", "s", "How long it took to read a raw article.");
        cached = meter.CreateCounter<long>("articleapi.cache.requests", "{request}", "Reads, by whether their response was kept.");
        refused = meter.CreateCounter<long>("articleapi.requests.refused", "{request}", "Requests that were refused under load.");
    }

    /// <summary>Sends spans, metrics and logs by OTLP where an endpoint is set.</summary>
    public static void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Telemetry>();
        if (!Endpoints.Any(name => !string.IsNullOrEmpty(builder.Configuration[name])))
        {
            return;
        }

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(
                "articleapi", serviceVersion: typeof(Telemetry).Assembly.GetName().Version!.ToString(3)))
            .WithTracing(spans => spans.AddSource(Name).AddAspNetCoreInstrumentation())
            .WithMetrics(metrics => metrics.AddMeter(
                Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"))
            .WithLogging()
            .UseOtlpExporter();
    }

    /// <summary>Measures what is there at any time.</summary>
    public void Observe(Database database, ResponseCache cache, RequestSlots slots)
    {
        var kinds = Enum.GetValues<SlotKind>();
        meter.CreateObservableUpDownCounter(
            "articleapi.requests.active",
            () => kinds.Select(kind => new Measurement<int>(slots.Active(kind), Kind(kind))),
            "{request}",
            "Requests that use the database.");
        meter.CreateObservableUpDownCounter(
            "articleapi.requests.queued",
            () => kinds.Select(kind => new Measurement<int>(slots.Queued(kind), Kind(kind))),
            "{request}",
            "Requests that wait for a slot.");
        meter.CreateObservableUpDownCounter("articleapi.cache.size", () => cache.Size, "By", "The memory of the responses that are kept.");
        meter.CreateObservableUpDownCounter("articleapi.log.size", () => database.LogSize, "By", "The size of the write-ahead log.");
    }

    /// <summary>Begins to measure a use of the database; null if nobody wants to know.</summary>
    /// <param name="name">What is done, such as <c>read</c>.</param>
    public IDisposable? StartOperation(string name) =>
        operations.Enabled || Spans.HasListeners() ? new Operation(operations, name) : null;

    /// <summary>Records how long a write waited for the others.</summary>
    public void AddWriterWait(TimeSpan time) => writerWaits.Record(time.TotalSeconds);

    public void AddImport(TimeSpan time, string format, bool isRead) =>
        imports.Record(time.TotalSeconds, new("articleapi.import.format", format), new("articleapi.import.read", isRead));

    public void AddCached(bool isKept) => cached.Add(1, isKept ? Hit : Miss);

    /// <summary>Counts a request that was refused.</summary>
    /// <param name="kind">The kind of the request.</param>
    /// <param name="code">The code of the problem.</param>
    public void AddRefused(SlotKind kind, string code) => refused.Add(1, Kind(kind), new("error.type", code));

    private static readonly KeyValuePair<string, object?> Hit = new("articleapi.cache.result", "hit");
    private static readonly KeyValuePair<string, object?> Miss = new("articleapi.cache.result", "miss");

    private static KeyValuePair<string, object?> Kind(SlotKind kind) =>
        new("articleapi.request.kind", kind.ToString().ToLowerInvariant());

    // A use of the database, as a span and as a duration.
    private sealed class Operation : IDisposable
    {
        private readonly Histogram<double> durations;
        private readonly KeyValuePair<string, object?>[] tags;
        private readonly long start = Stopwatch.GetTimestamp();
        private readonly Activity? span;

        public Operation(Histogram<double> durations, string name)
        {
            this.durations = durations;
            tags = [new("db.system.name", "sqlite"), new("db.operation.name", name)];
            span = Spans.StartActivity(ActivityKind.Client, tags: tags, name: name);
        }

        public void Dispose()
        {
            durations.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, tags);
            span?.Dispose();
        }
    }
}
