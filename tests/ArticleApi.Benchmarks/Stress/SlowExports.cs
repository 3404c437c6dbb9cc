using System.Net.Http.Headers;
using System.Text;
using ArticleApi.Benchmarks.Load;

namespace ArticleApi.Benchmarks.Stress;

/// <summary>
/// Three readers of exports that read next to nothing, while a hundred articles are written: how large does the log grow?
/// </summary>
internal static class SlowExports
{
    private const int Readers = 3, Writes = 100, HoldSeconds = 10;

    public static async Task RunAsync(string database, string folder)
    {
        var copy = Path.Combine(folder, "written.db");
        File.Copy(database, copy);
        using var server = await StressCommand.StartAsync(copy, ("Limits__SnapshotSeconds", $"{HoldSeconds}"));
        using var http = new HttpClient { BaseAddress = server.Address };
        var readers = new List<HttpResponseMessage>();
        for (var i = 0; i < Readers; i++)
        {
            readers.Add(await http.GetAsync(
                new Uri("/api/v1/exports/articles", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead));
        }

        await WriteAsync(http, "first");
        var held = LogSize(copy);
        await Task.Delay(TimeSpan.FromSeconds(HoldSeconds + 20));
        await WriteAsync(http, "second");
        Console.WriteLine();
        Console.WriteLine(
            $"{Readers} exports that are not read, {Writes} PUTs: the log has {held} MiB; "
            + $"after {HoldSeconds} s of patience and {Writes} PUTs more {LogSize(copy)} MiB");
        readers.ForEach(reader => reader.Dispose());
    }

    private static long LogSize(string database) => new FileInfo($"{database}-wal").Length >> 20;

    private static async Task WriteAsync(HttpClient http, string name)
    {
        foreach (var (i, article) in new ArticleGenerator(2).Articles(Writes).Index())
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/articles/{name}-{i}")
            {
                Content = new ByteArrayContent(WithoutSlug(article)),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", StressCommand.Key);
            request.Headers.TryAddWithoutValidation("If-None-Match", "*");
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await http.SendAsync(request);
            if (!response.IsSuccessStatusCode)
            {
                throw new InvalidOperationException(await response.Content.ReadAsStringAsync());
            }
        }
    }

    // The slug is in the path.
    private static byte[] WithoutSlug(byte[] article)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(article)!.AsObject();
        json.Remove("slug");
        return Encoding.UTF8.GetBytes(json.ToJsonString());
    }
}
