using Spectre.Console;
using Spectre.Console.Rendering;

namespace ArticleApi.Commands;

/// <summary>A progress bar on a terminal, with rate and remaining time.</summary>
internal static class ProgressDisplay
{
    /// <summary>Whether the output is a terminal, which a bar is drawn on.</summary>
    public static bool IsTerminal => !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive;

    /// <summary>Runs work and shows how much of it is done.</summary>
    /// <param name="title">The name of the work.</param>
    /// <param name="total">How much there is to do.</param>
    /// <param name="unit">What is counted.</param>
    /// <param name="show">Whether to draw a bar; to be asked only on a terminal.</param>
    /// <param name="work">The work; it calls the function that it gets with the amount done since the last call.</param>
    public static Task RunAsync(string title, long total, ProgressUnit unit, bool show, Func<Action<long>, Task> work) =>
        show
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
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(task.Speed is { } speed ? $"{speed:0}/s" : "");
    }
}

/// <summary>What a progress bar counts.</summary>
internal enum ProgressUnit
{
    Items,
    Bytes,
}
