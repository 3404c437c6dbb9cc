using System.Globalization;
using System.Text;
using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Exporting;
using ArticleApi.Documents.Exporting.JsonLd;
using ArticleApi.Documents.Exporting.Markdown;
using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Model;
using ArticleApi.Services;

namespace ArticleApi.Benchmarks.Growth;

/// <summary>
/// <c>growth</c>: how time and memory of reading grow with the length of a text, for every kind of <see cref="HostileTexts"/>, and how soon
/// reading stops when its caller leaves.
/// </summary>
internal sealed class GrowthCommand
{
    private const double MaxExponent = 1.3;
    private const double MaxMemory = 15;
    private const int Steps = 3;
    private const int Factor = 4;

    // A longer text of a kind is not tried where it would take longer than this.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Negligible = TimeSpan.FromMilliseconds(100);

    // Where in the time that a text takes its caller leaves.
    private static readonly double[] Parts = [0.1, 0.4, 0.7, 0.95];

    private readonly TopicTagger tagger = new(Seed.Topics());
    private readonly TextWriter output = Console.Out;
    private int marked;

    /// <summary>Measures the kinds whose format or name has one of the words, or all of them.</summary>
    /// <param name="words">The words.</param>
    /// <param name="length">The length of the longest texts.</param>
    public int Run(IReadOnlyList<string> words, int length)
    {
        output.WriteLine("                                                                     time as a    heap grows   stops");
        output.WriteLine(
            "format    text of                                        MB    CPU s     power of       x input   in ms   outcome");
        foreach (var kind in HostileTexts.All.Where(kind => words.Count == 0 || words.Any($"{kind.Format}: {kind.Name}".Contains)))
        {
            Measure(kind, length);
        }

        output.WriteLine(
            $"{marked} with !: time grows by more than the power {MaxExponent} of the length, or the heap by over {MaxMemory} x input");
        return marked == 0 ? 0 : 1;
    }

    private void Measure(HostileText kind, int length)
    {
        var rows = new List<GrowthRow>();
        Article? article = null;
        for (var step = Steps - 1; step >= 0; step--)
        {
            var bytes = Encoding.UTF8.GetBytes(kind.OfLength(length / (int)Math.Pow(Factor, step)));
            if (rows.Count > 0 && rows[^1].Time * Factor * Factor > Patience)
            {
                break;
            }

            (var row, article) = Read(kind, bytes);
            rows.Add(row);
        }

        var last = rows[^1];
        var exponent = last.Exponent(rows[^2], Negligible);
        if (exponent > MaxExponent)
        {
            // A pause of the machine is no growth.
            var again = Read(kind, Encoding.UTF8.GetBytes(kind.OfLength((int)last.Length))).Row;
            last = last with { Time = again.Time < last.Time ? again.Time : last.Time };
            exponent = last.Exponent(rows[^2], Negligible);
        }

        Tell(kind.Format, kind.Name, last, exponent, last.Time > Negligible ? Stops(kind, last) : null);
        if (article is not null)
        {
            MeasureExport(kind, article, last.Length);
        }
    }

    private (GrowthRow Row, Article? Article) Read(HostileText kind, byte[] bytes)
    {
        using var heap = new HeapWatch();
        var clock = new ThreadClock();
        var (article, report) = Read(kind, bytes, CancellationToken.None);
        var time = clock.Elapsed;
        return (new GrowthRow(bytes.Length, time, heap.Stop(), article is null ? report.Notes[^1].Code : "article"), article);
    }

    private ImportResult Read(HostileText kind, byte[] bytes, CancellationToken cancel)
    {
        var text = TextDecoding.Decode(bytes).Text!;
        FormatDetector.Detect(text, null);
        return ArticleImport.Run(text, ArticleImporters.Find(kind.Format)!, tagger, "a-title", cancel);
    }

    /// <summary>How long reading goes on at most after a cancellation in the midst of it; null where it always ended before.</summary>
    private double? Stops(HostileText kind, GrowthRow row)
    {
        var bytes = Encoding.UTF8.GetBytes(kind.OfLength((int)row.Length));
        double? longest = null;
        foreach (var part in Parts)
        {
            using var source = new CancellationTokenSource();
            var clock = new ThreadClock();
            var cancelled = TimeSpan.MaxValue;
            var watch = new Thread(() =>
            {
                while (clock.Elapsed < row.Time * part && !source.IsCancellationRequested)
                {
                    Thread.Sleep(1);
                }

                if (!source.IsCancellationRequested)
                {
                    cancelled = clock.Elapsed;
                    source.Cancel();
                }
            }) { IsBackground = true };
            watch.Start();
            try
            {
                Read(kind, bytes, source.Token);
            }
            catch (OperationCanceledException)
            {
            }

            var ended = clock.Elapsed;
            source.Cancel();
            watch.Join();
            longest = ended < cancelled ? longest : Math.Max(longest ?? 0, (ended - cancelled).TotalMilliseconds);
        }

        return longest;
    }

    private void MeasureExport(HostileText kind, Article article, long length)
    {
        var works = article.References.Select(reference => new ExportedReference(reference.Id, reference)).ToList();
        (string Name, Func<int> Write)[] exports =
        [
            ("Markdown", () => ArticleMarkdown.Write(article).Length),
            ("JSON-LD", () => ArticleJsonLd.Write(article, "http://a.b").ToJsonString().Length),
            .. ReferenceExporters.All.Select(exporter => (exporter.Format, (Func<int>)(() => exporter.Write(works).Length))),
        ];
        foreach (var (name, write) in exports)
        {
            using var heap = new HeapWatch();
            var clock = new ThreadClock();
            write();
            var row = new GrowthRow(length, clock.Elapsed, heap.Stop(), name);

            // Linear writing is no slower than reading, of which the exponent is told.
            if (row.Time > TimeSpan.FromSeconds(2) || row.MemoryMultiple > MaxMemory)
            {
                Tell("→ " + name, $"{kind.Format}: {kind.Name}", row, null, null);
            }
        }
    }

    private void Tell(string format, string name, GrowthRow row, double? exponent, double? stops)
    {
        var isMarked = exponent > MaxExponent || row.MemoryMultiple > MaxMemory;
        marked += isMarked ? 1 : 0;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{format,-9} {name,-42} {row.Length / 1e6,6:0.00} {row.Time.TotalSeconds,8:0.00} {Number(exponent, "0.00"),12} "
            + $"{row.MemoryMultiple,12:0.0} {Number(stops, "0"),7}   {row.Outcome}{(isMarked ? " !" : "")}"));
    }

    private static string Number(double? number, string format) =>
        number is { } known ? known.ToString(format, CultureInfo.InvariantCulture) : "–";
}
