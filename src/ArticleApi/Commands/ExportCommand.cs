using System.CommandLine;
using System.Text.Json;
using ArticleApi.Contract;
using ArticleApi.Features.Articles;
using ArticleApi.Features.Topics;
using ArticleApi.Storage;
using ArticleApi.Storage.Filters;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Commands;

/// <summary><c>export [SLUG…]</c>: writes topics and articles as NDJSON, one a line, which <c>import</c> takes back.</summary>
internal static class ExportCommand
{
    private const int PageSize = 1000;

    public static Command Create(CommandContext context)
    {
        var slugs = StoreCommand.Slugs("The articles to export; by default the vocabulary and all of them.");
        var only = new Option<string>("--only") { Description = "Only the vocabulary, or only the articles." };
        only.AcceptOnlyFromAmong("topics", "articles");
        var output = new Option<FileInfo>("--output", "-o")
        {
            Description = "The file to write, in place of any that is there; by default the standard output.",
        };
        var command = new Command(
            "export",
            "Writes the vocabulary and the articles as NDJSON that import takes back. Exit code 0, 1 when it failed, 2 on bad usage.")
        {
            slugs, only, output,
        };
        command.SetAction((parsed, cancel) => StoreCommand.RunAsync(context, services =>
            RunAsync(services, context, parsed.GetValue(slugs) ?? [], parsed.GetValue(only), parsed.GetValue(output), cancel)));
        return command;
    }

    private static async Task<int> RunAsync(
        IServiceProvider services, CommandContext context, string[] slugs, string? only, FileInfo? output, CancellationToken cancel)
    {
        var database = await StoreCommand.OpenAsync(services, context.Error, cancel); // The output is for data.
        using var snapshot = database.ReadAll(cancel);
        var all = await ArticleStore.SlugsAsync(snapshot, cancel);
        if (!await StoreCommand.AreThereAsync(slugs, all, context.Error))
        {
            return CommandLine.Failure;
        }

        var articles = only == "topics" ? [] : slugs.Length > 0 ? slugs : all;
        var withTopics = only == "topics" || (only is null && slugs.Length == 0);
        if (output is null)
        {
            await using var data = context.OpenOutput();
            await WriteAsync(snapshot, data, withTopics, articles, cancel);
            return CommandLine.Success;
        }

        // An unfinished export never has the name of the file.
        var partial = $"{output.FullName}.partial";
        await using (var file = OwnerOnlyFile.Create(partial))
        {
            await WriteAsync(snapshot, file, withTopics, articles, cancel);
        }

        File.Move(partial, output.FullName, overwrite: true);
        return CommandLine.Success;
    }

    private static async Task WriteAsync(
        Snapshot snapshot, Stream stream, bool withTopics, IReadOnlyList<string> articles, CancellationToken cancel)
    {
        using var lines = new NdjsonWriter(stream);
        foreach (var topic in withTopics ? await TopicsAsync(snapshot, cancel) : [])
        {
            await lines.WriteAsync(TopicResponse.From(topic), cancel);
        }

        // Claims may have topics that were deleted from the vocabulary.
        foreach (var (slug, name) in withTopics ? await TopicStore.RetiredInUseAsync(snapshot, cancel) : [])
        {
            await lines.WriteAsync(new { slug, name, retired = true }, cancel);
        }

        foreach (var slug in articles)
        {
            var article = await ArticleStore.FindAsync(snapshot, slug, cancel);
            var line = JsonSerializer.SerializeToNode(ArticleResponse.From(article!), Json.Options)!;
            var decisions = await DecisionStore.OfArticleAsync(snapshot, slug, cancel);
            line["decisions"] = JsonSerializer.SerializeToNode(decisions.Select(DecisionLine.From), Json.Options);
            await lines.WriteAsync(line, cancel);
        }

        await lines.FlushAsync(cancel);
    }

    /// <summary>The vocabulary, a broader topic before its narrower ones.</summary>
    private static async Task<IReadOnlyList<CountedTopic>> TopicsAsync(Snapshot snapshot, CancellationToken cancel)
    {
        var topics = new List<CountedTopic>();
        for (var more = true; more;)
        {
            var slice = await TopicStore.ListAsync(snapshot, new TopicFilter(), topics.LastOrDefault()?.Topic.Slug, PageSize, cancel);
            topics.AddRange(slice.Items);
            more = slice.HasMore;
        }

        var broader = topics.ToDictionary(topic => topic.Topic.Slug, topic => topic.Topic.Broader, StringComparer.Ordinal);

        int Depth(string slug)
        {
            var depth = 0;
            for (var above = broader[slug]; above is not null; above = broader[above])
            {
                depth++;
            }

            return depth;
        }

        return [.. topics.OrderBy(topic => Depth(topic.Topic.Slug))];
    }
}
