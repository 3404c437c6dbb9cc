using System.CommandLine;

namespace ArticleApi.Commands;

/// <summary><c>health</c>: asks a running service whether it is ready, so that a container needs no other program for it.</summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static Command Create(CommandContext context)
    {
        var url = new Option<Uri>("--url")
        {
            Description =
                "The address of the service; by default what ASPNETCORE_URLS or ASPNETCORE_HTTP_PORTS names, else http://localhost:5080.",
            DefaultValueFactory = _ => DefaultUrl(),
            CustomParser = argument =>
            {
                if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var given) && given.Scheme is "http" or "https")
                {
                    return given;
                }

                argument.AddError($"'{argument.Tokens[0].Value}' is no address; expected one like {ArticleApiHost.DefaultUrl}.");
                return null!;
            },
        };
        var command = new Command("health", "Asks a running service whether it is ready; exit code 0 if so, else 1.") { url };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetRequiredValue(url), context, cancel));
        return command;
    }

    private static async Task<int> RunAsync(Uri url, CommandContext context, CancellationToken cancel)
    {
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var response = await client.GetAsync(new Uri(url, "/health/ready"), cancel);
            await context.Output.WriteLineAsync((await response.Content.ReadAsStringAsync(cancel)).AsMemory(), cancel);
            return response.IsSuccessStatusCode ? CommandLine.Success : CommandLine.Failure;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            await context.Error.WriteLineAsync($"{url} does not answer: {e.Message}");
            return CommandLine.Failure;
        }
    }

    // A service that listens on all addresses is asked on this machine.
    private static Uri DefaultUrl()
    {
        var url = First("ASPNETCORE_URLS") ?? (First("ASPNETCORE_HTTP_PORTS") is { } port ? $"http://+:{port}" : ArticleApiHost.DefaultUrl);
        return new(ListenAddress.OnThisMachine(url));
    }

    private static string? First(string variable) =>
        Environment.GetEnvironmentVariable(variable)?.Split(';', StringSplitOptions.RemoveEmptyEntries) is [var first, ..] ? first : null;
}
