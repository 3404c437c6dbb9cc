namespace ArticleApi.Commands.Importing;

/// <summary>One import, from the first file to the last: the order in which things are done.</summary>
internal static class ImportRun
{
    /// <param name="services">The services of the host.</param>
    /// <param name="context">Where to write.</param>
    /// <param name="paths">The files and folders.</param>
    /// <param name="options">How they are imported.</param>
    /// <param name="cancel">Stops the import; what was stored until then stays.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        IServiceProvider services,
        CommandContext context,
        string[] paths,
        ImportOptions options,
        CancellationToken cancel)
    {
        var sources = paths.SelectMany(path => ImportSource.Under(path, options.Format)).ToList();
        if (options.Slug is not null && sources is not [{ Format: not ImportSource.Ndjson }])
        {
            await context.Error.WriteLineAsync("--slug is for a single file with a raw article.");
            return CommandLine.BadUsage;
        }

        var hasProgress = sources.Count > 1 || sources.Exists(source => source.Format == ImportSource.Ndjson);
        var reporter = new ImportReporter(context, hasProgress && context.IsTerminal());
        var maxBytes = services.GetRequiredService<Settings>().Limits.MaxBodyBytes;
        var given = await ImportBibliographies.ReadAsync(options.Bibliographies, maxBytes, cancel);
        foreach (var unread in given.Unread)
        {
            reporter.AddFailure(unread.Name, unread.Error!);
        }

        if (reporter.HasFailures)
        {
            await reporter.WriteFailuresAsync();
            return CommandLine.Failure;
        }

        var database = await ImportDatabase.OpenAsync(services, options.IsDryRun, reporter, cancel);
        var vocabulary = new ImportVocabulary(database, reporter, await database.TopicsAsync(cancel));
        var texts = new TextFileImporter(database, vocabulary, reporter, given, maxBytes);
        var lines = new LineImporter(database, vocabulary, reporter, maxBytes);
        try
        {
            await ProgressDisplay.RunAsync("import", sources.Sum(source => source.Size), ProgressUnit.Bytes, reporter.IsQuiet, async done =>
            {
                foreach (var source in sources)
                {
                    if (source.Error is not null)
                    {
                        reporter.AddFailure(source.Path, source.Error);
                    }
                    else if (source.LeftOut.Count > 0)
                    {
                        await reporter.WriteLeftOutAsync(source);
                    }
                    else if (source.Format == ImportSource.Ndjson)
                    {
                        await lines.ImportAsync(source, done, cancel);
                    }
                    else
                    {
                        await texts.ImportAsync(source, options.Slug, cancel);
                        done(source.Size);
                    }
                }
            });
            await reporter.WriteTotalAsync();
            await database.OptimiseAsync(cancel);
        }
        finally
        {
            await reporter.WriteFailuresAsync();
        }

        return reporter.HasFailures ? CommandLine.Failure : CommandLine.Success;
    }
}
