using System.Diagnostics;

namespace ArticleApi.Storage;

/// <summary>Tells what is done to bring a database up to date, and every ten seconds how far it is.</summary>
internal sealed class MigrationProgress : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly Action<string> say;
    private readonly Timer timer;
    private readonly Stopwatch elapsed = new();
    private volatile string? step;
    private long done;

    /// <param name="say">Takes a line.</param>
    public MigrationProgress(Action<string> say)
    {
        this.say = say;
        timer = new(_ => Remind(), null, Interval, Interval);
    }

    /// <summary>Tells that a step begins, such as "Applying migration 0005_documents (1 of 2)".</summary>
    public void Begin(string name)
    {
        Interlocked.Exchange(ref done, 0);
        elapsed.Restart();
        step = name;
        say($"{name}.");
    }

    /// <summary>Counts a part of the step.</summary>
    public void Advance() => Interlocked.Increment(ref done);

    public void Dispose() => timer.Dispose();

    private void Remind()
    {
        if (step is { } current)
        {
            var count = Interlocked.Read(ref done);
            say($"{current}: {(count > 0 ? $"{count} done, " : "")}{elapsed.Elapsed.TotalSeconds:0} seconds.");
        }
    }
}
