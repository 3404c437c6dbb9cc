using ArticleApi.Benchmarks.Accuracy;

const string Usage = """
    Figures on demand.

    accuracy [FOLDER] [--mistakes]   How much of the articles of FOLDER the importers find, against the .gold.json beside each;
                                     without FOLDER those of the shipped samples. --mistakes lists what is wrong.

    Exit code 0, 1 when a file cannot be read, 2 on bad usage.
    """;

switch (args)
{
    case ["accuracy", .. var rest] when AccuracyCommand.Parse(rest) is { } accuracy:
        return accuracy.Run(Console.Out, Console.Error);
    case ["--help" or "-h"]:
        Console.WriteLine(Usage);
        return AccuracyCommand.Success;
    default:
        Console.Error.WriteLine(args.Length == 0 ? Usage : $"This cannot be run: {string.Join(' ', args)}\n\n{Usage}");
        return AccuracyCommand.BadUsage;
}
