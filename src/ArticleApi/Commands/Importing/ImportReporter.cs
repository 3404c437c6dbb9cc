using System.Globalization;
using ArticleApi.Contract;
using ArticleApi.Documents.Importing;

namespace ArticleApi.Commands.Importing;

/// <summary>Says what became of each file, and counts. What failed is said at the end, on the error output.</summary>
/// <param name="context">Where to write.</param>
/// <param name="isQuiet">Whether a progress bar is drawn: then only the total is written, below it.</param>
internal sealed class ImportReporter(CommandContext context, bool isQuiet)
{
    private readonly List<string> failures = [];
    private readonly List<string> leftOut = [];
    private readonly Dictionary<string, long> outcomes = new(StringComparer.Ordinal);
    private readonly List<string> belowBar = [];
    private Dictionary<string, long> outcomesBefore = new(StringComparer.Ordinal);

    public bool IsQuiet => isQuiet;

    public bool HasFailures => failures.Count > 0;

    /// <param name="sourceLine">The file, or the file and the number of the line: <c>export.ndjson:7</c>.</param>
    /// <param name="error">What is wrong.</param>
    public void AddFailure(string sourceLine, string error) => failures.Add($"{sourceLine}: {error}");

    /// <summary>Counts articles or topics with the same outcome, such as <c>created</c>.</summary>
    public void AddOutcome(string outcome, long count = 1) => outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + count;

    /// <summary>Counts the outcome of a line and remembers what was left out, or adds its errors to the failures.</summary>
    public void AddLine(string sourceLine, LineResult result)
    {
        if (result.Outcome is null)
        {
            AddFailure(sourceLine, ArticleLineReader.Describe(result.Errors));
        }
        else
        {
            AddOutcome(result.Outcome);
            if (result.Errors.Count > 0)
            {
                leftOut.Add($"{sourceLine}: left out: {ArticleLineReader.Describe(result.Errors)}");
            }
        }
    }

    /// <summary>Says which database is used: at once, or below the bar.</summary>
    public async Task WriteDatabaseAsync(string database)
    {
        if (isQuiet)
        {
            belowBar.Add(database);
        }
        else
        {
            await context.Output.WriteLineAsync(database);
        }
    }

    /// <summary>Says how far it is to bring the database up to date, which is done before any bar is drawn.</summary>
    public void WriteProgress(string line) => context.Output.WriteLine(line);

    public Task WriteLeftOutAsync(ImportSource folder) => context.Output.WriteLineAsync(
        $"left out of {folder.Path}, no format has their extension: {string.Join(", ", folder.LeftOut)}");

    /// <summary>Says what was found in a text.</summary>
    public async Task WriteArticleAsync(string path, string slug, string outcome, ImportReport report)
    {
        if (isQuiet)
        {
            return;
        }

        var counts = report.Counts;
        await context.Output.WriteLineAsync(
            $"{outcome} {slug} from {path}: {Quantity.Of(counts.Sections, "section")}, {Quantity.Of(counts.Paragraphs, "paragraph")}, "
            + $"{Quantity.Of(counts.KeyPoints, "key point")}, {Quantity.Of(counts.References, "reference")}, "
            + $"{counts.ResolvedMarkers} of {Quantity.Of(counts.Markers, "marker")} resolved, {Quantity.Of(counts.Claims, "claim")}"
            + (report.Coverage < 1 ? $", {report.Coverage.ToString("0.0 %", CultureInfo.InvariantCulture)} of the words came in" : ""));
        foreach (var note in report.Notes)
        {
            await context.Output.WriteLineAsync(
                $"  {JsonNames.Name(note.Severity)}{(note.Line is { } line ? $", line {line}" : "")}: {note.Message} ({note.Code})");
        }

        if (report.UncitedReferences.Count > 0)
        {
            await context.Output.WriteLineAsync(
                $"  info: No marker names the references {string.Join(", ", report.UncitedReferences)}. (uncited-references)");
        }
    }

    /// <summary>Begins to count for a file of lines.</summary>
    public void BeginFile() => outcomesBefore = new(outcomes, StringComparer.Ordinal);

    /// <summary>Says what became of the lines of a file since <see cref="BeginFile"/>.</summary>
    public Task WriteFileAsync(string path) =>
        isQuiet ? Task.CompletedTask : context.Output.WriteLineAsync($"{Summarise(outcomesBefore)} from {path}");

    /// <summary>Writes the total of all files, where they were not reported one by one.</summary>
    public async Task WriteTotalAsync()
    {
        if (isQuiet)
        {
            belowBar.ForEach(context.Output.WriteLine);
            await context.Output.WriteLineAsync(Summarise([]));
        }
    }

    public async Task WriteFailuresAsync()
    {
        foreach (var failure in leftOut.Concat(failures))
        {
            await context.Error.WriteLineAsync(failure);
        }
    }

    private string Summarise(Dictionary<string, long> before)
    {
        var since = outcomes.Select(outcome => (outcome.Key, Count: outcome.Value - before.GetValueOrDefault(outcome.Key)));
        var counted = since.Where(outcome => outcome.Count > 0).Select(outcome => $"{outcome.Count} {outcome.Key}");
        return string.Join(", ", counted) is { Length: > 0 } summary ? summary : "nothing";
    }
}
