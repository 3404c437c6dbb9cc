using System.Net;
using ArticleApi.Documents.Model;
using ArticleApi.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace ArticleApi.Tests;

/// <summary>
/// The real service on a port of its own, with a SQLite file of its own that holds the vocabulary and the bundled article. Every answer is checked against the
/// OpenAPI document.
/// </summary>
public class Service : IDisposable
{
    /// <summary>When the service believes to be: answers are the same in each run.</summary>
    public static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();
    private readonly Factory factory;

    public Service()
    {
        factory = new(this);
        factory.UseKestrel(0);
        factory.StartServer();
        Address = factory.ClientOptions.BaseAddress;
        Client = new HttpClient(new ContractCheck(new SocketsHttpHandler { AllowAutoRedirect = false })) { BaseAddress = Address };
    }

    public Uri Address { get; }

    /// <summary>Sends requests as they are; <see cref="GetAsync"/> is the short way.</summary>
    public HttpClient Client { get; }

    public string DatabasePath => folder.File("articles.db");

    internal Database Database => factory.Services.GetRequiredService<Database>();

    internal IEnumerable<RouteEndpoint> Endpoints => factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    internal MovableClock Clock { get; } = new(Now);

    public async Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await SendAsync(request);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response, TestContext.Current.CancellationToken);
    }

    /// <summary>GETs what must be there.</summary>
    public async Task<Answer> OkAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.True(answer.Status == HttpStatusCode.OK, $"{path}: {(int)answer.Status} {answer.Text}");
        return answer;
    }

    /// <summary>Stores an article in place of any other of its slug.</summary>
    public async Task<long> StoreAsync(Article article) => (await Database.WriteAsync(
        (write, cancel) => ArticleStore.PutAsync(write, article, cancel), TestContext.Current.CancellationToken)).Revision;

    public void Dispose()
    {
        Client.Dispose();
        factory.Dispose();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>What a kind of service sets differently.</summary>
    protected virtual void Configure(IWebHostBuilder builder)
    {
    }

    private sealed class Factory(Service service) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("ConnectionStrings:Articles", $"Data Source={service.DatabasePath}");
            builder.ConfigureLogging(logging => logging.ClearProviders());
            builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(service.Clock)));
            service.Configure(builder);
        }
    }
}
