using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace ArticleApi.Benchmarks.Load;

/// <summary>
/// What the service is compared with: Kestrel alone, sending the same bytes from memory, with the headers that a client needs.
/// </summary>
internal static class BareKestrel
{
    /// <summary>Serves the responses that another server gives to paths.</summary>
    /// <param name="original">The address of that server.</param>
    /// <param name="list">A file with a path a line.</param>
    public static async Task<int> ServeAsync(Uri original, string list)
    {
        using var http = new HttpClient { BaseAddress = original };
        var responses = new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["/"] = [] };
        foreach (var path in await File.ReadAllLinesAsync(list))
        {
            responses[path] = await http.GetByteArrayAsync(path);
        }

        var app = WebApplication.CreateEmptyBuilder(new());
        app.WebHost.UseKestrelCore();
        await using var built = app.Build();
        built.Urls.Add(Environment.GetEnvironmentVariable("ASPNETCORE_URLS")!);
        built.Run(async context =>
        {
            var body = responses[context.Request.Path.Value + context.Request.QueryString.Value];
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body);
        });
        await built.RunAsync();
        return 0;
    }
}
