using System.Text.Json.Nodes;
using ArticleApi.Tests.Exports;

namespace ArticleApi.Tests.Changes;

public sealed class MirrorTests : IDisposable
{
    private static readonly string[] Words = ["Zinc", "Serotonin", "Ketamine", "Word0", "Word1", "Word2"];

    private static readonly string[] Kinds = ["DELETE article", "DELETE topic", "PATCH claim", "PUT article", "PUT topic", "retag"];

    private readonly TemporaryFolder folder = new();
    private readonly Service service = new();

    public void Dispose()
    {
        service.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_mirror_ends_equal_to_a_store_that_changes_meanwhile()
    {
        var mirror = new Mirror(service);
        var writes = Task.WhenAll(WriteAsync(1), WriteAsync(2), RetagAsync());
        var walks = 0;
        do
        {
            await mirror.CatchUpAsync(limit: 1 + (walks++ % 5));
        }
        while (!writes.IsCompleted);

        var done = await writes;
        await mirror.CatchUpAsync(limit: 100);

        Assert.Equal(Kinds, done.SelectMany(kinds => kinds).Distinct().Order(StringComparer.Ordinal));
        var articles = await Export.ReadAsync(service, "articles");
        Assert.Equal(articles.Lines.Select(line => JsonNode.Parse(line)!.ToJsonString()), mirror.Articles.Values);
        var topics = await Export.ReadAsync(service, "topics");
        Assert.Equal(topics.Lines.Select(line => Mirror.Entry(JsonNode.Parse(line)!)), mirror.Topics.Values);

        var taken = mirror.Changes;
        await mirror.CatchUpAsync(limit: 1);
        Assert.Equal(taken, mirror.Changes);
    }

    /// <summary>Writes at random; gives the kinds of writes that changed something.</summary>
    private async Task<HashSet<string>> WriteAsync(int seed)
    {
        var random = new Random(seed);
        var done = new HashSet<string>();
        for (var i = 0; i < 120; i++)
        {
            var slug = $"article-{random.Next(12)}";
            var (kind, answer) = random.Next(10) switch
            {
                < 4 => ("PUT article", await PutArticleAsync(slug, random)),
                4 => ("DELETE article", await service.DeleteAsync($"/api/v1/articles/{slug}", ("If-Match", "*"))),
                5 or 6 => ("PATCH claim", await PatchAsync(slug, random)),
                7
                or 8 => (
                    "PUT topic",
                    await service.PutAsync(
                        $"/api/v1/topics/word{random.Next(3)}",
                        $$"""{ "name": "{{Words[3 + random.Next(3)]}}", "synonyms": [ "name{{random.Next(4)}}" ] }""")),
                _ => ("DELETE topic", await service.DeleteAsync($"/api/v1/topics/word{random.Next(3)}")),
            };
            Assert.True(answer is null || (int)answer.Status < 500, answer?.Text);
            if (answer is not null && (int)answer.Status < 300)
            {
                done.Add(kind);
            }
        }

        return done;
    }

    private Task<ApiResponse> PutArticleAsync(string slug, Random random)
    {
        var text = string.Join(
            ' ',
            Enumerable.Range(0, 1 + random.Next(3)).Select(_ => $"{Words[random.Next(Words.Length)]} helps {random.Next(5)} muscles."));
        var json = $$"""{ "title": "An article", "sections": [ { "paragraphs": [ { "text": "{{text}}" } ] } ] }""";
        return service.PutAsync($"/api/v1/articles/{slug}", json, random.Next(3) == 0 ? ("If-None-Match", "*") : ("If-Match", "*"));
    }

    private async Task<ApiResponse?> PatchAsync(string slug, Random random) =>
        (await service.GetAsync($"/api/v1/articles/{slug}/claims")) is { Status: System.Net.HttpStatusCode.OK, Data: { Count: > 0 } claims }
            ? await service.PatchAsync(
                $"/api/v1/claims/{claims[0]!["id"]}",
                random.Next(2) == 0 ? """{ "reviewStatus": "accepted" }""" : """{ "topics": [ "zinc" ] }""",
                ("If-Match", "*"))
            : null;

    private async Task<HashSet<string>> RetagAsync()
    {
        var run = await ProgramRun.OfAsync(folder, ["retag"], ("ConnectionStrings__Articles", $"Data Source={service.DatabasePath}"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return ["retag"];
    }
}
