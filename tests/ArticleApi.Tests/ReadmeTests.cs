using System.Text.RegularExpressions;
using ArticleApi.Tests.Readmes;
using Microsoft.AspNetCore.Hosting;

namespace ArticleApi.Tests;

/// <summary>The READMEs are true: their examples run as printed, and what they name is there.</summary>
public sealed partial class ReadmeTests(Service unchanged) : IClassFixture<Service>
{
    private const int MaxLines = 250;

    /// <summary>Those whose examples are run, each from its beginning against a new service.</summary>
    public static TheoryData<string> WithExamples =>
        ["README.md", "openapi/README.md", "src/ArticleApi/README.md", "src/README.md", "tests/README.md"];

    public static TheoryData<string> All => [.. WithExamples.Select(row => row.Data), "db/README.md", ".github/CONTRIBUTING.md"];

    [Theory]
    [MemberData(nameof(WithExamples))]
    public async Task The_examples_run_as_printed_and_give_what_is_shown(string path)
    {
        using var service = new ServiceWithTheKeyOfTheExamples();
        using var shell = new ExampleShell(service);
        var digests = new Dictionary<string, string>();
        foreach (var command in new ReadmeFile(path).Commands)
        {
            var place = $"{path}:{command.Line}: {command.Text}";
            var output = await shell.RunAsync(command.Text, command.HereDocument ?? "");
            Assert.All(shell.Statuses, status => Assert.True(
                status < 400 || command.Shown?.Contains($"\"status\": {status}", StringComparison.Ordinal) == true,
                $"{place}\nanswered {status}"));
            if (command.Shown is not { } shown)
            {
                continue;
            }

            if (command.Text.StartsWith("dotnet ", StringComparison.Ordinal))
            {
                // A verb may print more than the example shows.
                Assert.All(shown.Split('\n'), line => Assert.Contains($"{line}\n", output, StringComparison.Ordinal));
                continue;
            }

            shown = WithDigests(shown, digests, output);
            Assert.True(Comparable(shown) == Comparable(output.TrimEnd('\n')), $"{place}\nshows\n{shown}\nand gives\n{output}");
        }
    }

    [Fact]
    public void The_first_readme_answers_four_questions()
    {
        var readme = new ReadmeFile("README.md");
        var from = readme.Lines.ToList().IndexOf("## Four questions");
        var until = readme.Lines.ToList().FindIndex(from + 1, line => line.StartsWith("## ", StringComparison.Ordinal));
        var answers = readme.Blocks.Where(block => block.Language == "console" && block.FirstLine > from && block.FirstLine < until);
        Assert.Equal(4, answers.SelectMany(ExampleCommand.Of).Count(command => command.Shown is not null));
    }

    [Fact]
    public void The_first_readme_is_short() => Assert.InRange(new ReadmeFile("README.md").Lines.Count, 1, MaxLines);

    [Theory]
    [MemberData(nameof(WithExamples))]
    public void No_example_has_a_place_to_fill_in(string path) =>
        Assert.All(
            new ReadmeFile(path).Commands,
            command => Assert.DoesNotContain("…", command.Text + command.HereDocument, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(All))]
    public void Links_lead_to_files_and_headings_that_exist(string path)
    {
        var readme = new ReadmeFile(path);
        NothingIsMissing(readme.RelativeLinks.Where(link => !RepositoryNames.Leads(link, readme)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Files_and_folders_in_backticks_exist(string path)
    {
        var readme = new ReadmeFile(path);
        NothingIsMissing(
            readme.InlineCode.Where(RepositoryNames.IsPath).Where(name => !RepositoryNames.Exists(name, Path.GetDirectoryName(path)!)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Types_in_backticks_exist(string path) =>
        NothingIsMissing(new ReadmeFile(path).InlineCode.Where(RepositoryNames.IsType).Where(name => !RepositoryNames.IsDeclared(name)));

    [Theory]
    [InlineData("Http/Caching/", true)]
    [InlineData("Storage/Sqlite/ClaimLists/ByTopic.cs", true)]
    [InlineData("Http/Caching/CachedResponse", true)]
    [InlineData("Features/<Noun>/<Noun>Endpoints.cs", true)]
    [InlineData("ListClaims.cs", true)]
    [InlineData("tests/ArticleApi.Clients/run", true)]
    [InlineData("db/seed/topics.json", true)]
    [InlineData("sqlite/0005_documents.sql", true)]
    [InlineData("/openapi/v1.json", false)]
    [InlineData("application/json", false)]
    [InlineData("GABA/glutamate", false)]
    [InlineData("articles.db", false)]
    [InlineData("PUT /topics/{slug}", false)]
    public void A_path_is_told_from_other_code(string code, bool isPath) => Assert.Equal(isPath, RepositoryNames.IsPath(code));

    [Theory]
    [InlineData("ResponseCache", true)]
    [InlineData("Response<T>", true)]
    [InlineData("IArticleImporter", true)]
    [InlineData("ListClaims.Handle", true)]
    [InlineData("Representations.Negotiate", true)]
    [InlineData("ListClaims.cs", false)]
    [InlineData("README.md", false)]
    [InlineData("ETag", false)]
    [InlineData("GET", false)]
    [InlineData("Article", false)]
    [InlineData("If-Match", false)]
    [InlineData("ConnectionStrings__Articles", false)]
    public void A_type_is_told_from_other_code(string code, bool isType) => Assert.Equal(isType, RepositoryNames.IsType(code));

    /// <summary>They are compiled and run by <c>tests/ArticleApi.Clients</c>.</summary>
    [Fact]
    public void The_code_of_a_client_is_a_part_of_what_is_compiled_and_run()
    {
        string[] sources =
        [
            "typescript/claims-about.ts",
            "csharp/Claims.cs",
            "csharp/ArticleApiClient.cs",
            "csharp/ArticleApi.Clients.csproj",
        ];
        var texts = sources.Select(source => File.ReadAllText(Path.Combine(ReadmeFile.Root, "tests/ArticleApi.Clients", source))).ToList();
        var snippets = new ReadmeFile("openapi/README.md").Blocks
            .Where(block => block.Language is "ts" or "csharp" or "xml")
            .Select(block => string.Join('\n', block.Lines))
            .ToList();
        Assert.Equal(sources.Length, snippets.Count);
        Assert.All(snippets, snippet => Assert.Contains(texts, text => text.Contains(snippet, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("curl -s 'http://localhost:5080/api/v1/topics/zinc' | jq -r .slug", "zinc\n")]
    [InlineData(
        "curl -s 'http://localhost:5080/api/v1/topics?limit=2' | jq -c '.data[] | {slug}'",
        "{\"slug\":\"acetylcholine\"}\n{\"slug\":\"addiction\"}\n")]
    [InlineData("cat > a.txt", "")]
    [InlineData("curl -s 'http://localhost:5080/health/live' -w ' %{http_code}\\n' # alive", "{\"status\":\"healthy\"} 200\n")]
    public async Task The_shell_of_the_examples_does_as_a_shell_does(string line, string output)
    {
        using var shell = new ExampleShell(unchanged);
        Assert.Equal(output, await shell.RunAsync(line));
    }

    [Fact]
    public async Task The_shell_of_the_examples_has_files_and_variables()
    {
        using var shell = new ExampleShell(unchanged);
        await shell.RunAsync("cat > lines.txt", "{ \"n\": \"one\" }\n{ \"n\": \"two\" }\n");
        await shell.RunAsync("last=$(tail -n 1 lines.txt | jq -r .n)");
        Assert.Equal("{ \"n\": \"one\" }\n", await shell.RunAsync("sed '$d' lines.txt"));
        Assert.Equal("{\n  \"n\": \"zinc\"\n}\n", await shell.RunAsync("tail -n 1 lines.txt | jq '.n = \"zinc\"'"));
        await shell.RunAsync("cat > topic.txt", "zinc\n");
        Assert.Equal("\"zinc\"\n", await shell.RunAsync("curl -s \"http://localhost:5080/api/v1/topics/$(cat topic.txt)\" | jq .slug"));
        Assert.Equal(
            "404\n", await shell.RunAsync("curl -s \"http://localhost:5080/api/v1/topics/$last\" -o none.json -w '%{http_code}\\n'"));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => shell.RunAsync("curl -s \"http://localhost:5080/$lost\""));
    }

    [Theory]
    [InlineData("rm -r .")]
    [InlineData("curl -k http://localhost:5080/")]
    [InlineData("curl http://localhost:5080/api/v1/claims?topic=zinc&limit=1")]
    [InlineData("curl -s 'http://localhost:5080/api/v1/topics/zinc' | jq 'keys'")]
    [InlineData("curl -s 'http://localhost:5080/api/v1/topics/zinc' | jq '{end}'")]
    [InlineData("dotnet run --project src/ArticleApi -- import *.txt")]
    public async Task The_shell_of_the_examples_refuses_what_it_does_not_know(string line)
    {
        using var shell = new ExampleShell(unchanged);
        await Assert.ThrowsAsync<FormatException>(() => shell.RunAsync(line));
    }

    private static void NothingIsMissing(IEnumerable<string> missing) =>
        Assert.True(!missing.Any(), $"This is not there:\n{string.Join('\n', missing)}");

    // The digest of an export depends on when its articles were stored. Wherever the text shows the same one it must be the same one.
    private static string WithDigests(string shown, Dictionary<string, string> digests, string output)
    {
        foreach (var (before, now) in Digest().Matches(shown).Zip(Digest().Matches(output)))
        {
            digests.TryAdd(before.Value, now.Value);
        }

        return Digest().Replace(shown, match => digests.GetValueOrDefault(match.Value, match.Value));
    }

    // What differs from one start or request to the next.
    private static string Comparable(string output) => Changing().Replace(output, "0");

    [GeneratedRegex("(?<=\"(dataVersion|traceId)\": ?)[^,}\n]+")]
    private static partial Regex Changing();

    [GeneratedRegex(@"\b[0-9a-f]{64}\b")]
    private static partial Regex Digest();

    private sealed class ServiceWithTheKeyOfTheExamples : Service
    {
        protected override void Configure(IWebHostBuilder builder) => builder.UseSetting("ApiKeys:0", "my-key");
    }
}
