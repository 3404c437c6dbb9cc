using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ArticleApi.Tests.Readmes;

/// <summary>
/// Runs the commands of examples in a folder of its own. <c>curl</c> asks the service of the test wherever an example says
/// <c>http://localhost:5080</c>; the verbs of the program run as a process on the same database. Of <c>jq</c>, <c>cat</c>, <c>tail</c>,
/// <c>sed</c> and <c>sha256sum</c> it knows what the examples use. Commands that build, test or measure, <c>docker</c> and <c>npm</c> are
/// not run: it checks that what they name is there. It refuses every other command.
/// </summary>
internal sealed partial class ExampleShell(Service service) : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, string> variables = [];

    /// <summary>The statuses of the last command's responses.</summary>
    public List<int> Statuses { get; } = [];

    public void Dispose() => folder.Dispose();

    /// <summary>What a command prints.</summary>
    /// <param name="line">The command.</param>
    /// <param name="input">Its standard input.</param>
    /// <exception cref="FormatException">It has something that the examples may not use.</exception>
    public async Task<string> RunAsync(string line, string input = "")
    {
        Statuses.Clear();
        return await RunPipelineAsync(line, input);
    }

    private async Task<string> RunPipelineAsync(string line, string input)
    {
        foreach (var stage in ShellParser.Parse(line))
        {
            var words = new List<string>();
            foreach (var word in stage.Words)
            {
                words.Add(await ExpandAsync(word));
            }

            var assignments = words.TakeWhile(IsAssignment).ToList();
            input = await RunStageAsync(assignments, [.. words.Skip(assignments.Count)], input);
            if (stage.Output is { } output)
            {
                await File.WriteAllTextAsync(folder.File(await ExpandAsync(output)), input, TestContext.Current.CancellationToken);
                input = "";
            }
        }

        return input;
    }

    private static bool IsAssignment(string word) => Assignment().IsMatch(word);

    private async Task<string> ExpandAsync(ShellWord word)
    {
        var text = new StringBuilder();
        foreach (var (kind, part) in word.Parts)
        {
            text.Append(kind switch
            {
                ShellPart.Text => part,
                ShellPart.Variable => variables[part],
                _ => (await RunPipelineAsync(part, "")).TrimEnd('\n'),
            });
        }

        return text.ToString();
    }

    private async Task<string> RunStageAsync(List<string> assignments, string[] words, string input)
    {
        switch (words)
        {
            case []:
                foreach (var assignment in assignments)
                {
                    variables[assignment[..assignment.IndexOf('=')]] = assignment[(assignment.IndexOf('=') + 1)..];
                }

                return "";
            case ["curl", .. var options]:
                return await CurlAsync(CurlOptions.Parse(options, Read));
            case ["jq", .. var options]:
                return Jq(options, input);
            case ["cat"]:
                return input;
            case ["cat", var file]:
                return Read(file);
            case ["tail", "-n", "1", var file]:
                return Read(file).TrimEnd('\n').Split('\n')[^1] + "\n";
            case ["sed", "$d", var file]:
                var text = Read(file);
                return text[..(text.TrimEnd('\n').LastIndexOf('\n') + 1)];
            case ["sha256sum"]:
                return $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(input)))}  -\n";
            case ["dotnet", "run", "--project", "src/ArticleApi", "--", .. var arguments]:
                return await RunProgramAsync(arguments);
            default:
                UnrunCommand.Check(words);
                return "";
        }
    }

    private async Task<string> CurlAsync(CurlOptions curl)
    {
        using var request = curl.ToRequest(service.Address);
        using var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Statuses.Add((int)response.StatusCode);
        if (curl.TagFile is not null)
        {
            await File.WriteAllTextAsync(folder.File(curl.TagFile), $"{response.Headers.ETag}\n", TestContext.Current.CancellationToken);
        }

        if (curl.OutputFile is not null)
        {
            await File.WriteAllTextAsync(folder.File(curl.OutputFile), body, TestContext.Current.CancellationToken);
            body = "";
        }

        return body + curl.Written((int)response.StatusCode);
    }

    private string Jq(string[] options, string input)
    {
        var plain = options.Where(option => !option.StartsWith('-')).ToList();
        if (options.Except(plain).Except(["-c", "-r"]).FirstOrDefault() is { } unknown)
        {
            throw new FormatException($"The examples may not use this option of jq: {unknown}");
        }

        return JqFilter.Run(
            plain is [var filter, ..] ? filter : ".",
            plain is [_, var file] ? Read(file) : input,
            options.Contains("-c"),
            options.Contains("-r"));
    }

    private async Task<string> RunProgramAsync(string[] arguments)
    {
        var run = await ProgramRun.OfAsync(folder, arguments, ("ConnectionStrings__Articles", $"Data Source={service.DatabasePath}"));
        Assert.True(run.ExitCode == 0, $"{string.Join(' ', arguments)} ended with {run.ExitCode}: {run.Error}");
        return run.Output;
    }

    private string Read(string file) => File.ReadAllText(folder.File(file));

    [GeneratedRegex(@"^[A-Za-z_]\w*=")]
    private static partial Regex Assignment();
}
