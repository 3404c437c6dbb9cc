using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ArticleApi.Tests.SupplyChain;

/// <summary>The program in a mount namespace of its own, in which all but the folder of the database is read-only.</summary>
public sealed class ReadOnlyRootTests : IDisposable
{
    private const string ReadOnly =
        "mount --make-rprivate / && mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro / "
        + "&& ! touch \"$1\" 2>/dev/null && cd \"$0\" && ";

    private readonly TemporaryFolder folder = new();
    private readonly TemporaryFolder other = new();

    [Fact]
    public async Task The_service_needs_to_write_into_the_folder_of_its_database_alone()
    {
        using (var attempt = Start("true"))
        {
            await attempt.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.SkipUnless(
                attempt.ExitCode == 0,
                $"There is no read-only mount here: {await attempt.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}");
        }

        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        using var service = Start($"exec dotnet \"$2\" --urls {address}");
        try
        {
            using var client = new HttpClient { BaseAddress = address };
            Assert.Equal(HttpStatusCode.OK, await AnswerAsync(client, service));
            using var import = new HttpRequestMessage(HttpMethod.Post, "/api/v1/imports")
            {
                Content = Service.Body("Zinc and Taste\n\nZinc helps taste.", "text/plain"),
                Headers = { { "Authorization", $"Bearer {Service.Key}" } },
            };
            using var stored = await client.SendAsync(import, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Created, stored.StatusCode);

            // A facet with an order that no index has: SQLite sorts in memory, not in a file.
            using var facets = await client.GetAsync(
                "/api/v1/claims?q=zinc&facet=topic&sort=published&count=exact", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, facets.StatusCode);
            Assert.All(
                Directory.EnumerateFiles(folder.Path),
                file => Assert.StartsWith("articles.db", Path.GetFileName(file), StringComparison.Ordinal));
        }
        finally
        {
            service.Kill(entireProcessTree: true);
            await service.WaitForExitAsync(CancellationToken.None);
        }
    }

    public void Dispose()
    {
        folder.Dispose();
        other.Dispose();
    }

    private Process Start(string command)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Mount namespaces are Linux's.");
        return Process.Start(new ProcessStartInfo(
            "unshare",
            [
                "--map-root-user", "--mount", "sh", "-c", ReadOnly + command,
                folder.Path, other.File("written"), Path.Combine(AppContext.BaseDirectory, "ArticleApi.dll"),
            ])
        {
            Environment =
            {
                ["ConnectionStrings__Articles"] = $"Data Source={folder.File("articles.db")}",
                ["ApiKeys__0"] = Service.Key,
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
    }

    private static async Task<HttpStatusCode> AnswerAsync(HttpClient client, Process service)
    {
        while (true)
        {
            try
            {
                using var response = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
                return response.StatusCode;
            }
            catch (HttpRequestException)
            {
                Assert.False(service.HasExited, "The service has ended.");
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
