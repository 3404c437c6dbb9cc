using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using ArticleApi.Tests.Storage;
using Microsoft.AspNetCore.Hosting;

namespace ArticleApi.Tests.Http;

public sealed class ResponseCacheTests(Service service) : IClassFixture<Service>
{
    private const string Article = $"/api/v1/articles/{Library.Bundled}", Claims = "/api/v1/claims?limit=50";

    [Fact]
    public async Task A_write_of_this_process_is_seen_by_the_next_request()
    {
        using var own = new Service();
        for (var i = 0; i < 20; i++)
        {
            await own.StoreAsync(new AnArticle("written") { Title = $"Title {i}" });
            await SeesAsync(own, "written", $"Title {i}");
        }
    }

    [Fact]
    public async Task A_write_past_the_service_is_seen_by_the_next_request()
    {
        using var own = new Service();
        await SeesAsync(own, Library.Bundled, "Using Ketamine to Treat Anorexia");
        for (var i = 0; i < 20; i++)
        {
            Raw.Execute(
                own.DatabasePath,
                $$"""update articles set title = 'Title {{i}}';"""
                    + $$""" update article_documents set json = cast(json_set(cast(json as text), '$.title', 'Title {{i}}') as blob)""");
            await SeesAsync(own, Library.Bundled, $"Title {i}");
        }
    }

    [Fact]
    public async Task A_write_of_another_process_is_seen_by_the_next_request()
    {
        using var own = new Service();
        using var folder = new TemporaryFolder();
        await own.OkAsync("/api/v1/articles");
        await File.WriteAllTextAsync(
            folder.File("elsewhere.txt"), "Written elsewhere\n\nZinc is a metal.\n", TestContext.Current.CancellationToken);

        var run = await ProgramRun.OfAsync(
            folder, ["import", "elsewhere.txt"], ("ConnectionStrings__Articles", $"Data Source={own.DatabasePath}"));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("written-elsewhere", (await own.OkAsync("/api/v1/articles")).Values("slug"));
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("GZIP", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip, br;q=0.5", "gzip")]
    [InlineData("*", "br")]
    [InlineData("br;q=0, *;q=0.1", "gzip")]
    [InlineData("identity;q=0.5, gzip;q=0.8", "gzip")]
    [InlineData("identity, gzip;q=0.8", null)]
    [InlineData("identity", null)]
    [InlineData("deflate, zstd", null)]
    [InlineData("br;q=0", null)]
    [InlineData("*;q=0", null)]
    [InlineData("", null)]
    [InlineData(";;", null)]
    public async Task A_response_has_the_coding_that_the_client_prefers(string accepted, string? coding)
    {
        var plain = await service.OkAsync(Article);
        foreach (var _ in new[] { "made", "kept" })
        {
            var answer = await FetchAsync(service, Article, ("Accept-Encoding", accepted));
            Assert.Equal((HttpStatusCode.OK, coding), (answer.Status, answer.Headers.GetValueOrDefault("Content-Encoding")));
            Assert.Equal(coding is null ? plain.Header("ETag") : $"{plain.Header("ETag")![..^1]}-{coding}\"", answer.Headers["ETag"]);
            Assert.Equal($"{answer.Body.Length}", answer.Headers["Content-Length"]);
            Assert.Equal(plain.Text, Decoded(answer.Body, coding));
            Assert.Equal("Accept, Accept-Encoding", answer.Headers["Vary"]);
            Assert.True(coding is null || answer.Body.Length < plain.Text.Length);

            foreach (var known in new[] { answer.Headers["ETag"], $"W/{answer.Headers["ETag"]}", $"\"other\", {answer.Headers["ETag"]}" })
            {
                var unchanged = await FetchAsync(service, Article, ("Accept-Encoding", accepted), ("If-None-Match", known));
                Assert.Equal((HttpStatusCode.NotModified, 0), (unchanged.Status, unchanged.Body.Length));
                Assert.Equal(answer.Headers["ETag"], unchanged.Headers["ETag"]);
                Assert.False(unchanged.Headers.ContainsKey("Content-Encoding"));
            }
        }
    }

    [Fact]
    public async Task A_tag_of_a_coding_that_the_client_does_not_accept_does_not_match()
    {
        using var own = new Service();
        var tag = $"{(await own.OkAsync(Claims)).Header("ETag")![..^1]}-br\"";
        foreach (var (accepted, status) in new[]
        {
            ("gzip", HttpStatusCode.OK),
            ("br", HttpStatusCode.NotModified),
            ("gzip, br;q=0.1", HttpStatusCode.NotModified),
            ("identity", HttpStatusCode.OK),
        })
        {
            Assert.Equal(status, (await FetchAsync(own, Claims, ("Accept-Encoding", accepted), ("If-None-Match", tag))).Status);
        }
    }

    [Fact]
    public async Task A_small_response_is_not_compressed()
    {
        var answer = await FetchAsync(service, "/api/v1/topics/zinc", ("Accept-Encoding", "br, gzip"));
        Assert.True(answer.Body.Length < 1024);
        Assert.False(answer.Headers.ContainsKey("Content-Encoding"));
    }

    [Fact]
    public async Task The_tag_of_any_coding_names_the_revision_for_a_write()
    {
        using var own = new Service();
        foreach (var coding in new[] { "br", "gzip" })
        {
            var answer = await FetchAsync(own, Article, ("Accept-Encoding", coding));
            var document = JsonNode.Parse(Decoded(answer.Body, coding))!;
            document["title"] = $"Read as {coding}";
            Assert.EndsWith($"-{coding}\"", answer.Headers["ETag"], StringComparison.Ordinal);
            Assert.Equal(
                HttpStatusCode.OK, (await own.PutAsync(Article, document.ToJsonString(), ("If-Match", answer.Headers["ETag"]))).Status);
            Assert.Equal(
                HttpStatusCode.PreconditionFailed,
                (await own.PutAsync(Article, document.ToJsonString(), ("If-Match", answer.Headers["ETag"]))).Status);
        }
    }

    [Fact]
    public async Task The_order_of_parameters_does_not_matter_but_that_of_the_values_of_one_does()
    {
        using var own = new Service();
        var one = await own.OkAsync("/api/v1/claims?topic=serotonin&topic=zinc&limit=1");
        foreach (var same in new[]
        {
            "/api/v1/claims?limit=1&topic=serotonin&topic=zinc",
            "/api/v1/claims/?topic=serotonin&limit=1&topic=%7Ainc",
            "/api/v1/claims?&topic=serotonin&topic=zinc&limit=1",
        })
        {
            Same(one, await own.OkAsync(same));
        }

        Same(
            await own.OkAsync("/api/v1/claims?topic=serotonin&limit=1&format=jsonld"),
            await own.OkAsync("/api/v1/claims?limit=1&format=jsonld&topic=serotonin"));

        var other = await own.OkAsync("/api/v1/claims?limit=1&topic=zinc&topic=serotonin");
        Assert.NotEqual(one.Header("ETag"), other.Header("ETag"));
        Assert.Equal(["zinc", "serotonin"], other.Json["meta"]!["resolvedTopics"]!.AsArray().Select(topic => (string)topic!["asked"]!));
    }

    [Theory]
    [InlineData("", "application/json", "application/json; charset=utf-8")]
    [InlineData("", "text/csv", "text/csv")]
    [InlineData("", "text/csv;q=0.1, application/ld+json", "application/ld+json")]
    [InlineData("&format=csv", "application/json", "text/csv")]
    [InlineData("&format=csv", "application/xml", "text/csv")]
    public async Task Each_representation_is_cached_by_itself(string format, string accept, string type)
    {
        foreach (var _ in new[] { "made", "kept" })
        {
            Assert.StartsWith(
                type, (await service.GetAsync(Claims + format, ("Accept", accept))).Header("Content-Type"), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotAcceptable, (await service.GetAsync(Claims, ("Accept", "application/xml"))).Status);
        }
    }

    [Fact]
    public async Task Responses_for_browsers_are_cached_by_themselves()
    {
        foreach (var _ in new[] { "made", "kept" })
        {
            Assert.Null((await service.OkAsync(Claims)).Header("Access-Control-Allow-Origin"));
            Assert.Equal("*", (await service.GetAsync(Claims, ("Origin", "https://reader.example"))).Header("Access-Control-Allow-Origin"));
            Assert.Equal(
                "*",
                (await service.GetAsync(Claims, ("Origin", "https://reader.example"), ("If-None-Match", "*"))).Header(
                    "Access-Control-Allow-Origin"));
        }
    }

    [Fact]
    public async Task The_cache_stays_within_its_limit()
    {
        const int Bound = 300_000;
        using var own = new Bounded(Bound);
        var most = 0L;
        for (var i = 0; i < 400; i++)
        {
            var day = new DateOnly(1990, 1, 1).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            await own.OkAsync($"/api/v1/claims?published_from={day}&limit=10");
            await FetchAsync(own, $"/api/v1/claims?limit=10&published_from={day}", ("Accept-Encoding", "br"));
            most = Math.Max(most, own.Cache.Size);
        }

        Assert.InRange(most, Bound / 2, Bound);
    }

    [Fact]
    public async Task Other_keys_of_a_response_count_for_the_limit()
    {
        using var own = new Bounded(100_000);
        for (var i = 0; i < 400; i++)
        {
            await own.OkAsync($"/api/v1/topics/zinc?{new string('&', i)}");
            Assert.InRange(own.Cache.Size, 1, 100_000);
        }
    }

    [Fact]
    public async Task With_a_limit_of_0_nothing_is_cached()
    {
        using var own = new Bounded(0);
        foreach (var _ in new[] { "made", "made again" })
        {
            var answer = await FetchAsync(own, Article, ("Accept-Encoding", "br"));
            Assert.Equal((HttpStatusCode.OK, "br", 0), (answer.Status, answer.Headers["Content-Encoding"], own.Cache.Size));
            Assert.Equal((await service.OkAsync(Article)).Text, Decoded(answer.Body, "br"));
        }
    }

    [Fact]
    public async Task Problems_and_streams_are_not_cached()
    {
        using var own = new Service();
        string[] paths =
        [
            "/api/v1/claims?limit=0", "/api/v1/articles/nope", "/api/v1/nope", "/api/v1/claims?topic=nope",
            "/api/v1/changes?since=99999999999999999", "/api/v1/exports/articles", "/api/v1/exports/claims", "/api/v1/exports/topics",
            "/health/ready", "/openapi/v1.json", "/",
        ];
        foreach (var path in paths)
        {
            await FetchAsync(own, path, ("Accept-Encoding", "br"));
        }

        await own.GetAsync("/api/v1/claims", ("Accept", "application/xml"));
        Assert.Equal(0, own.Cache.Size);
    }

    /// <summary>Responses with the cache and without it are the same, header by header and byte by byte.</summary>
    [Fact]
    public async Task Clients_do_not_notice_the_cache()
    {
        using var without = new Bounded(0);
        (string Name, string Value)[][] kinds =
        [
            [], [("Origin", "https://reader.example")], [("Accept-Encoding", "gzip, br")], [("Accept-Encoding", "gzip")],
            [("If-None-Match", "*")], [("If-None-Match", "\"other\"")], [("Accept", "text/csv, */*;q=0.1")],
            [("Accept", "application/xml")],
        ];
        foreach (var path in Routes.All.Select(row => row.Data)
            .Append("/api/v1/topics/5-HT")
            .Append("/api/v1/claims?limit=1&count=exact&topic=5-HT&facet=topic"))
        {
            foreach (var kind in kinds)
            {
                foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Get })
                {
                    var expected = await FetchAsync(without, path, method, kind);
                    var answer = await FetchAsync(service, path, method, kind);
                    var said = $"{method} {path} {string.Join(", ", kind)}";
                    Assert.True(expected.Status == answer.Status, said);
                    Assert.Equal(Headers(expected), Headers(answer));
                    if ((int)answer.Status < 400)
                    {
                        Assert.True(expected.Body.AsSpan().SequenceEqual(answer.Body), said);
                    }
                }
            }
        }
    }

    private static async Task SeesAsync(Service service, string slug, string title)
    {
        foreach (var _ in new[] { "made", "kept" })
        {
            Assert.Equal(title, (string)(await service.OkAsync($"/api/v1/articles/{slug}")).Json["title"]!);
            Assert.Contains(title, (await service.OkAsync("/api/v1/articles")).Values("title"));
        }
    }

    private static void Same(ApiResponse one, ApiResponse other) => Assert.Equal(
        (one.Text, one.Header("ETag"), one.Header("Link"), one.Header("Content-Type")),
        (other.Text, other.Header("ETag"), other.Header("Link"), other.Header("Content-Type")));

    // Without what differs from one service to another: the port is in addresses of the one, not in headers.
    private static IEnumerable<string> Headers((HttpStatusCode Status, Dictionary<string, string> Headers, byte[] Body) answer) =>
        answer.Headers
            .Where(header => header.Key != "Request-Id")
            .Where(header => header.Key is not "Date" and not "Content-Length" || ((int)answer.Status < 400 && header.Key != "Date"))
            .Select(header => $"{header.Key}: {header.Value}").Order(StringComparer.Ordinal);

    private static Task<(HttpStatusCode Status, Dictionary<string, string> Headers, byte[] Body)> FetchAsync(
        Service service, string path, params (string Name, string Value)[] headers) => FetchAsync(service, path, HttpMethod.Get, headers);

    private static async Task<(HttpStatusCode Status, Dictionary<string, string> Headers, byte[] Body)> FetchAsync(
        Service service, string path, HttpMethod method, params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = service.Address };
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Host = "articles.example"; // The same for all services.
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return (
            response.StatusCode,
            response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value)),
            body);
    }

    private static string Decoded(byte[] body, string? coding)
    {
        using var bytes = new MemoryStream(body);
        using Stream stream = coding switch
        {
            "br" => new BrotliStream(bytes, CompressionMode.Decompress),
            "gzip" => new GZipStream(bytes, CompressionMode.Decompress),
            _ => bytes,
        };
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed class Bounded(long bytes) : Service
    {
        protected override void Configure(IWebHostBuilder builder) => builder.UseSetting("Cache:MaxBytes", $"{bytes}");
    }
}
