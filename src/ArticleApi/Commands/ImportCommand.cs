using System.CommandLine;
using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Model;
using ArticleApi.Http;
using ArticleApi.Storage;

namespace ArticleApi.Commands;

/// <summary><c>import PATH…</c>: reads raw articles and stores them, each in its own transaction.</summary>
internal sealed class ImportCommand(Database database, IServiceProvider services, IArticleImporter importer, bool dryRun)
{
    private bool prepared;

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "The files to import.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format")
        {
            Description = "The format of the files.",
            DefaultValueFactory = _ => ArticleImporters.All[0].Format,
        };
        format.AcceptOnlyFromAmong([.. ArticleImporters.All.Select(known => known.Format)]);
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would be stored, and stores nothing." };
        var command = new Command(
            "import", "Imports articles; one of the same slug is replaced. Exit code 0, 1 when a file failed, 2 on bad usage.")
        {
            paths, format, dryRun,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var builder = WebApplication.CreateBuilder().AddArticleApi();
            builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter(level => level >= LogLevel.Warning);
            await using var app = builder.Build();
            var import = new ImportCommand(
                app.Services.GetRequiredService<Database>(),
                app.Services,
                ArticleImporters.Find(parsed.GetRequiredValue(format))!,
                parsed.GetValue(dryRun));
            return await import.RunAsync(parsed.GetRequiredValue(paths), cancel);
        });
        return command;
    }

    private async Task<int> RunAsync(string[] paths, CancellationToken cancel)
    {
        var tagger = new TopicTagger(await VocabularyAsync(cancel));
        var failed = 0;
        foreach (var path in paths)
        {
            var (result, fault) = Read(path, tagger);
            if (result is not { Article: { } article, Report: var report })
            {
                failed++;
                await Console.Error.WriteLineAsync($"{path}: {fault}");
                continue;
            }

            var outcome = dryRun ? "read" : await StoreAsync(article, cancel);
            await Console.Out.WriteLineAsync($"{outcome} {article.Slug} from {path}: {Summary(report)}");
            foreach (var note in report.Notes)
            {
                await Console.Out.WriteLineAsync($"  {Wire.Name(note.Severity)}{(note.Line is { } line ? $", line {line}" : "")}: {note.Message} ({note.Code})");
            }

            if (report.UncitedReferences.Count > 0)
            {
                await Console.Out.WriteLineAsync($"  info: No marker names the references {string.Join(", ", report.UncitedReferences)}. (uncited-references)");
            }
        }

        return failed == 0 ? CommandLine.Success : CommandLine.Failure;
    }

    // A database is created by the first article that is stored, not by an attempt; until then the vocabulary is the one that it will have.
    private async Task<IReadOnlyList<Topic>> VocabularyAsync(CancellationToken cancel)
    {
        if (!await database.ExistsAsync(cancel))
        {
            return Seed.Topics();
        }

        if (!dryRun)
        {
            await PrepareAsync(cancel);
        }

        await using var snapshot = await database.ReadAsync(cancel);
        return await TopicStore.AllAsync(snapshot, cancel);
    }

    /// <returns>What was imported, or why nothing was.</returns>
    private (ImportResult? Result, string? Fault) Read(string path, TopicTagger tagger)
    {
        byte[] bytes;
        try
        {
            if (Directory.Exists(path))
            {
                return (null, "This is a folder; name the files in it.");
            }

            bytes = File.ReadAllBytes(path);
        }
        catch (FileNotFoundException)
        {
            return (null, "There is no such file.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (null, e.Message);
        }

        var decoded = TextDecoding.Decode(bytes);
        if (decoded.Text is null)
        {
            return (null, decoded.Message);
        }

        var result = ArticleImport.Run(decoded.Text, importer, tagger);
        var faults = result.Report.Notes.Where(note => note.Severity == NoteSeverity.Error).Select(note => note.Message);
        return (result, string.Join(' ', faults));
    }

    private async Task PrepareAsync(CancellationToken cancel)
    {
        if (!prepared)
        {
            await services.PrepareDatabaseAsync(cancel);
            prepared = true;
        }
    }

    private async Task<string> StoreAsync(Article article, CancellationToken cancel)
    {
        await PrepareAsync(cancel);
        var (outcome, revision) = await database.WriteAsync((write, token) => ArticleStore.PutAsync(write, article, token), cancel);
        return outcome switch
        {
            ArticleStore.Outcome.Created => "created",
            ArticleStore.Outcome.Replaced => $"replaced (now revision {revision})",
            _ => "unchanged",
        };
    }

    private static string Summary(ImportReport report)
    {
        var counts = report.Counts;
        return $"{Number(counts.Sections, "section")}, {Number(counts.Paragraphs, "paragraph")}, {Number(counts.KeyPoints, "key point")}, "
            + $"{Number(counts.References, "reference")}, {counts.ResolvedMarkers} of {Number(counts.Markers, "marker")} resolved, {Number(counts.Claims, "claim")}";
    }

    private static string Number(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
