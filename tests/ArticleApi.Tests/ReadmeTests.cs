using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ArticleApi.Tests;

/// <summary>The answers that the README shows are the service's.</summary>
public sealed partial class ReadmeTests(Service service) : IClassFixture<Service>
{
    public static TheoryData<string, string> Examples
    {
        get
        {
            var examples = new TheoryData<string, string>();
            foreach (Match match in Example().Matches(File.ReadAllText(Readme())))
            {
                examples.Add(match.Groups["path"].Value, match.Groups["answer"].Value);
            }

            return examples;
        }
    }

    [Fact]
    public void There_are_four_examples() => Assert.Equal(4, Examples.Count);

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_is_what_the_service_responds(string path, string answer)
    {
        var given = await service.GetAsync(path);
        Assert.Equal(Comparable(JsonNode.Parse(answer)!), Comparable(given.Json));
    }

    /// <summary>They are compiled and run by <c>tests/ArticleApi.Clients</c>.</summary>
    [Fact]
    public void A_snippet_of_a_client_is_a_part_of_its_proof()
    {
        var clients = Path.Combine(Path.GetDirectoryName(Readme())!, "tests", "ArticleApi.Clients");
        string[] proofs = ["typescript/claims-about.ts", "csharp/Claims.cs", "csharp/ArticleApiClient.cs", "csharp/ArticleApi.Clients.csproj"];
        var texts = proofs.Select(proof => File.ReadAllText(Path.Combine(clients, proof))).ToList();
        var snippets = Snippet().Matches(File.ReadAllText(Readme())).Select(match => match.Groups["code"].Value).ToList();
        Assert.Equal(proofs.Length, snippets.Count);
        Assert.All(snippets, snippet => Assert.Contains(texts, text => text.Contains(snippet, StringComparison.Ordinal)));
    }

    // What differs from one start or request to the next.
    private static string Comparable(JsonNode answer)
    {
        if (answer["meta"] is JsonObject meta)
        {
            meta["dataVersion"] = 0;
        }

        if (answer["traceId"] is not null)
        {
            answer["traceId"] = "";
        }

        return answer.ToJsonString();
    }

    private static string Readme([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../README.md");

    [GeneratedRegex(@"^\$ curl -s 'http://localhost:5080(?<path>[^']+)' \| jq\n(?<answer>\{.+?^\})", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Example();

    [GeneratedRegex(@"^```(ts|csharp|xml)\n(?<code>.+?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Snippet();
}
