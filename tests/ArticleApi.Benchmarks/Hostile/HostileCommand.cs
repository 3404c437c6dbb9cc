using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using ArticleApi.Benchmarks.Bulk;
using ArticleApi.Benchmarks.Load;
using ArticleApi.Conformance;

namespace ArticleApi.Benchmarks.Hostile;

/// <summary>
/// <c>hostile COUNT</c>: whether so many requests made from the OpenAPI document, valid, nearly valid and wild, get the answers that the
/// document promises.
/// </summary>
internal static class HostileCommand
{
    private const int Articles = 30, Callers = 16, MaxFailures = 20, Failed = 1;

    public static async Task<int> RunAsync(long count, int seed, long first)
    {
        var folder = Directory.CreateTempSubdirectory("articleapi-hostile-").FullName;
        try
        {
            var database = Path.Combine(folder, "articles.db");
            await FillAsync(folder, database);
            var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
            (string, string)[] settings = [("ConnectionStrings__Articles", $"Data Source={database}"), ("ApiKeys__0", key)];
            using var service = await ServerProcess.StartAsync("ArticleApi.dll", [], "/health/ready", settings);
            using var uncached = await ServerProcess.StartAsync(
                "ArticleApi.dll", [], "/health/ready", [.. settings, ("Cache__MaxBytes", "0")]);
            var names = await KnownNames.LearnAsync(service.Address, CancellationToken.None);
            using var run = new HostileRun(new(names, seed, key), service.Address, uncached.Address);
            return await SendAsync(run, count, seed, first, Console.Out);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task FillAsync(string folder, string database)
    {
        using (await ServerProcess.StartAsync(
            "ArticleApi.dll", [], "/health/ready", ("ConnectionStrings__Articles", $"Data Source={database}")))
        {
            // The first start makes the database with the vocabulary and the bundled article.
        }

        var lines = Path.Combine(folder, "articles.ndjson");
        await using (var file = File.Create(lines))
        {
            foreach (var article in new ArticleGenerator(1).Articles(Articles))
            {
                await file.WriteAsync(article);
                file.WriteByte((byte)'\n');
            }
        }

        await ImportRun.OfAsync(lines, database);
    }

    private static async Task<int> SendAsync(HostileRun run, long count, int seed, long first, TextWriter output)
    {
        var (clock, told, failures, done) = (Stopwatch.StartNew(), TimeSpan.Zero, 0, 0L);
        var next = first - 1;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(SendOnAsync)));
        Tell();
        await output.WriteLineAsync($"status   answers\n{string.Join('\n', run.Statuses.OrderBy(entry => entry.Key)
            .Select(entry => $"{(entry.Key == 0 ? "none" : entry.Key),6}{entry.Value,10}"))}");
        return failures == 0 ? 0 : Failed;

        async Task SendOnAsync()
        {
            for (var number = Interlocked.Increment(ref next);
                number < first + count && Volatile.Read(ref failures) < MaxFailures;
                number = Interlocked.Increment(ref next))
            {
                if (await run.CheckAsync(number, CancellationToken.None) is { } fault)
                {
                    Interlocked.Increment(ref failures);
                    await output.WriteLineAsync($"seed {seed}, {fault}\n");
                }

                Interlocked.Increment(ref done);
                lock (run)
                {
                    if (clock.Elapsed - told > TimeSpan.FromSeconds(30))
                    {
                        told = clock.Elapsed;
                        Tell();
                    }
                }
            }
        }

        void Tell() => output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{done} requests of seed {seed} from {first} on, {run.Comparisons} of them compared, {run.Sent} sent in all, "
            + $"{run.Sent / clock.Elapsed.TotalSeconds:0}/s, {clock.Elapsed.TotalSeconds:0} s, {failures} failures"));
    }
}
