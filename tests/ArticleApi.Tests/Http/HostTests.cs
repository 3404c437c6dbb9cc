using System.Net;
using ArticleApi.Http.Requests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace ArticleApi.Tests.Http;

/// <summary>Under which addresses the service is asked, and which stand in its responses.</summary>
public sealed class HostTests(Service service) : IClassFixture<Service>
{
    private const string Article = "/api/v1/articles/ketamine-and-anorexia", JsonLd = $"{Article}?format=jsonld",
        Next = "/api/v1/topics?limit=1";

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("93.184.216.34")]
    public async Task A_host_that_nobody_checked_stands_in_no_response(string host)
    {
        foreach (var path in (string[])[JsonLd, "/api/v1/claims?topic=zinc&format=jsonld", Next, "/openapi/v1.json", "/"])
        {
            var answer = await service.GetAsync(path, ("Host", host));
            Assert.DoesNotContain(host, $"{answer.Text} {string.Join(' ', answer.Headers)}", StringComparison.Ordinal);
        }

        var document = (await service.GetAsync(JsonLd, ("Host", host))).Json;
        Assert.Equal(Article, (string)document["@id"]!);
    }

    [Theory]
    [InlineData("localhost:1")]
    [InlineData("127.0.0.1:80")]
    [InlineData("[::1]:8080")]
    public async Task A_name_of_this_machine_is_believed_and_each_is_kept_for_itself(string host)
    {
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal($"http://{host}{Article}", (string)(await service.GetAsync(JsonLd, ("Host", host))).Json["@id"]!);
        }
    }

    [Fact]
    public async Task Allowed_hosts_are_believed_and_others_are_refused()
    {
        using var own = new Configured(("AllowedHosts", "one.example; *.two.example"), ("Cache:MaxBytes", "1000000"));
        for (var i = 0; i < 2; i++)
        {
            foreach (var host in new[] { "one.example", "ONE.example:8080", "a.two.example" })
            {
                var answer = await own.GetAsync(JsonLd, ("Host", host));
                Assert.Equal($"http://{host}{Article}", (string)answer.Json["@id"]!);
            }

            foreach (var host in new[] { "evil.example", "two.example", "one.example.evil", "localhost" })
            {
                var refused = (await own.GetAsync(JsonLd, ("Host", host), ("Origin", "https://reader.example")))
                    .IsProblem(HttpStatusCode.BadRequest, "unknown-host");
                Assert.Equal(("nosniff", "*"), (refused.Header("X-Content-Type-Options"), refused.Header("Access-Control-Allow-Origin")));
            }
        }

        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync("/health/ready", ("Host", "10.1.2.3:8080"))).Status);
    }

    [Fact]
    public async Task The_public_address_stands_in_every_address()
    {
        using var own = new Configured(("PublicUrl", "https://articles.example.org/x/"));
        const string Public = "https://articles.example.org/x";
        foreach (var host in new[] { "evil.example", "localhost" })
        {
            Assert.Equal(Public + Article, (string)(await own.GetAsync(JsonLd, ("Host", host))).Json["@id"]!);
            var (list, article) = (await own.GetAsync(Next, ("Host", host)), await own.GetAsync(Article, ("Host", host)));
            Assert.StartsWith($"<{Public}{Next}&cursor=", list.Header("Link"), StringComparison.Ordinal);
            Assert.Contains($"<{Public}{Article}?format=", article.Header("Link"), StringComparison.Ordinal);
        }

        Assert.Equal($"{Public}/api/v1/topics/zinc", (await own.GetAsync("/api/v1/topics/Zn2+")).Header("Content-Location"));
        var created = await own.PutAsync("/api/v1/topics/creatine", """{ "name": "creatine" }""");
        Assert.Equal($"{Public}/api/v1/topics/creatine", created.Header("Location"));
        Assert.Equal(Public, (string)(await own.GetAsync("/openapi/v1.json")).Json["servers"]![0]!["url"]!);
    }

    [Fact]
    public async Task Forwarded_headers_are_believed_from_configured_proxies_alone()
    {
        (string, string)[] forwarded = [("Host", "localhost"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.example")];
        Assert.Equal($"http://localhost{Article}", (string)(await service.GetAsync(JsonLd, forwarded)).Json["@id"]!);
        using var behind = new Configured(("Proxies:0", "127.0.0.0/8"));
        Assert.Equal($"https://localhost{Article}", (string)(await behind.GetAsync(JsonLd, forwarded)).Json["@id"]!);
        using var other = new Configured(("Proxies:0", "10.0.0.1"));
        Assert.Equal($"http://localhost{Article}", (string)(await other.GetAsync(JsonLd, forwarded)).Json["@id"]!);
    }

    [Theory]
    [InlineData("PublicUrl", "articles.example.org")]
    [InlineData("PublicUrl", "ftp://articles.example.org")]
    [InlineData("PublicUrl", "https://articles.example.org?a=b")]
    [InlineData("Proxies:0", "proxy.example")]
    [InlineData("Proxies:0", "10.0.0.0/33")]
    public void A_setting_that_cannot_be_is_refused(string name, string value)
    {
        var error = Assert.Throws<SettingException>(() => HostSettings.From(
            new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(name, (string?)value)]).Build()));
        Assert.Contains(SettingNames.InEnvironment(name), error.Message, StringComparison.Ordinal);
    }

    private sealed class Configured(params (string Name, string Value)[] settings) : Service
    {
        protected override void Configure(IWebHostBuilder builder)
        {
            foreach (var (name, value) in settings)
            {
                builder.UseSetting(name, value);
            }
        }
    }
}
