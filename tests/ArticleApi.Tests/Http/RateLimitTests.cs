using System.Globalization;
using System.Net;
using ArticleApi.Http.Rates;
using Microsoft.AspNetCore.Hosting;

namespace ArticleApi.Tests.Http;

/// <summary>Rates by address and by key. Addresses come as a proxy forwards them, since callers on this machine are not counted.</summary>
public sealed class RateLimitTests
{
    private const string Path = "/api/v1/topics?limit=1", One = "203.0.113.1", Other = "203.0.113.2";

    [Fact]
    public async Task A_caller_past_the_rate_is_told_when_to_come_again_and_then_may()
    {
        using var service = new Limited();
        for (var left = 2; left >= 0; left--)
        {
            var answer = await service.FromAsync(One);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Equal("\"address\";q=3;w=30", answer.Header("RateLimit-Policy"));
            Assert.Equal($"\"address\";r={left};t={10 * (3 - left)}", answer.Header("RateLimit"));
            Assert.Null(answer.Header("Retry-After"));
        }

        service.Clock.Advance(TimeSpan.FromSeconds(2.5));
        var refused = (await service.FromAsync(One)).IsProblem(HttpStatusCode.TooManyRequests, "rate-limited");
        Assert.Equal(("8", "\"address\";r=0;t=28"), (refused.Header("Retry-After"), refused.Header("RateLimit")));
        Assert.Equal(("nosniff", "no-store"), (refused.Header("X-Content-Type-Options"), refused.Header("Cache-Control")));
        Assert.Equal(HttpStatusCode.OK, (await service.FromAsync(Other)).Status);

        service.Clock.Advance(TimeSpan.FromSeconds(int.Parse(refused.Header("Retry-After")!, CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.OK, (await service.FromAsync(One)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await service.FromAsync(One)).Status);
    }

    [Fact]
    public async Task Kept_responses_and_304_and_problems_count_and_tell_each_caller_his_own_rate()
    {
        using var service = new Limited();
        var made = await service.FromAsync(One);
        var kept = await service.FromAsync(Other);
        Assert.Equal("\"address\";r=2;t=10", kept.Header("RateLimit"));
        var unchanged = await service.FromAsync(One, Path, ("If-None-Match", made.Header("ETag")!));
        Assert.Equal((HttpStatusCode.NotModified, "\"address\";r=1;t=20"), (unchanged.Status, unchanged.Header("RateLimit")));
        var wrong = await service.FromAsync(One, "/api/v1/topics?limit=0");
        Assert.Equal((HttpStatusCode.BadRequest, "\"address\";r=0;t=30"), (wrong.Status, wrong.Header("RateLimit")));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await service.FromAsync(One, "/nope")).Status);
        Assert.Equal("\"address\";r=1;t=20", (await service.FromAsync(Other)).Header("RateLimit"));
    }

    [Fact]
    public async Task A_key_has_a_rate_of_its_own_wherever_it_comes_from_and_a_wrong_one_has_none()
    {
        using var service = new Limited();
        var key = ("Authorization", $"Bearer {Service.Key}");
        for (var left = 2; left >= 0; left--)
        {
            var answer = await service.FromAsync(left % 2 == 0 ? One : Other, Path, key);
            Assert.Equal(("\"key\";q=3;w=15", HttpStatusCode.OK), (answer.Header("RateLimit-Policy"), answer.Status));
            Assert.StartsWith($"\"key\";r={left};", answer.Header("RateLimit"), StringComparison.Ordinal);
        }

        Assert.Equal("5", (await service.FromAsync(One, Path, key)).Header("Retry-After"));
        Assert.Equal("\"address\";r=2;t=10", (await service.FromAsync(One)).Header("RateLimit"));
        Assert.Equal("\"address\";r=1;t=20", (await service.FromAsync(One, Path, ("Authorization", "Bearer wrong"))).Header("RateLimit"));
    }

    [Fact]
    public async Task Addresses_of_one_64_bit_prefix_are_one_caller_and_mapped_ones_are_IPv4()
    {
        using var service = new Limited();
        await service.FromAsync("2001:db8:1:2::1");
        Assert.Equal("\"address\";r=1;t=20", (await service.FromAsync("2001:db8:1:2:ffff::9")).Header("RateLimit"));
        Assert.Equal("\"address\";r=2;t=10", (await service.FromAsync("2001:db8:1:3::1")).Header("RateLimit"));
        await service.FromAsync(One);
        Assert.Equal("\"address\";r=1;t=20", (await service.FromAsync($"::ffff:{One}")).Header("RateLimit"));
    }

    [Fact]
    public async Task Health_and_callers_on_this_machine_are_never_counted()
    {
        using var service = new Limited();
        for (var i = 0; i < 5; i++)
        {
            Assert.Null((await service.OkAsync(Path)).Header("RateLimit"));
            Assert.Null((await service.FromAsync(One, "/health/ready")).Header("RateLimit"));
        }

        Assert.Equal("\"address\";r=2;t=10", (await service.FromAsync(One)).Header("RateLimit"));
    }

    [Fact]
    public async Task Without_a_rate_nobody_is_counted()
    {
        using var service = new Service();
        Assert.Null((await service.OkAsync(Path)).Header("RateLimit-Policy"));
    }

    [Fact]
    public void Who_owes_nothing_is_forgotten_and_the_number_of_callers_is_bounded()
    {
        var clock = new MovableClock(Service.Now);
        var limiter = new RateLimiter<int>(new("test", 60, 2, clock.TimestampFrequency), clock, maxCallers: 100);
        for (var caller = 0; caller < 1000; caller++)
        {
            Assert.True(caller >= 102 == limiter.Take(caller).Wait > 0, $"{caller}"); // Those that are too many share one quota.
        }

        Assert.Equal(100, limiter.Count);
        clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(0, limiter.Take(5000).Wait);
        Assert.Equal(1, limiter.Count);
    }

    [Fact]
    public void Of_many_requests_at_once_as_many_pass_as_may()
    {
        var clock = new MovableClock(Service.Now);
        var limiter = new RateLimiter<string>(new("test", 60, 50, clock.TimestampFrequency), clock);
        var passed = 0;
        Parallel.For(0, 500, _ => Interlocked.Add(ref passed, limiter.Take("one").Wait == 0 ? 1 : 0));
        Assert.Equal(50, passed);
    }

    private sealed class Limited : Service
    {
        public Task<ApiResponse> FromAsync(string address, string path = Path, params (string Name, string Value)[] headers) =>
            GetAsync(path, [("X-Forwarded-For", address), .. headers]);

        protected override void Configure(IWebHostBuilder builder) => builder
            .UseSetting("Proxies:0", "127.0.0.1")
            .UseSetting("Limits:Rate:PerAddress", "6")
            .UseSetting("Limits:Rate:PerKey", "12")
            .UseSetting("Limits:Rate:Burst", "3");
    }
}
