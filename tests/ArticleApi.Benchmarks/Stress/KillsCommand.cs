using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace ArticleApi.Benchmarks.Stress;

/// <summary>
/// <c>kills COUNT</c>: kills the service at a random instant while articles are written, starts it again, and looks whether all that it has
/// acknowledged is there.
/// </summary>
internal sealed class KillsCommand
{
    private const int Writers = 4, ArticlesOfWriter = 10, LongestMilliseconds = 2000, CheckEvery = 50;

    // The numbers in the texts of the articles: the last one that was sent, and the last one that was acknowledged.
    private readonly ConcurrentDictionary<string, int> sent = new(), acknowledged = new();
    private int number, writes, lost;

    public static async Task<int> RunAsync(int count)
    {
        var folder = Directory.CreateTempSubdirectory("articleapi-kills-").FullName;
        try
        {
            return await new KillsCommand().RunAsync(count, Path.Combine(folder, "articles.db"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<int> RunAsync(int count, string database)
    {
        var random = new Random(20221204);
        for (var i = 1; i <= count + 1; i++)
        {
            using (var server = await StressCommand.StartAsync(database))
            {
                using var http = new HttpClient { BaseAddress = server.Address };
                http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", StressCommand.Key);
                await VerifyAsync(http, i - 1);
                if (i > count)
                {
                    break;
                }

                var writing = Enumerable.Range(0, Writers).Select(writer => WriteAsync(http, writer)).ToList();
                await Task.Delay(random.Next(LongestMilliseconds));
                server.Kill();
                await Task.WhenAll(writing);
            }

            if (i % CheckEvery == 0)
            {
                Check(database, i);
            }
        }

        Check(database, count);
        Console.WriteLine($"{count} kills, {writes} acknowledged writes, {lost} lost");
        return lost == 0 ? 0 : 1;
    }

    private async Task WriteAsync(HttpClient http, int writer)
    {
        for (var i = 0; ; i++)
        {
            var slug = $"article-{writer}-{i % ArticlesOfWriter}";
            var text = Interlocked.Increment(ref number);
            var exists = sent.ContainsKey(slug);
            using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/articles/{slug}")
            {
                Content = new StringContent(
                    $$"""{ "title": "Number {{text}}", "sections": [ { "paragraphs": [ { "text": "Zinc helps {{text}} times." } ] } ] }""",
                    new MediaTypeHeaderValue("application/json")),
            };
            request.Headers.TryAddWithoutValidation(exists ? "If-Match" : "If-None-Match", "*");
            try
            {
                sent[slug] = text;
                using var response = await http.SendAsync(request);
                if (response.IsSuccessStatusCode)
                {
                    acknowledged[slug] = text;
                    Interlocked.Increment(ref writes);
                }
                else if (exists && response.StatusCode == HttpStatusCode.PreconditionFailed)
                {
                    sent.TryRemove(slug, out _); // What was sent when the service was killed was not stored.
                }
            }
            catch (HttpRequestException)
            {
                return; // It is dead.
            }
        }
    }

    // What was sent when the service was killed may be stored or not; what was acknowledged is, or something later.
    private async Task VerifyAsync(HttpClient http, int kill)
    {
        foreach (var (slug, least) in acknowledged)
        {
            using var response = await http.GetAsync(new Uri($"/api/v1/articles/{slug}/claims", UriKind.Relative));
            var claims = response.IsSuccessStatusCode ? JsonNode.Parse(await response.Content.ReadAsStringAsync())!["data"]!.AsArray() : [];
            var text = claims.Count == 1 ? (string)claims[0]!["text"]! : "";
            var stored = text.Length == 0 ? 0 : int.Parse(text.Split(' ')[2], CultureInfo.InvariantCulture);
            if (stored < least || stored > sent.GetValueOrDefault(slug, stored))
            {
                lost++;
                Console.WriteLine($"after kill {kill}: {slug} has {stored}; {least} was acknowledged");
            }

            sent[slug] = acknowledged[slug] = stored;
        }
    }

    private static void Check(string database, int kill)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "pragma integrity_check";
        Console.WriteLine($"kill {kill}: integrity_check says {command.ExecuteScalar()}");
    }
}
