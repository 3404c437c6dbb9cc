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
    public async Task An_example_is_what_the_service_answers(string path, string answer)
    {
        var given = await service.GetAsync(path);
        Assert.Equal(Comparable(JsonNode.Parse(answer)!), Comparable(given.Json));
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
}
