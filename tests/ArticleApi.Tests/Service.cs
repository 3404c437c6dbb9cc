using System.Net;
using ArticleApi.Documents.Model;
using ArticleApi.Http.Caching;
using ArticleApi.Http.Limits;
using ArticleApi.Http.Requests;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace ArticleApi.Tests;

/// <summary>
/// The real service on a port of its own, with a SQLite file of its own that holds the vocabulary and the bundled article. Every response
/// is checked against the OpenAPI document.
/// </summary>
public class Service : IDisposable
{
    /// <summary>The time of the service's clock at its start, so that responses are the same in each run.</summary>
    public static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The key that may write.</summary>
    public const string Key = "a key for the tests";

    private readonly TemporaryFolder folder = new();
    private readonly Factory factory;

    public Service()
        : this(waitsForStore: true)
    {
    }

    /// <param name="waitsForStore">Whether the store is up to date before the first request.</param>
    protected Service(bool waitsForStore)
    {
        factory = new(this);
        factory.UseKestrel(); // Its port is set below: the factory would set it while the program may be starting already.
        factory.StartServer();
        if (waitsForStore)
        {
            Task.Run(() => StoreIsReady.WaitAsync(TimeSpan.FromMinutes(1))).GetAwaiter().GetResult();
        }

        Address = factory.ClientOptions.BaseAddress;
        Client = new HttpClient(new CheckedHandler(new SocketsHttpHandler { AllowAutoRedirect = false })) { BaseAddress = Address };
    }

    public Uri Address { get; }

    /// <summary>Sends requests as they are; <see cref="GetAsync"/> is the short way.</summary>
    public HttpClient Client { get; }

    public string DatabasePath => folder.File("articles.db");

    internal Database Database => factory.Services.GetRequiredService<Database>();

    /// <summary>Is completed when the store is up to date.</summary>
    public Task StoreIsReady => factory.Services.GetRequiredService<StartGate>().Opened;

    internal ResponseCache Cache => factory.Services.GetRequiredService<ResponseCache>();

    internal IServiceProvider Services => factory.Services;

    internal RequestSlots Slots => factory.Services.GetRequiredService<RequestSlots>();

    internal IEnumerable<RouteEndpoint> Endpoints =>
        factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    internal MovableClock Clock { get; } = new(Now);

    public async Task<ApiResponse> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await SendAsync(request);
    }

    public async Task<ApiResponse> SendAsync(HttpRequestMessage request)
    {
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await ApiResponse.ReadAsync(response, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a write with the key, unless the headers have another.</summary>
    public async Task<ApiResponse> WriteAsync(
        HttpMethod method, string path, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        foreach (var (name, value) in headers.Any(header => header.Name == "Authorization")
            ? headers
            : [("Authorization", $"Bearer {Key}"), .. headers])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await SendAsync(request);
    }

    /// <summary>PUTs a JSON document.</summary>
    public Task<ApiResponse> PutAsync(string path, string json, params (string Name, string Value)[] headers) =>
        WriteAsync(HttpMethod.Put, path, Body(json, "application/json"), headers);

    /// <summary>PATCHes with a merge patch.</summary>
    public Task<ApiResponse> PatchAsync(string path, string json, params (string Name, string Value)[] headers) =>
        WriteAsync(HttpMethod.Patch, path, Body(json, "application/merge-patch+json"), headers);

    public Task<ApiResponse> DeleteAsync(string path, params (string Name, string Value)[] headers) =>
        WriteAsync(HttpMethod.Delete, path, null, headers);

    /// <summary>Imports a raw article.</summary>
    public Task<ApiResponse> ImportAsync(
        string text, string query = "", string type = "text/plain", params (string Name, string Value)[] headers) =>
        WriteAsync(HttpMethod.Post, $"/api/v1/imports{query}", Body(text, type), headers);

    public static HttpContent Body(string text, string type)
    {
        var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(text));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    /// <summary>GETs what must be there.</summary>
    public async Task<ApiResponse> OkAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.True(answer.Status == HttpStatusCode.OK, $"{path}: {(int)answer.Status} {answer.Text}");
        return answer;
    }

    /// <summary>Stores an article in place of any other of its slug.</summary>
    public async Task<long> StoreAsync(Article article) => (await Database.WriteAsync(
        (write, cancel) => ArticleStore.PutAsync(write, article, cancel), TestContext.Current.CancellationToken)).Stored.Revision;

    public void Dispose()
    {
        Client.Dispose();
        factory.Dispose();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Whether the key is configured.</summary>
    protected virtual bool MayWrite => true;

    /// <summary>Whether the service starts on a copy of a prepared database; else it makes a new one itself, as at a first start.</summary>
    protected virtual bool HasPreparedDatabase => true;

    /// <summary>What a derived service sets differently.</summary>
    protected virtual void Configure(IWebHostBuilder builder)
    {
    }

    private sealed class Factory(Service service) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            if (service.HasPreparedDatabase)
            {
                File.WriteAllBytes(service.DatabasePath, PreparedDatabase.Bytes);
            }

            builder.UseUrls("http://127.0.0.1:0");
            builder.UseSetting("ConnectionStrings:Articles", $"Data Source={service.DatabasePath}");
            if (service.MayWrite)
            {
                builder.UseSetting("ApiKeys:0", Key);
            }

            builder.ConfigureLogging(logging => logging.ClearProviders());
            builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(service.Clock)));
            service.Configure(builder);
        }
    }
}
