using System.Diagnostics;
using System.Text.Json.Nodes;

namespace ArticleApi.Benchmarks.Stress;

/// <summary>The queries that cost most, one after the other, without the cache and with more time than they need.</summary>
internal static class WorstQueries
{
    private const string Everything = "facet=topic&facet=article&facet=certainty&facet=year&count=exact";

    /// <summary>So many values may a parameter have.</summary>
    private const int MaxValues = 50;

    public static async Task RunAsync(string database)
    {
        using var server = await StressCommand.StartAsync(database, ("Cache__MaxBytes", "0"), ("Limits__RequestSeconds", "600"));
        using var http = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(10) };
        Console.WriteLine("the slowest queries, without the cache and without their limit of time");
        foreach (var path in await PathsAsync(http))
        {
            var clock = Stopwatch.StartNew();
            using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
            await response.Content.ReadAsByteArrayAsync();
            Console.WriteLine($"{clock.Elapsed.TotalSeconds,8:0.00} s  {(int)response.StatusCode}  {Short(path)}");
        }
    }

    /// <summary>The queries, for a store that may have any vocabulary.</summary>
    public static async Task<IReadOnlyList<string>> PathsAsync(HttpClient http)
    {
        var topics = JsonNode.Parse(await http.GetStringAsync(new Uri("/api/v1/topics?limit=100", UriKind.Relative)))!["data"]!.AsArray()
            .OrderByDescending(topic => (int)topic!["claimCount"]!)
            .Select(topic => (string)topic!["slug"]!)
            .Take(MaxValues)
            .ToList();
        string Each(string parameter) => string.Join('&', topics.Select(topic => $"{parameter}={topic}"));
        var (most, least) = (topics[0], topics[^1]);
        string[] claims =
        [
            "", "sort=-published", $"topic_all={most}&topic_not={least}", Each("topic"), Each("topic_not"), Each("topic_all"),
            $"{Each("topic")}&sort=-published", $"{Each("topic")}&{Each("topic_not")}", $"topic_all={most}&section=none", "section=none",
            "q=-a*+-b*+-c*", "q=of+in", "q=of+in&sort=published", "q=a*+b*", "q=a*&sort=-published", "q=%22of+the%22",
            $"q={string.Join('+', Enumerable.Range(0, 30).Select(i => $"a*+-z{i}"))}", "q=-zzz", $"q=the&{Each("topic_not")}",
            "cited=false&certainty=hedged&sort=-published", "review=rejected", "published_from=1900-01-01&cited=true",
        ];
        return
        [
            .. claims.Select(query => $"/api/v1/claims?{query}&{Everything}".Replace("?&", "?", StringComparison.Ordinal)),
            "/api/v1/articles?q=a*+-b*&count=exact", $"/api/v1/articles?q=-of&topic={most}&count=exact",
            "/api/v1/references?q=-a*+-b*&count=exact", "/api/v1/references?q=a*&author=a&count=exact",
            $"/api/v1/references?topic={most}&sort=-year&count=exact", "/api/v1/changes?include=object&limit=100",
            "/api/v1/topics?limit=100&count=exact",
        ];
    }

    private static string Short(string path) => path.Length <= 100 ? path : $"{path[..97]}…";
}
