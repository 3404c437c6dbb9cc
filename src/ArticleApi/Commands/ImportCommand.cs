using System.CommandLine;
using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Model;
using ArticleApi.Features.Articles;
using ArticleApi.Features.Topics;
using ArticleApi.Http;
using ArticleApi.Storage;

namespace ArticleApi.Commands;

/// <summary><c>import PATH…</c>: reads articles and stores them, each in its own transaction.</summary>
internal sealed class ImportCommand(IServiceProvider services, string? format, bool dryRun)
{
    private readonly Database database = services.GetRequiredService<Database>();
    private readonly long maxBytes = services.GetRequiredService<Settings>().MaxBodyBytes;
    private readonly List<string> failures = [];
    private readonly Dictionary<string, long> outcomes = new(StringComparer.Ordinal);
    private bool prepared;
    private List<Topic> vocabulary = [];
    private TopicTagger tagger = new([]);

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, and folders with all that is in them.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "The format of the files; by default told by their extension, else by their content." };
        format.AcceptOnlyFromAmong([.. ArticleImporters.All.Select(known => known.Format), ImportSource.Ndjson]);
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would be stored, and stores nothing." };
        var command = new Command(
            "import", "Imports articles, raw or as NDJSON; one of the same slug is replaced. Exit code 0, 1 when a file failed, 2 on bad usage.")
        {
            paths, format, dryRun,
        };
        command.SetAction((parsed, cancel) => StoreCommand.RunAsync(services =>
            new ImportCommand(services, parsed.GetValue(format), parsed.GetValue(dryRun)).RunAsync(parsed.GetRequiredValue(paths), cancel)));
        return command;
    }

    private async Task<int> RunAsync(string[] paths, CancellationToken cancel)
    {
        await ReadVocabularyAsync(cancel);
        var sources = paths.SelectMany(path => ImportSource.Under(path, format)).ToList();
        var showBar = sources.Count > 1 || sources.Exists(source => source.Format == ImportSource.Ndjson);
        var isQuiet = showBar && ProgressDisplay.IsTerminal;
        await ProgressDisplay.RunAsync("import", sources.Sum(source => source.Size), ProgressUnit.Bytes, showBar, async done =>
        {
            foreach (var source in sources)
            {
                if (source.Fault is not null)
                {
                    Fail(source.Path, source.Fault);
                }
                else if (source.Format == ImportSource.Ndjson)
                {
                    await ImportLinesAsync(source, done, isQuiet, cancel);
                }
                else
                {
                    await ImportTextAsync(source, isQuiet, cancel);
                    done(source.Size);
                }
            }
        });

        if (isQuiet)
        {
            await Console.Out.WriteLineAsync(Outcomes());
        }

        foreach (var failure in failures)
        {
            await Console.Error.WriteLineAsync(failure);
        }

        return failures.Count == 0 ? CommandLine.Success : CommandLine.Failure;
    }

    private async Task ImportTextAsync(ImportSource source, bool isQuiet, CancellationToken cancel)
    {
        if (source.Size > maxBytes)
        {
            Fail(source.Path, $"The file is larger than {maxBytes} bytes. The setting Limits__MaxBodyBytes allows more.");
            return;
        }

        byte[] bytes;
        try
        {
            bytes = await File.ReadAllBytesAsync(source.Path, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fail(source.Path, e.Message);
            return;
        }

        var decoded = TextDecoding.Decode(bytes);
        if (decoded.Text is null)
        {
            Fail(source.Path, decoded.Message!);
            return;
        }

        var importer = format is null ? FormatDetector.Detect(decoded.Text, null, source.Path)! : ArticleImporters.Find(format)!;
        var result = ArticleImport.Run(decoded.Text, importer, tagger);
        if (result.Article is not { } article)
        {
            Fail(source.Path, string.Join(' ', result.Report.Notes.Where(note => note.Severity == NoteSeverity.Error).Select(note => note.Message)));
            return;
        }

        var (outcome, revision, lost) = await StoreAsync(article, cancel);
        Count(outcome);
        if (!isQuiet)
        {
            await TellAsync(source.Path, article.Slug, outcome + revision, result.Report.With(article, lost));
        }
    }

    private async Task<(string Outcome, string Revision, IReadOnlyList<string> Lost)> StoreAsync(Article article, CancellationToken cancel)
    {
        if (dryRun)
        {
            return ("read", "", []);
        }

        await PrepareAsync(cancel);
        return await database.WriteAsync(
            async (write, token) =>
            {
                var (outcome, stored, lost) = await ArticleWrites.StoreExtractedAsync(
                    write, article, await ArticleStore.FindAsync(write, article.Slug, token), token);
                return (Name(outcome), outcome == ArticleStore.Outcome.Replaced ? $" (now revision {stored.Revision})" : "", lost);
            },
            cancel);
    }

    /// <summary>Reads articles and topics in the shapes of the contract, one a line.</summary>
    private async Task ImportLinesAsync(ImportSource source, Action<long> done, bool isQuiet, CancellationToken cancel)
    {
        var before = new Dictionary<string, long>(outcomes, StringComparer.Ordinal);
        try
        {
            await foreach (var (line, number, bytes) in source.ReadLinesAsync(maxBytes, cancel))
            {
                var (outcome, fault) = ContractLine.IsTopic(line) ? await ImportTopicAsync(line, cancel) : await ImportArticleAsync(line, cancel);
                if (fault is not null)
                {
                    Fail(number is null ? source.Path : $"{source.Path}:{number}", fault);
                }
                else
                {
                    Count(outcome!);
                }

                done(bytes);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fail(source.Path, e.Message);
        }

        if (!isQuiet)
        {
            await Console.Out.WriteLineAsync($"{Outcomes(before)} from {source.Path}");
        }
    }

    private async Task<(string? Outcome, string? Fault)> ImportTopicAsync(ReadOnlyMemory<byte> line, CancellationToken cancel)
    {
        var (topic, errors) = ContractLine.ReadTopic(line, vocabulary);
        if (errors.Count > 0)
        {
            return (null, ContractLine.Tell(errors));
        }

        var known = vocabulary.Find(other => other.Slug == topic!.Slug);
        if (known is not null && TopicNames.AreSame(known, topic!))
        {
            return ("topics unchanged", null);
        }

        vocabulary.RemoveAll(other => other == known);
        vocabulary.Add(topic!);
        tagger = new TopicTagger(vocabulary);
        if (!dryRun)
        {
            await PrepareAsync(cancel);
            await database.WriteAsync(async (write, token) => { await TopicStore.PutAsync(write, [topic!], token); return 0; }, cancel);
        }

        return (dryRun ? "topics read" : known is null ? "topics created" : "topics replaced", null);
    }

    private async Task<(string? Outcome, string? Fault)> ImportArticleAsync(ReadOnlyMemory<byte> line, CancellationToken cancel)
    {
        var read = ContractLine.ReadArticle(line, vocabulary, out var exported);
        if (read.Article is not { } article)
        {
            return (null, ContractLine.Tell(read.Errors));
        }

        if (dryRun)
        {
            return ("read", null);
        }

        await PrepareAsync(cancel);
        var outcome = await database.WriteAsync(
            async (write, token) =>
            {
                var before = await ArticleStore.FindAsync(write, article.Slug, token);
                return read.HasClaims
                    ? (await ArticleWrites.StoreGivenAsync(write, article, before, tagger, exported, token)).Outcome
                    : (await ArticleWrites.StoreExtractedAsync(write, article with { Claims = ClaimExtractor.Extract(article, tagger) }, before, token)).Outcome;
            },
            cancel);
        return (Name(outcome), null);
    }

    // A database is created by the first article that is stored, not by an attempt; until then the vocabulary is the one that it will have.
    private async Task ReadVocabularyAsync(CancellationToken cancel)
    {
        if (!await database.ExistsAsync(cancel))
        {
            vocabulary = [.. Seed.Topics()];
        }
        else
        {
            if (!dryRun)
            {
                await PrepareAsync(cancel);
            }

            await using var snapshot = await database.ReadAsync(cancel);
            vocabulary = [.. await TopicStore.AllAsync(snapshot, cancel)];
        }

        tagger = new TopicTagger(vocabulary);
    }

    private async Task PrepareAsync(CancellationToken cancel)
    {
        if (!prepared)
        {
            await services.PrepareDatabaseAsync(cancel);
            prepared = true;
        }
    }

    private void Fail(string path, string fault) => failures.Add($"{path}: {fault}");

    private void Count(string outcome) => outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;

    /// <summary>What became of the articles and topics since an earlier count.</summary>
    private string Outcomes(Dictionary<string, long>? before = null)
    {
        var since = outcomes.Select(outcome => (outcome.Key, Count: outcome.Value - (before?.GetValueOrDefault(outcome.Key) ?? 0))).Where(outcome => outcome.Count > 0);
        return string.Join(", ", since.Select(outcome => $"{outcome.Count} {outcome.Key}")) is { Length: > 0 } told ? told : "nothing";
    }

    private static string Name(ArticleStore.Outcome outcome) => Stored.Name(outcome);

    private static async Task TellAsync(string path, string slug, string outcome, ImportReport report)
    {
        var counts = report.Counts;
        await Console.Out.WriteLineAsync(
            $"{outcome} {slug} from {path}: {StoreCommand.Number(counts.Sections, "section")}, {StoreCommand.Number(counts.Paragraphs, "paragraph")}, "
            + $"{StoreCommand.Number(counts.KeyPoints, "key point")}, {StoreCommand.Number(counts.References, "reference")}, "
            + $"{counts.ResolvedMarkers} of {StoreCommand.Number(counts.Markers, "marker")} resolved, {StoreCommand.Number(counts.Claims, "claim")}");
        foreach (var note in report.Notes)
        {
            await Console.Out.WriteLineAsync($"  {Wire.Name(note.Severity)}{(note.Line is { } line ? $", line {line}" : "")}: {note.Message} ({note.Code})");
        }

        if (report.UncitedReferences.Count > 0)
        {
            await Console.Out.WriteLineAsync($"  info: No marker names the references {string.Join(", ", report.UncitedReferences)}. (uncited-references)");
        }
    }
}
