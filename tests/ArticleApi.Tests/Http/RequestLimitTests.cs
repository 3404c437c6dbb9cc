using System.Net;
using System.Net.Sockets;
using System.Text;
using ArticleApi.Http.Queries;
using CsCheck;

namespace ArticleApi.Tests.Http;

public sealed class RequestLimitTests(Service service) : IClassFixture<Service>
{
    private const int MaxRequestLine = 64 * 1024;

    private static readonly Gen<string>[] Names = Constants(
        "limit", "cursor", "count", "topic", "topic_all", "topic_not", "article", "section", "reference", "cited", "certainty", "review",
        "published_from", "published_until", "doi", "author", "year", "category");

    private static readonly Gen<string>[] Values = Constants(
        "zinc", "5-HT", "2022-12-04", "0000-00-00", "9999-12-31", "true", "hedged", "rejected", "exact", "1", "100", "2147483648", "-0",
        "%2B7", "10.1002/syn.22253", "ketamine-and-anorexia", "%00", "%F0%9F%A7%A0", "%ED%A0%80", "'%20or%201=1--");

    private static readonly string[] Paths =
    [
        "topics/{0}", "topics/{0}/claims", "articles/{0}", "articles/ketamine-and-anorexia/sections/{0}",
        "articles/ketamine-and-anorexia/references/{0}", "claims/{0}", "references/{0}",
    ];

    [Fact]
    public async Task A_request_line_of_64_KiB_is_read()
    {
        var text = new string('x', MaxRequestLine - "GET /api/v1/articles?category= HTTP/1.1\r\n".Length);
        (await service.GetAsync($"/api/v1/articles?category={text}")).HasErrors(("category", "too-long", null));
    }

    [Fact]
    public async Task The_length_of_a_text_is_measured_in_code_points()
    {
        var brains = string.Concat(Enumerable.Repeat("%F0%9F%A7%A0", QueryRules.MaxTextLength));
        await service.OkAsync($"/api/v1/articles?category={brains}");
        (await service.GetAsync($"/api/v1/articles?category={brains}a")).HasErrors(("category", "too-long", null));
    }

    [Fact]
    public async Task All_errors_are_counted_and_the_first_100_are_listed()
    {
        var answer = await service.GetAsync($"/api/v1/articles?{string.Join('&', Enumerable.Range(0, 1000).Select(n => $"unknown{n}=1"))}");
        Assert.Equal(100, answer.IsProblem(HttpStatusCode.BadRequest, "unknown-parameter").Json["errors"]!.AsArray().Count);
        Assert.EndsWith("There are 980 more.", (string)answer.Json["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_longer_request_line_is_refused_by_the_server() => Assert.Equal(
        HttpStatusCode.RequestUriTooLong, (await service.GetAsync($"/api/v1/articles?category={new string('x', MaxRequestLine)}")).Status);

    [Theory]
    [InlineData("GET /api/v1/topics/%00 HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET /api/v1/topics/\0 HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET /api/v1/topics HTTP/1.1\r\n\r\n")]
    [InlineData("nonsense\r\n\r\n")]
    public async Task A_malformed_request_is_refused(string request) =>
        Assert.StartsWith("HTTP/1.1 400 ", await SendRawAsync(request), StringComparison.Ordinal);

    [Fact]
    public async Task Too_many_headers_are_refused() => Assert.StartsWith(
        "HTTP/1.1 431 ",
        await SendRawAsync($"GET /api/v1/topics HTTP/1.1\r\nHost: x\r\nX-Long: {new string('x', 40_000)}\r\n\r\n"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(500, HttpStatusCode.OK)]
    [InlineData(501, HttpStatusCode.BadRequest)]
    public async Task A_text_has_at_most_500_characters(int length, HttpStatusCode status)
    {
        Assert.Equal(status, (await service.GetAsync($"/api/v1/articles?category={new string('x', length)}")).Status);
        Assert.Equal(status, (await service.GetAsync($"/api/v1/references?author={new string('x', length)}")).Status);
        Assert.Equal(status, (await service.GetAsync($"/api/v1/claims?section={new string('x', length)}")).Status);
    }

    [Theory]
    [InlineData("/api/v1/claims")]
    [InlineData("/api/v1/articles")]
    [InlineData("/api/v1/references")]
    [InlineData("/api/v1/topics/zinc/claims")]
    public async Task No_query_makes_the_service_fail(string path)
    {
        var text = Gen.OneOf(
            Gen.String[Gen.Char, 0, 12].Select(Uri.EscapeDataString),
            Gen.Byte.Array[0, 12].Select(bytes => string.Concat(bytes.Select(b => $"%{b:X2}"))),
            Gen.String[Gen.Char["%&=+;?/#[]{}'\"<>\\|^`-_*.0123456789abcxyz"], 0, 12].Select(
                s => s.Replace("#", "%23", StringComparison.Ordinal).Replace(' ', '+')),
            Gen.OneOf(Values));
        var parameter = Gen.Select(Gen.OneOf(Gen.OneOf(Names), text), text, (name, value) => $"{name}={value}");
        var seen = new HashSet<HttpStatusCode>();
        await parameter.Array[0, 5].Select(parameters => string.Join('&', parameters)).ForEachAsync(500, async query =>
        {
            var answer = await GetAsWrittenAsync($"{path}?{query}");
            seen.Add(answer.Status);
            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{(int)answer.Status}");
        });
        Assert.Equal(2, seen.Count);
    }

    [Fact]
    public async Task No_name_in_a_path_makes_the_service_fail() =>
        await Gen.Byte.Array[1, 12].Select(bytes => string.Concat(bytes.Select(b => b == 0 ? "%01" : $"%{b:X2}")))
            .ForEachAsync(100, async name =>
            {
                foreach (var path in Paths)
                {
                    var answer = await GetAsWrittenAsync($"/api/v1/{path.Replace("{0}", name, StringComparison.Ordinal)}");
                    Assert.True((int)answer.Status < 500, $"{path}: {(int)answer.Status}");
                }
            });

    private static Gen<string>[] Constants(params string[] values) => [.. values.Select(Gen.Const)];

    /// <summary>Sends an address without putting it right first.</summary>
    private async Task<ApiResponse> GetAsWrittenAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(
            service.Address.GetLeftPart(UriPartial.Authority) + address,
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        return await service.SendAsync(request);
    }

    /// <summary>What the service answers to bytes that no HTTP client would send.</summary>
    private async Task<string> SendRawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(service.Address.Host, service.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
    }
}
