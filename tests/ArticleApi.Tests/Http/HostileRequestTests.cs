using System.Text;
using ArticleApi.Conformance;
using Microsoft.AspNetCore.Hosting;

namespace ArticleApi.Tests.Http;

public sealed class HostileRequestTests(HostileRequestTests.Twins services) : IClassFixture<HostileRequestTests.Twins>
{
    /// <summary>The same requests as <c>hostile</c> of the benchmarks sends, on a smaller store.</summary>
    [Fact]
    [Trait("Category", "Fuzz")]
    public async Task Whatever_is_asked_the_answer_is_one_that_the_document_promises()
    {
        var names = await KnownNames.LearnAsync(services.Cached.Address, TestContext.Current.CancellationToken);
        using var run = new HostileRun(
            new(names, (int)Fuzzing.Seed, Service.Key), services.Cached.Address, services.Uncached.Address);
        for (var number = 0; number < Fuzzing.Count(600); number++)
        {
            var fault = await run.CheckAsync(number, TestContext.Current.CancellationToken);
            Assert.True(fault is null, $"seed {Fuzzing.Seed}, {fault}");
        }

        Assert.True(run.Comparisons > 0);
        Assert.Subset(run.Statuses.Keys.ToHashSet(), new HashSet<int> { 200, 400, 404, 406, 422 });
    }

    [Theory]
    [InlineData("ffffffffffffffff1")]
    [InlineData("ffffffffffffffff")]
    [InlineData("80000000")]
    [InlineData("-1")]
    [InlineData("zinc")]
    public async Task A_chunk_without_a_size_is_refused(string size)
    {
        using var connection = await RawConnection.OpenAsync(services.Cached.Address, TestContext.Current.CancellationToken);
        await connection.SendAsync(
            Encoding.ASCII.GetBytes(
                "PUT /api/v1/articles/zinc HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
                + $"Authorization: Bearer {Service.Key}\r\n\r\n{size}\r\n{{}}\r\n0\r\n\r\n"),
            TestContext.Current.CancellationToken);
        var response = await connection.ReadAsync(toHead: false, TestContext.Current.CancellationToken);
        Assert.True(response?.Status is 400 or 413, $"{response?.Status} {response?.Text}");
    }

    [Fact]
    public async Task An_empty_Accept_says_as_little_as_none()
    {
        foreach (var service in new[] { services.Uncached, services.Cached, services.Cached })
        {
            using var connection = await RawConnection.OpenAsync(service.Address, TestContext.Current.CancellationToken);
            await connection.SendAsync(
                new HostileRequest("GET", "/api/v1/topics", [("Accept", "")], null).ToBytes(), TestContext.Current.CancellationToken);
            Assert.Equal(200, (await connection.ReadAsync(toHead: false, TestContext.Current.CancellationToken))?.Status);
        }
    }

    /// <summary>Two services on one database: one keeps responses, the other does not.</summary>
    public sealed class Twins : IDisposable
    {
        public Twins()
        {
            Cached = new();
            Uncached = new Forgetful(Cached.DatabasePath);
        }

        public Service Cached { get; }

        public Service Uncached { get; }

        public void Dispose()
        {
            Uncached.Dispose();
            Cached.Dispose();
        }
    }

    private sealed class Forgetful(string database) : Service
    {
        protected override bool HasPreparedDatabase => false;

        protected override void Configure(IWebHostBuilder builder) => builder
            .UseSetting("Cache:MaxBytes", "0")
            .UseSetting("ConnectionStrings:Articles", $"Data Source={database}");
    }
}
