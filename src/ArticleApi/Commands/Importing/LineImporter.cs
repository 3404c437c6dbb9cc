using System.Data.Common;
using ArticleApi.Contract;
using ArticleApi.Contract.Topics;
using ArticleApi.Storage;

namespace ArticleApi.Commands.Importing;

/// <summary>
/// Imports NDJSON, a topic or an article a line. Lines are read ahead and prepared on other threads; they are stored in their order, a
/// batch in a transaction.
/// </summary>
internal sealed class LineImporter(ImportDatabase database, ImportVocabulary vocabulary, ImportReporter reporter, long maxBytes)
{
    // A batch. One is stored while another is prepared: the memory that it takes does not grow with the file.
    private const int MaxLines = 128;
    private const long MaxBatchBytes = 4 << 20;

    // A transaction keeps other writers waiting.
    private const long MaxMilliseconds = 1000;

    private readonly PreparedLineWriter writer = new(vocabulary);

    /// <param name="source">The file.</param>
    /// <param name="done">Takes the number of bytes that were dealt with.</param>
    /// <param name="cancel">Stops the import; batches that were stored stay.</param>
    public async Task ImportAsync(ImportSource source, Action<long> done, CancellationToken cancel)
    {
        reporter.BeginFile();
        var topics = new List<TopicLine>();
        var waiting = new Queue<(Task<PreparedLine> Line, long Bytes)>();
        string? readError = null;
        try
        {
            await foreach (var (line, number, bytes) in source.ReadLinesAsync(maxBytes, cancel))
            {
                var sourceLine = number is null ? source.Path : $"{source.Path}:{number}";
                if (ArticleLineReader.IsTopic(line.Span))
                {
                    // The articles before it are stored without it.
                    await StoreWaitingAsync(waiting, 0, done, cancel);
                    topics.Add(new(sourceLine, JsonInput.Read<TopicInput>(line)));
                    done(bytes);
                    continue;
                }

                await StoreTopicsAsync(topics, cancel);
                var (slugs, tagger, stored) = (vocabulary.Slugs, vocabulary.Tagger, database.Stored);
                waiting.Enqueue((Task.Run(() => PreparedLine.Of(sourceLine, line, bytes, slugs, tagger, stored, cancel), cancel), bytes));
                await StoreWaitingAsync(waiting, 2, done, cancel);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            readError = e.Message;
        }

        await StoreWaitingAsync(waiting, 0, done, cancel);
        await StoreTopicsAsync(topics, cancel);
        if (readError is not null)
        {
            reporter.AddFailure(source.Path, readError);
        }

        await reporter.WriteFileAsync(source.Path);
    }

    private async Task StoreTopicsAsync(List<TopicLine> topics, CancellationToken cancel)
    {
        if (topics.Count > 0)
        {
            await vocabulary.StoreAsync(topics, cancel);
            topics.Clear();
        }
    }

    /// <summary>Stores lines until fewer than this number of batches wait.</summary>
    private async Task StoreWaitingAsync(
        Queue<(Task<PreparedLine> Line, long Bytes)> waiting, int batches, Action<long> done, CancellationToken cancel)
    {
        while (waiting.Count > 0 && (waiting.Count >= batches * MaxLines || waiting.Sum(line => line.Bytes) >= batches * MaxBatchBytes))
        {
            var batch = new List<PreparedLine>();
            while (waiting.Count > 0 && batch.Count < MaxLines && batch.Sum(line => line.Bytes) < MaxBatchBytes)
            {
                batch.Add(await waiting.Dequeue().Line);
            }

            await StoreBatchAsync(batch, cancel);
            done(batch.Sum(line => line.Bytes));
        }
    }

    private async Task StoreBatchAsync(List<PreparedLine> batch, CancellationToken cancel)
    {
        // No database is created for lines that are no articles.
        if (batch.Exists(line => line.Article is not null))
        {
            await database.EnsureCreatedAsync(cancel);
        }

        if (database.IsDryRun || database.IsMissing)
        {
            batch.ForEach(line => reporter.AddLine(line.SourceLine, new(line.Article is null ? null : "read", line.Errors)));
            return;
        }

        var most = batch.Count;
        for (var i = 0; i < batch.Count;)
        {
            try
            {
                var lines = batch.GetRange(i, Math.Min(most, batch.Count - i));
                var results = await database.WriteAsync((write, token) => StoreFirstAsync(write, lines, token), cancel);
                foreach (var (line, result) in lines.Zip(results))
                {
                    reporter.AddLine(line.SourceLine, result);
                }

                i += results.Count;
            }
            catch (DbException) when (most > 1)
            {
                most = 1; // One line is at fault: each is stored alone.
            }
            catch (DbException e)
            {
                reporter.AddFailure(batch[i++].SourceLine, $"The database refuses it: {e.Message}");
            }
        }
    }

    /// <summary>Stores the first of some lines, as many as there is time for.</summary>
    private async Task<List<LineResult>> StoreFirstAsync(WriteTransaction write, List<PreparedLine> lines, CancellationToken cancel)
    {
        var results = new List<LineResult>();
        var end = Environment.TickCount64 + MaxMilliseconds;
        do
        {
            cancel.ThrowIfCancellationRequested();
            results.Add(await writer.StoreAsync(write, lines[results.Count], cancel));
        }
        while (results.Count < lines.Count && Environment.TickCount64 < end);
        return results;
    }
}
