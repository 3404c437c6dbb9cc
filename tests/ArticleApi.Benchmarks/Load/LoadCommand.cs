using System.Globalization;
using System.Text.Json;

namespace ArticleApi.Benchmarks.Load;

/// <summary>
/// <c>load COUNT…</c>: how fast the service answers beside Kestrel alone that sends the same bytes, at several sizes of the store. Server
/// and load have a core each; the rounds of both servers take turns, and the figures are medians of the rounds.
/// </summary>
internal static class LoadCommand
{
    private const int Values = 400, Rounds = 7, Seconds = 1, WarmUp = 3, FirstWarmUp = 25;

    /// <param name="sizes">The numbers of articles.</param>
    /// <param name="keep">A folder in which the stores are kept, and found the next time; null for none.</param>
    public static async Task<int> RunAsync(IReadOnlyList<int> sizes, string? keep)
    {
        var cold = new List<IReadOnlyDictionary<string, double>>();
        foreach (var size in sizes)
        {
            var folder = Directory.CreateTempSubdirectory("articleapi-load-").FullName;
            try
            {
                cold.Add(await MeasureAsync(size, folder, Path.Combine(keep ?? folder, $"{size}.db")));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        if (sizes.Count > 1)
        {
            Console.WriteLine();
            Console.WriteLine($"CPU a request without the cache, by size; {sizes[0]} articles are 1");
            foreach (var (name, first) in cold[0])
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{name,-26} {string.Join(' ', cold.Select(of => Text(of[name] / first)))}"));
            }
        }

        return 0;
    }

    private static string Text(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture).PadLeft(8);

    private static async Task<IReadOnlyDictionary<string, double>> MeasureAsync(int size, string folder, string database)
    {
        if (!File.Exists(database))
        {
            await FillAsync(size, folder, database);
        }

        using var cold = await ServiceAsync(database, "0");
        using var warm = await ServiceAsync(database, $"{1 << 26}");
        var paths = await PathsAsync(size, cold);
        var all = Path.Combine(folder, "all.txt");
        await File.WriteAllLinesAsync(all, paths.SelectMany(path => path.Paths));
        using var twin = await ServerProcess.StartAsync("ArticleApi.Benchmarks.dll", ["twin", cold.Address.ToString(), all], "/");
        foreach (var server in new[] { cold, warm, twin })
        {
            await Wrk.RunAsync(
                server.Address, paths.SelectMany(path => path.Paths.Select(one => (one, (string?)null))), FirstWarmUp, folder);
        }

        Console.WriteLine();
        Console.WriteLine(
            $"{size} articles, {Rounds} rounds of {Seconds} s each, {Values} values in turn; bare Kestrel with the same bytes is 1");
        Console.WriteLine(
            "                                        KB    ratio   requests/s   bare/s     p50 ms   p99 ms   CPU µs   errors");
        var cpu = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, list, isCached) in paths)
        {
            var (tags, kilobytes) = await TagsAsync(warm, list);
            var plain = list.Select(path => (path, (string?)null)).ToList();
            cpu[name] = await TellAsync($"{name}, no cache", kilobytes, cold, plain, twin, plain, folder);
            if (isCached)
            {
                await TellAsync($"{name}, cached", kilobytes, warm, plain, twin, plain, folder);
                await TellAsync($"{name}, 304", 0, warm, [.. list.Zip(tags)], twin, plain, folder);
            }
        }

        Console.WriteLine(
            $"anonymous memory: without the cache {cold.Anonymous} MiB, with it {warm.Anonymous} MiB, bare {twin.Anonymous} MiB");
        Console.WriteLine(
            $"ready after {cold.ReadyAfter.TotalMilliseconds:0} ms, bare after {twin.ReadyAfter.TotalMilliseconds:0} ms; the database has "
            + $"{new FileInfo(database).Length >> 20} MiB");
        return cpu;
    }

    /// <returns>The processor time of a request in microseconds.</returns>
    private static async Task<double> TellAsync(
        string name,
        double kilobytes,
        ServerProcess service,
        List<(string, string?)> paths,
        ServerProcess twin,
        List<(string, string?)> plain,
        string folder)
    {
        var rounds = new List<(Wrk Own, Wrk Bare, double Cpu)>();
        await Wrk.RunAsync(service.Address, paths, WarmUp, folder);
        await Wrk.RunAsync(twin.Address, plain, 1, folder);
        for (var i = 0; i < Rounds; i++)
        {
            var before = service.Used;
            var own = await Wrk.RunAsync(service.Address, paths, Seconds, folder);
            var cpu = (service.Used - before).TotalMicroseconds / Math.Max(1, own.Requests);
            rounds.Add((own, await Wrk.RunAsync(twin.Address, plain, Seconds, folder), cpu));
        }

        double Median(Func<(Wrk Own, Wrk Bare, double Cpu), double> of) => rounds.Select(of).Order().ElementAt(Rounds / 2);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-36} {kilobytes,5:0.0} {Median(round => round.Own.PerSecond / round.Bare.PerSecond),8:0.000} "
            + $"{Median(round => round.Own.PerSecond),12:0} {Median(round => round.Bare.PerSecond),8:0} "
            + $"{Median(round => round.Own.Median.TotalMilliseconds),10:0.00} {Median(round => round.Own.Slow.TotalMilliseconds),8:0.00} "
            + $"{Median(round => round.Cpu),8:0} {rounds.Sum(round => round.Own.Errors),8}"));
        return Median(round => round.Cpu);
    }

    /// <summary>What is asked for: pages of claims by topic at many depths and at the end of the list, articles, searches.</summary>
    private static async Task<IReadOnlyList<(string Name, List<string> Paths, bool IsCached)>> PathsAsync(int size, ServerProcess server)
    {
        var topics = ArticleGenerator.Topics.Distinct().ToList();
        var pages = new List<string>();
        foreach (var topic in topics)
        {
            pages.AddRange(
                (await WalkAsync(server, $"/api/v1/claims?topic={topic}&limit=20", Values / topics.Count)).Take(Values / topics.Count));
        }

        var deep = await WalkAsync(server, "/api/v1/claims?topic=zinc&limit=100", int.MaxValue);
        var days = Enumerable.Range(0, Values)
            .Select(i => new DateOnly(2010, 1, 1).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return
        [
            ("claims page", pages, true),
            ("article", [.. Enumerable.Range(0, Values).Select(i => $"/api/v1/articles/article-{1 + (i * (long)size / Values):D7}")], true),
            ("search page", [.. Enumerable.Range(0, Values).Select(i => $"/api/v1/claims?q={ArticleGenerator.Word(i)}&limit=20")], true),
            (
                "claims, end of list",
                [
                    .. deep.TakeLast(Values + 10)
                        .SkipLast(10)
                        .Select(path => path.Replace("limit=100", "limit=20", StringComparison.Ordinal)),
                ],
                false),
            (
                "claims by topic and date",
                [
                    .. days.Select(
                        (day, i) => $"/api/v1/claims?topic={topics[i % topics.Count]}&published_from={day}&certainty=hedged&limit=20"),
                ],
                false),
        ];
    }

    /// <summary>The addresses of the first pages of a list.</summary>
    private static async Task<IReadOnlyList<string>> WalkAsync(ServerProcess server, string path, int count)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        var pages = new List<string>();
        for (string? cursor = ""; cursor is not null && pages.Count < count;)
        {
            pages.Add(cursor.Length == 0 ? path : $"{path}&cursor={cursor}");
            using var page = JsonDocument.Parse(await http.GetByteArrayAsync(pages[^1]));
            cursor = page.RootElement.GetProperty("page").GetProperty("nextCursor").GetString();
        }

        return pages;
    }

    private static Task<ServerProcess> ServiceAsync(string database, string cache) => ServerProcess.StartAsync(
        "ArticleApi.dll",
        ["serve"],
        "/health/ready",
        ("ConnectionStrings__Articles", $"Data Source={database}"),
        ("Cache__MaxBytes", cache));

    /// <summary>Makes a database with so many generated articles.</summary>
    public static async Task FillAsync(int size, string folder, string database)
    {
        var lines = Path.Combine(folder, "articles.ndjson");
        await using (var file = File.Create(lines))
        {
            foreach (var article in new ArticleGenerator(1).Articles(size))
            {
                await file.WriteAsync(article);
                file.WriteByte((byte)'\n');
            }
        }

        var start = new System.Diagnostics.ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "ArticleApi.dll"), "import", lines])
        {
            Environment = { ["ConnectionStrings__Articles"] = $"Data Source={database}", ["Seed"] = "false" },
        };
        using var import = System.Diagnostics.Process.Start(start)!;
        await import.WaitForExitAsync();
        File.Delete(lines);
    }

    private static async Task<(List<string?> Tags, double Kilobytes)> TagsAsync(ServerProcess server, List<string> paths)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        var (tags, bytes) = (new List<string?>(), 0L);
        foreach (var path in paths)
        {
            using var answer = await http.GetAsync(path);
            tags.Add(answer.EnsureSuccessStatusCode().Headers.ETag!.ToString());
            bytes += answer.Content.Headers.ContentLength!.Value;
        }

        return (tags, bytes / 1000.0 / paths.Count);
    }
}
