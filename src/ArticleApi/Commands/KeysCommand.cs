using System.Buffers.Text;
using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using ArticleApi.Security;

namespace ArticleApi.Commands;

/// <summary><c>keys new NAME</c>: makes a key and prints it once, with its settings. Writes nothing.</summary>
internal static class KeysCommand
{
    private const int Bytes = 32;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Create(CommandContext context)
    {
        var name = new Argument<string>("NAME") { Description = "Whose key it is, such as newsroom. The log and the audit have it." };
        name.Validators.Add(given =>
        {
            if (!KeySettings.IsName(given.Tokens[0].Value))
            {
                given.AddError(KeySettings.NoName(given.Tokens[0].Value));
            }
        });
        var scopes = new Option<string[]>("--scope")
        {
            Description = $"What the key may write, any of {string.Join(", ", Scopes.All)}; by default all. Repeat it for several.",
            AllowMultipleArgumentsPerToken = true,
        };
        scopes.AcceptOnlyFromAmong([.. Scopes.All]);
        var expires = new Option<DateTimeOffset?>("--expires")
        {
            Description = "When the key ends, such as 2027-01-31T12:00:00Z; by default never.",
            CustomParser = given =>
            {
                var instant = KeySettings.ReadInstant(given.Tokens[0].Value);
                if (instant is null)
                {
                    given.AddError($"'{given.Tokens[0].Value}' is no instant like 2027-01-31T12:00:00Z.");
                }

                return instant;
            },
        };
        var create = new Command("new", "Makes a key and prints it once, with its settings. Writes nothing.") { name, scopes, expires };
        create.SetAction((parsed, _) => PrintAsync(
            context.Output,
            parsed.GetRequiredValue(name),
            parsed.GetValue(scopes) is { Length: > 0 } given ? given : Scopes.All,
            parsed.GetValue(expires)));
        return new Command("keys", "Makes keys that may write over HTTP.") { create };
    }

    private static async Task<int> PrintAsync(TextWriter output, string name, IReadOnlyList<string> scopes, DateTimeOffset? expires)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        var members = new Dictionary<string, string>
        {
            [SettingNames.Hash] = KeySettings.DigestPrefix + Convert.ToHexStringLower(ApiKey.DigestOf(key)),
            [SettingNames.Scopes] = string.Join(' ', scopes.Distinct()),
        };
        if (expires is { } end)
        {
            members[SettingNames.Expires] = end.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        }

        await output.WriteLineAsync($"The key, shown this once: {key}");
        await output.WriteLineAsync();
        await output.WriteLineAsync("Its settings, for the environment:");
        await output.WriteLineAsync();
        foreach (var (member, value) in members)
        {
            await output.WriteLineAsync($"{SettingNames.InEnvironment(SettingNames.NamedKey(name, member))}={value}");
        }

        await output.WriteLineAsync();
        await output.WriteLineAsync("or for appsettings.json, where they hold without a restart:");
        await output.WriteLineAsync();
        var settings = new Dictionary<string, object> { [SettingNames.NamedKeys] = new Dictionary<string, object> { [name] = members } };
        await output.WriteLineAsync(JsonSerializer.Serialize(settings, Indented));
        return CommandLine.Success;
    }
}
