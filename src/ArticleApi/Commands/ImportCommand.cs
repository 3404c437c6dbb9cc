using System.CommandLine;
using System.Data.Common;
using ArticleApi.Contract;
using ArticleApi.Contract.Topics;
using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;
using ArticleApi.Services;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Commands;

/// <summary>
/// <c>import PATH…</c>: reads articles and stores them. Lines are read ahead and prepared on other threads, and stored in their order, some in a transaction.
/// </summary>
internal sealed class ImportCommand(IServiceProvider services, string? format, bool dryRun)
{
    // What is stored together. As much again is being prepared meanwhile: so much memory it takes, however long the file is.
    private const int MaxLines = 128;
    private const long MaxBytes = 4 << 20;

    // A transaction keeps other writers waiting.
    private const long MaxMilliseconds = 1000;

    private readonly Database database = services.GetRequiredService<Database>();
    private readonly long maxBytes = services.GetRequiredService<Settings>().MaxBodyBytes;
    private readonly List<string> failures = [];
    private readonly Dictionary<string, long> outcomes = new(StringComparer.Ordinal);
    private readonly HashSet<string> retired = new(StringComparer.Ordinal);
    private bool prepared;
    private bool isNew;
    private List<Topic> vocabulary = [];
    private TopicTagger? tagger;
    private HashSet<string>? knownTopics;

    private TopicTagger Tagger => tagger ??= new TopicTagger(vocabulary);

    /// <summary>The topics that the claims of any article may have.</summary>
    private HashSet<string> KnownTopics => knownTopics ??= Known(null);

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, and folders with all that is in them.", Arity = ArgumentArity.OneOrMore };
        paths.Validators.Add(given =>
        {
            foreach (var token in given.Tokens.Where(token => token.Value.Length == 0 || (token.Value.StartsWith('-') && !File.Exists(token.Value))))
            {
                given.AddError($"'{token.Value}' is no path, and no option.");
            }
        });
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
        try
        {
            await ImportAsync(sources, cancel);
            if (prepared)
            {
                await database.OptimiseAsync(cancel);
            }
        }
        finally
        {
            foreach (var failure in failures)
            {
                await Console.Error.WriteLineAsync(failure);
            }
        }

        return failures.Count == 0 ? CommandLine.Success : CommandLine.Failure;
    }

    private async Task ImportAsync(List<ImportSource> sources, CancellationToken cancel)
    {
        var showBar = sources.Count > 1 || sources.Exists(source => source.Format == ImportSource.Ndjson);
        var isQuiet = showBar && ProgressDisplay.IsTerminal;
        await ProgressDisplay.RunAsync("import", sources.Sum(source => source.Size), ProgressUnit.Bytes, showBar, async done =>
        {
            foreach (var source in sources)
            {
                if (source.Error is not null)
                {
                    Fail(source.Path, source.Error);
                }
                else if (source.LeftOut.Count > 0)
                {
                    await Console.Out.WriteLineAsync($"left out of {source.Path}, no format has their extension: {string.Join(", ", source.LeftOut)}");
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
        var result = ArticleImport.Run(decoded.Text, importer, Tagger);
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
                var (outcome, stored, lost) = await ArticleWriter.StoreExtractedAsync(
                    write, new PreparedArticle(article, write.Renderer), await ArticleStore.FindAsync(write, article.Slug, token), token);
                return (Name(outcome), outcome == ArticleStore.Outcome.Replaced ? $" (now revision {stored.Revision})" : "", lost);
            },
            cancel);
    }

    /// <summary>Reads articles and topics in the shapes of the contract, one a line.</summary>
    private async Task ImportLinesAsync(ImportSource source, Action<long> done, bool isQuiet, CancellationToken cancel)
    {
        var before = new Dictionary<string, long>(outcomes, StringComparer.Ordinal);
        var topics = new List<(string Place, JsonInputResult<TopicInput> Read)>();
        var ahead = new Queue<(Task<PreparedLine> Line, long Bytes)>();
        string? broken = null;
        try
        {
            await foreach (var (line, number, bytes) in source.ReadLinesAsync(maxBytes, cancel))
            {
                var place = number is null ? source.Path : $"{source.Path}:{number}";
                if (ContractLine.IsTopic(line.Span))
                {
                    // What stands before it knows nothing of it.
                    await StoreAheadAsync(ahead, 0, done, cancel);
                    topics.Add((place, JsonInput.Read<TopicInput>(line)));
                    done(bytes);
                    continue;
                }

                await ImportTopicsAsync(topics, cancel);
                var (may, finds, stored) = (KnownTopics, Tagger, prepared ? database : null);
                ahead.Enqueue((Task.Run(() => PreparedLine.Of(place, line, bytes, may, finds, stored), cancel), bytes));
                await StoreAheadAsync(ahead, 2, done, cancel);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            broken = e.Message;
        }

        await StoreAheadAsync(ahead, 0, done, cancel);
        await ImportTopicsAsync(topics, cancel);
        if (broken is not null)
        {
            Fail(source.Path, broken);
        }

        if (!isQuiet)
        {
            await Console.Out.WriteLineAsync($"{Outcomes(before)} from {source.Path}");
        }
    }

    /// <summary>Stores lines until fewer than so many batches of them wait.</summary>
    private async Task StoreAheadAsync(Queue<(Task<PreparedLine> Line, long Bytes)> ahead, int batches, Action<long> done, CancellationToken cancel)
    {
        while (ahead.Count > 0 && (ahead.Count >= batches * MaxLines || ahead.Sum(line => line.Bytes) >= batches * MaxBytes))
        {
            var lines = new List<PreparedLine>();
            while (ahead.Count > 0 && lines.Count < MaxLines && lines.Sum(line => line.Bytes) < MaxBytes)
            {
                lines.Add(await ahead.Dequeue().Line);
            }

            await StoreAsync(lines, cancel);
            done(lines.Sum(line => line.Bytes));
        }
    }

    /// <summary>Stores topics that stand together, so that they may change names with each other; clears the list.</summary>
    private async Task ImportTopicsAsync(List<(string Place, JsonInputResult<TopicInput> Read)> lines, CancellationToken cancel)
    {
        if (lines.Count == 0)
        {
            return;
        }

        // A new database that is given a vocabulary has that one.
        if (isNew)
        {
            vocabulary.Clear();
            await PrepareAsync(cancel, seed: false);
        }

        if (dryRun)
        {
            await ImportTopicsAsync(null, vocabulary, lines, cancel);
        }
        else
        {
            await database.WriteAsync(
                async (write, token) =>
                {
                    await ImportTopicsAsync(write, await TopicStore.AllAsync(write, token), lines, token);
                    return 0;
                },
                cancel);
        }

        lines.Clear();
    }

    private async Task ImportTopicsAsync(
        WriteTransaction? write, IReadOnlyList<Topic> stored, List<(string Place, JsonInputResult<TopicInput> Read)> lines, CancellationToken cancel)
    {
        var retiring = lines.Where(line => line.Read.Input?.Retired == true).ToList();
        var living = lines.Except(retiring).ToList();

        // A topic that fails may be the broader one of another.
        var topics = VocabularyReader.Read([.. living.Select(line => line.Read)], stored);
        while (topics.Any(topic => topic.Topic is null))
        {
            foreach (var (line, topic) in living.Zip(topics).Where(pair => pair.Second.Topic is null).ToList())
            {
                Fail(line.Place, ContractLine.Tell(topic.Errors));
                living.Remove(line);
            }

            topics = VocabularyReader.Read([.. living.Select(line => line.Read)], stored);
        }

        var known = stored.ToDictionary(topic => topic.Slug, StringComparer.Ordinal);
        var changed = topics.Select(topic => topic.Topic!).Where(topic => !known.TryGetValue(topic.Slug, out var same) || !Vocabulary.AreSame(same, topic)).ToList();
        outcomes["topics created"] = outcomes.GetValueOrDefault("topics created") + changed.Count(topic => !known.ContainsKey(topic.Slug));
        outcomes["topics replaced"] = outcomes.GetValueOrDefault("topics replaced") + changed.Count(topic => known.ContainsKey(topic.Slug));
        outcomes["topics unchanged"] = outcomes.GetValueOrDefault("topics unchanged") + topics.Count - changed.Count;
        vocabulary = [.. stored.Where(topic => !changed.Exists(other => other.Slug == topic.Slug)), .. changed];
        retired.UnionWith(retiring.Select(line => line.Read.Input!.ToTopic().Slug));
        (tagger, knownTopics) = (null, null);
        if (write is not null)
        {
            if (changed.Count > 0)
            {
                await TopicStore.PutAsync(write, changed, cancel);
            }

            foreach (var line in retiring)
            {
                await TopicStore.PutRetiredAsync(write, line.Read.Input!.ToTopic(), cancel);
            }
        }
    }

    /// <summary>Stores lines, together where that can be done.</summary>
    private async Task StoreAsync(List<PreparedLine> lines, CancellationToken cancel)
    {
        // No database comes of what is no article.
        if (dryRun || (isNew && lines.TrueForAll(line => line.Article is null)))
        {
            lines.ForEach(line => Tell(line.SourceLine, line.Article is null ? null : "read", line.Errors));
            return;
        }

        await PrepareAsync(cancel);
        var most = lines.Count;
        for (var i = 0; i < lines.Count;)
        {
            try
            {
                var some = lines.GetRange(i, Math.Min(most, lines.Count - i));
                var told = await database.WriteAsync((write, token) => StoreAsync(write, some, token), cancel);
                foreach (var (line, (outcome, errors)) in some.Zip(told))
                {
                    Tell(line.SourceLine, outcome, errors);
                }

                i += told.Count;
            }
            catch (DbException) when (most > 1)
            {
                most = 1; // One of them: the others are stored, each alone.
            }
            catch (DbException e)
            {
                Fail(lines[i++].SourceLine, $"The database refuses it: {e.Message}");
            }
        }
    }

    /// <summary>Stores the first of some lines, as many as there is time for.</summary>
    private async Task<List<(string? Outcome, ValidationErrors Errors)>> StoreAsync(WriteTransaction write, List<PreparedLine> lines, CancellationToken cancel)
    {
        var told = new List<(string?, ValidationErrors)>();
        var end = Environment.TickCount64 + MaxMilliseconds;
        do
        {
            cancel.ThrowIfCancellationRequested();
            told.Add(await StoreAsync(write, lines[told.Count], cancel));
        }
        while (told.Count < lines.Count && Environment.TickCount64 < end);
        return told;
    }

    private async Task<(string? Outcome, ValidationErrors Errors)> StoreAsync(WriteTransaction write, PreparedLine line, CancellationToken cancel)
    {
        StoredArticle? before = null;
        var (article, errors) = (line.Article, line.Errors);
        var there = article is null ? null : write.Engine.Documents.Compare(write, article);
        if (there is { IsSame: true, Revision: var revision } && await IsUnchangedAsync(write, line.Read.Input!, article!.Article.Slug, revision, cancel))
        {
            return (Name(ArticleStore.Outcome.Unchanged), errors);
        }

        if (article is null || there is not null)
        {
            before = await ArticleStore.FindAsync(write, article?.Article.Slug ?? line.Read.Input?.Slug ?? Slugs.Of(line.Read.Input?.Title ?? ""), cancel);
        }

        // The claims that are stored may have topics that are in the vocabulary no more.
        if (article is null && before is not null)
        {
            (var read, errors) = ContractLine.ReadArticle(line.Read, Known(before));
            article = read is null ? null : PreparedLine.Prepare(read, line.Read.Input!, Tagger);
        }

        if (article is null)
        {
            return (null, errors);
        }

        if (line.Read.Input!.Claims is null)
        {
            return (Name((await ArticleWriter.StoreExtractedAsync(write, article, before, cancel)).Outcome), errors);
        }

        var found = line.Found ?? PreparedLine.Find(article.Article, line.Read.Input, before, Tagger);
        return (Name((await ArticleWriter.StoreGivenAsync(write, article, before, found, ContractLine.Exported(line.Read.Input), cancel)).Outcome), errors);
    }

    /// <summary>Whether a line with the very article that is stored leaves all beside it as it is, too.</summary>
    private static async Task<bool> IsUnchangedAsync(WriteTransaction write, ArticleLine line, string slug, long revision, CancellationToken cancel)
    {
        var (exported, told) = (ContractLine.Exported(line), line.Claims is null ? [] : ContractLine.Exported(line).Decisions);
        return (line.Claims is null || exported.Revision is null || exported.Revision.Value.Number <= revision)
            && (told is null || Forms(told).SequenceEqual(Forms(await DecisionStore.OfArticleAsync(write, slug, cancel))));

        static IEnumerable<string> Forms(IEnumerable<ClaimDecision> decisions) => decisions
            .Where(decision => decision.Topics is not null || decision.ReviewStatus != ReviewStatus.Unreviewed)
            .Select(decision => $"{decision.ClaimId} {decision.ReviewStatus} {(decision.Topics is null ? null : string.Join(' ', decision.Topics.Order(StringComparer.Ordinal).Prepend(":")))}")
            .Order(StringComparer.Ordinal);
    }

    private HashSet<string> Known(StoredArticle? before) => Vocabulary.Allowed(vocabulary, before?.Article).Union(retired).ToHashSet(StringComparer.Ordinal);

    private void Tell(string place, string? outcome, ValidationErrors errors)
    {
        if (outcome is null)
        {
            Fail(place, ContractLine.Tell(errors));
        }
        else
        {
            Count(outcome);
        }
    }

    // A database is created by the first article that is stored, not by an attempt; until then the vocabulary is the one that it will have.
    private async Task ReadVocabularyAsync(CancellationToken cancel)
    {
        if (!await database.ExistsAsync(cancel))
        {
            isNew = true;
            vocabulary = [.. Seed.Topics()];
        }
        else
        {
            await PrepareAsync(cancel);
            using var snapshot = database.Read();
            vocabulary = [.. await TopicStore.AllAsync(snapshot, cancel)];
        }
    }

    private async Task PrepareAsync(CancellationToken cancel, bool seed = true)
    {
        if (prepared || dryRun)
        {
            return;
        }

        if (seed)
        {
            await services.PrepareDatabaseAsync(cancel);
        }
        else
        {
            await database.PrepareAsync((_, _) => Task.CompletedTask, cancel);
        }

        (prepared, isNew) = (true, false);
    }

    private void Fail(string path, string error) => failures.Add($"{path}: {error}");

    private void Count(string outcome) => outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;

    /// <summary>What became of the articles and topics since an earlier count.</summary>
    private string Outcomes(Dictionary<string, long>? before = null)
    {
        var since = outcomes.Select(outcome => (outcome.Key, Count: outcome.Value - (before?.GetValueOrDefault(outcome.Key) ?? 0))).Where(outcome => outcome.Count > 0);
        return string.Join(", ", since.Select(outcome => $"{outcome.Count} {outcome.Key}")) is { Length: > 0 } told ? told : "nothing";
    }

    private static string Name(ArticleStore.Outcome outcome) => SqlNames.Name(outcome);

    private static async Task TellAsync(string path, string slug, string outcome, ImportReport report)
    {
        var counts = report.Counts;
        await Console.Out.WriteLineAsync(
            $"{outcome} {slug} from {path}: {StoreCommand.Number(counts.Sections, "section")}, {StoreCommand.Number(counts.Paragraphs, "paragraph")}, "
            + $"{StoreCommand.Number(counts.KeyPoints, "key point")}, {StoreCommand.Number(counts.References, "reference")}, "
            + $"{counts.ResolvedMarkers} of {StoreCommand.Number(counts.Markers, "marker")} resolved, {StoreCommand.Number(counts.Claims, "claim")}");
        foreach (var note in report.Notes)
        {
            await Console.Out.WriteLineAsync($"  {JsonNames.Name(note.Severity)}{(note.Line is { } line ? $", line {line}" : "")}: {note.Message} ({note.Code})");
        }

        if (report.UncitedReferences.Count > 0)
        {
            await Console.Out.WriteLineAsync($"  info: No marker names the references {string.Join(", ", report.UncitedReferences)}. (uncited-references)");
        }
    }
}
