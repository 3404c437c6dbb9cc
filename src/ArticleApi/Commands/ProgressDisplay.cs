using Spectre.Console;

namespace ArticleApi.Commands;

/// <summary>A progress bar with rate and remaining time on a terminal; nothing where the output goes elsewhere.</summary>
internal static class ProgressDisplay
{
    /// <summary>Whether the output is a terminal, which a bar is drawn on.</summary>
    public static bool IsTerminal => !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive;

    /// <summary>Runs work that reports how much of it is done.</summary>
    /// <param name="title">What is done.</param>
    /// <param name="total">How much there is to do.</param>
    /// <param name="unit">What is counted.</param>
    /// <param name="show">Whether a bar is wanted.</param>
    /// <param name="work">The work; it is given a function that takes what was done since the last call.</param>
    public static Task RunAsync(string title, long total, ProgressUnit unit, bool show, Func<Action<long>, Task> work) =>
        show && IsTerminal
            ? AnsiConsole.Progress()
                .Columns(
                    new TaskDescriptionColumn(),
                    new ProgressBarColumn(),
                    new PercentageColumn(),
                    unit == ProgressUnit.Bytes ? new TransferSpeedColumn() : new RateColumn(),
                    new RemainingTimeColumn())
                .StartAsync(async context =>
                {
                    var task = context.AddTask(Markup.Escape(title), maxValue: Math.Max(1, total));
                    await work(done => task.Increment(done));
                    task.Value = task.MaxValue;
                })
            : work(_ => { });

    /// <summary>Items a second.</summary>
    private sealed class RateColumn : ProgressColumn
    {
        public override Spectre.Console.Rendering.IRenderable Render(Spectre.Console.Rendering.RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(task.Speed is { } speed ? $"{speed:0}/s" : "");
    }
}

/// <summary>What a progress bar counts.</summary>
internal enum ProgressUnit
{
    Items,
    Bytes,
}
