using System.Globalization;

namespace ArticleApi.Benchmarks.Load;

/// <summary><c>load COUNT…</c>: how fast the service answers beside Kestrel alone that sends the same bytes, at several sizes of the store.</summary>
internal static class LoadCommand
{
    private const int Values = 400, Rounds = 5, Seconds = 3;

    public static async Task<int> RunAsync(IReadOnlyList<int> sizes)
    {
        foreach (var size in sizes)
        {
            var folder = Directory.CreateTempSubdirectory("articleapi-load-").FullName;
            try
            {
                await MeasureAsync(size, folder);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return 0;
    }

    private static async Task MeasureAsync(int size, string folder)
    {
        var database = Path.Combine(folder, "articles.db");
        await FillAsync(size, folder, database);
        using var cold = await ServiceAsync(database, "0");
        using var warm = await ServiceAsync(database, $"{1 << 26}");
        var paths = Paths(size);
        var all = Path.Combine(folder, "all.txt");
        await File.WriteAllLinesAsync(all, paths.Values.SelectMany(path => path));
        using var twin = await ServerProcess.StartAsync("ArticleApi.Benchmarks.dll", ["twin", cold.Address.ToString(), all], "/");
        Console.WriteLine();
        Console.WriteLine($"{size} articles, {Rounds} rounds of {Seconds} s each, {Values} values in turn; bare Kestrel with the same bytes is 1");
        Console.WriteLine("                        ratio   requests/s   bare/s     p50 ms   p99 ms   CPU µs   errors");
        foreach (var (name, list) in paths)
        {
            var tags = await TagsAsync(warm, list);
            var plain = list.Select(path => (path, (string?)null)).ToList();
            await TellAsync($"{name}, cold", cold, plain, twin, plain, folder);
            await TellAsync($"{name}, cached", warm, plain, twin, plain, folder);
            await TellAsync($"{name}, 304", warm, [.. list.Zip(tags)], twin, plain, folder);
        }

        Console.WriteLine($"anonymous memory: cold {cold.Anonymous} MiB, with the cache {warm.Anonymous} MiB, bare {twin.Anonymous} MiB");
    }

    private static async Task TellAsync(
        string name, ServerProcess service, List<(string, string?)> paths, ServerProcess twin, List<(string, string?)> plain, string folder)
    {
        var rounds = new List<(Wrk Own, Wrk Bare, double Cpu)>();
        await Wrk.RunAsync(service.Address, paths, 1, folder);
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
            $"{name,-22} {Median(round => round.Own.PerSecond / round.Bare.PerSecond),7:0.000} {Median(round => round.Own.PerSecond),12:0} {Median(round => round.Bare.PerSecond),8:0} "
            + $"{Median(round => round.Own.Median.TotalMilliseconds),10:0.00} {Median(round => round.Own.Slow.TotalMilliseconds),8:0.00} {Median(round => round.Cpu),8:0} {rounds.Sum(round => round.Own.Errors),8}"));
    }

    private static Dictionary<string, List<string>> Paths(int size)
    {
        var days = Enumerable.Range(0, Values).Select(i => new DateOnly(2010, 1, 1).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return new(StringComparer.Ordinal)
        {
            ["claims page"] = [.. days.Select((day, i) => $"/api/v1/claims?topic={ArticleGenerator.Topics[i % ArticleGenerator.Topics.Length]}&published_from={day}&limit=20")],
            ["article"] = [.. Enumerable.Range(0, Values).Select(i => $"/api/v1/articles/article-{1 + (i * (long)size / Values):D7}")],
            ["search page"] = [.. Enumerable.Range(0, Values).Select(i => $"/api/v1/claims?q={ArticleGenerator.Word(i)}&limit=20")],
        };
    }

    private static Task<ServerProcess> ServiceAsync(string database, string cache) => ServerProcess.StartAsync(
        "ArticleApi.dll", ["serve"], "/health/ready", ("ConnectionStrings__Articles", $"Data Source={database}"), ("Cache__MaxBytes", cache));

    private static async Task FillAsync(int size, string folder, string database)
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

        var start = new System.Diagnostics.ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ArticleApi.dll"), "import", lines])
        {
            Environment = { ["ConnectionStrings__Articles"] = $"Data Source={database}", ["Seed"] = "false" },
        };
        using var import = System.Diagnostics.Process.Start(start)!;
        await import.WaitForExitAsync();
        File.Delete(lines);
    }

    private static async Task<List<string?>> TagsAsync(ServerProcess server, List<string> paths)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        var tags = new List<string?>();
        foreach (var path in paths)
        {
            using var answer = await http.GetAsync(path);
            tags.Add(answer.EnsureSuccessStatusCode().Headers.ETag!.ToString());
        }

        return tags;
    }
}
