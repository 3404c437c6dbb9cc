using System.CommandLine;
using ArticleApi.Documents.Claims;
using ArticleApi.Services;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Commands;

/// <summary>
/// <c>retag</c>: finds the claims of stored articles anew, with the topics of today; each article in a transaction of its own.
/// </summary>
internal static class RetagCommand
{
    public static Command Create(CommandContext context)
    {
        var slugs = StoreCommand.Slugs("The articles; by default all.");
        var command = new Command(
            "retag",
            "Finds the claims of stored articles anew, as the vocabulary is now; what people wrote or decided stays. "
            + "Exit code 0, 1 when it failed.")
        {
            slugs,
        };
        command.SetAction((parsed, cancel) => StoreCommand.RunAsync(
            context, services => RunAsync(services, context, parsed.GetValue(slugs) ?? [], cancel)));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, CommandContext context, string[] slugs, CancellationToken cancel)
    {
        var database = await StoreCommand.OpenAsync(services, context.Output, cancel);
        IReadOnlyList<string> all;
        TopicTagger tagger;
        using (var snapshot = database.ReadAll(cancel))
        {
            all = await ArticleStore.SlugsAsync(snapshot, cancel);
            tagger = new TopicTagger(await TopicStore.AllAsync(snapshot, cancel));
        }

        if (!await StoreCommand.AreThereAsync(slugs, all, context.Error))
        {
            return CommandLine.Failure;
        }

        IReadOnlyList<string> chosen = slugs.Length > 0 ? slugs : all;
        var changed = 0;
        var hasProgress = chosen.Count > 1 && context.IsTerminal();
        await ProgressDisplay.RunAsync("retag", chosen.Count, ProgressUnit.Items, hasProgress, async done =>
        {
            foreach (var slug in chosen)
            {
                changed += await database.WriteAsync((write, token) => RetagAsync(write, slug, tagger, token), cancel) ? 1 : 0;
                done(1);
            }
        });
        await context.Output.WriteLineAsync($"{changed} of {Quantity.Of(chosen.Count, "article")} changed");
        return CommandLine.Success;
    }

    private static async Task<bool> RetagAsync(WriteTransaction write, string slug, TopicTagger tagger, CancellationToken cancel)
    {
        // An article that has authored claims only, or none, has those that its author wants.
        if (await ArticleStore.FindAsync(write, slug, cancel) is not { } before
            || await ArticleStore.AreClaimsGivenAsync(write, slug, cancel))
        {
            return false;
        }

        // The citations are those of the import: the stored text no longer has all markers.
        var known = before.Article.Claims.ToDictionary(claim => claim.Id, StringComparer.Ordinal);
        var found = ClaimExtractor.Extract(before.Article, tagger, cancel: cancel)
            .Select(claim => known.TryGetValue(claim.Id, out var stored) ? claim with { Citations = stored.Citations } : claim);
        var (outcome, _, _) = await ArticleWriter.StoreWithExtractedClaimsAsync(
            write, new PreparedArticle(before.Article with { Claims = [.. found] }, write.Renderer), before, cancel);
        return outcome == ArticleStore.Outcome.Replaced;
    }
}
