namespace ArticleApi.Commands;

/// <summary>
/// What a verb works with beside its arguments: where it writes, and which settings it gets before those of the environment.
/// </summary>
/// <param name="Output">Takes the results.</param>
/// <param name="Error">Takes what went wrong, and what is said beside data.</param>
internal sealed record CommandContext(TextWriter Output, TextWriter Error)
{
    /// <summary>The console of this process.</summary>
    public static CommandContext OfProcess { get; } = new(Console.Out, Console.Error) { IsTerminal = () => ProgressDisplay.IsTerminal };

    /// <summary>Opens the output for data, which is written as bytes.</summary>
    public Func<Stream> OpenOutput { get; init; } = Console.OpenStandardOutput;

    /// <summary>Whether a person watches the output, so that a progress bar can be drawn.</summary>
    public Func<bool> IsTerminal { get; init; } = () => false;

    /// <summary>Settings that precede all others; none but in tests.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();
}
