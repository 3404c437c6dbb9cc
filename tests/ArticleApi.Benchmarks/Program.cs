using System.Globalization;
using ArticleApi.Benchmarks.Accuracy;
using ArticleApi.Benchmarks.Bulk;
using ArticleApi.Benchmarks.Fuzzing;
using ArticleApi.Benchmarks.Growth;
using ArticleApi.Benchmarks.Hostile;
using ArticleApi.Benchmarks.Load;
using ArticleApi.Benchmarks.Micro;
using ArticleApi.Benchmarks.Mutation;
using ArticleApi.Benchmarks.Stress;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

const string Usage = """
    Figures on demand.

    accuracy [FOLDER] [--mistakes]   How much of the articles of FOLDER the importers find, against the .gold.json beside each;
                                     without FOLDER those of the shipped samples. --mistakes lists what is wrong.
    generate COUNT [SEED]            Writes so many articles that nobody wrote as NDJSON for import, the same ones for the same seed.

    load [--keep FOLDER] [COUNT...]  How fast the service answers beside Kestrel alone that sends the same bytes, with so many articles;
                                     needs wrk and taskset, and two cores. By default 1000, 10000 and 100000. --keep keeps the stores
                                     there, and takes those that are there.

    stress [--keep FOLDER] [COUNT]   What the service does under too much load, with so many articles (10000): its slowest queries, 500
                                     callers of them at once, idle and slow connections, exports that nobody reads.

    kills [COUNT]                    Kills the service so many times, by default 500, while articles are written, and looks whether all
                                     that it acknowledged is there.

    bulk [COUNT]                     How fast so many articles are imported beside raw inserts of the same rows, in what memory,
    """ + " and how fast they are" + """

                                     recognised when they are imported again. By default 10000.

    growth [--kb N] [WORD...]        How time and memory of reading grow with the length of ordinary and hostile texts of each format, up to
                                     N kilobytes, by default 10000, and how soon reading stops when its caller leaves. With words only the
                                     kinds of text whose "format: name" has one of them.

    fuzz [--minutes N] [FOLDER]      Reads texts that are made by chance for N minutes, by default 5, and goes on with those that reach
                                     code in a new way. FOLDER, by default a new one, keeps them for the next time, and what is found.

    hostile [COUNT] [--seed N] [--from N]
                                     Sends so many requests made from the OpenAPI document, valid, nearly valid and wild, and checks each
                                     answer against it; needs taskset. By default 1000000, of seed 1. A failure is printed with its
                                     number: hostile 1 --seed N --from NUMBER sends that request alone.

    mutate [COUNT] [--seed N] [--minutes N]
                                     Changes so many random places of Documents, Storage and Http, and tells the share that a test
                                     notices, and what survives; within the repository. By default 1000, of seed 1, for 600 minutes.

    micro [--filter PATTERN] …       The inner pieces, by BenchmarkDotNet and with its options.

    Exit code 0, 1 when a file cannot be read or an answer is wrong, 2 on bad usage.
    """;

switch (args)
{
    case ["accuracy", .. var rest] when AccuracyCommand.Parse(rest) is { } accuracy:
        return accuracy.Run(Console.Out, Console.Error);
    case ["generate", var count] when Number(count) is { } articles:
        return Generate(articles, seed: 1);
    case ["generate", var count, var seed] when Number(count) is { } articles && Number(seed) is { } number:
        return Generate(articles, number);
    case ["load", "--keep", var folder, .. var sizes] when sizes.All(IsNumber):
        return await LoadCommand.RunAsync(Sizes(sizes, 1000, 10_000, 100_000), Directory.CreateDirectory(folder).FullName);
    case ["load", .. var sizes] when sizes.All(IsNumber):
        return await LoadCommand.RunAsync(Sizes(sizes, 1000, 10_000, 100_000), keep: null);
    case ["growth", "--kb", var kilobytes, .. var words] when IsNumber(kilobytes):
        return new GrowthCommand().Run(words, Number(kilobytes)!.Value * 1000);
    case ["growth", .. var words]:
        return new GrowthCommand().Run(words, 10_000_000);
    case ["fuzz", "--minutes", var minutes] when IsNumber(minutes):
        return Fuzz(Number(minutes)!.Value, null);
    case ["fuzz", "--minutes", var minutes, var folder] when IsNumber(minutes):
        return Fuzz(Number(minutes)!.Value, folder);
    case ["fuzz"]:
        return Fuzz(5, null);
    case ["fuzz", var folder] when !folder.StartsWith('-'):
        return Fuzz(5, folder);
    case [FuzzCommand.WorkerVerb, var corpus, var findings, var seconds, var start]:
        new FuzzWorker(new CoverageMap(), corpus, findings, Number(start)!.Value).Run(TimeSpan.FromSeconds(Number(seconds)!.Value));
        return AccuracyCommand.Success;
    case ["micro", .. var options]:
        BenchmarkSwitcher.FromAssembly(typeof(DocumentBenchmarks).Assembly).Run(
            options is [] ? ["--filter", "*"] : options,
            DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(new InProcessEmitToolchain(new())))
                .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "articleapi-micro")));
        return AccuracyCommand.Success;
    case ["stress", "--keep", var folder, .. var size] when size.All(IsNumber) && size.Length <= 1:
        return await StressCommand.RunAsync(Sizes(size, 10_000)[0], Directory.CreateDirectory(folder).FullName);
    case ["stress", .. var size] when size.All(IsNumber) && size.Length <= 1:
        return await StressCommand.RunAsync(Sizes(size, 10_000)[0], keep: null);
    case ["kills"]:
        return await KillsCommand.RunAsync(500);
    case ["kills", var count] when Number(count) is { } kills:
        return await KillsCommand.RunAsync(kills);
    case ["bulk"]:
        return await BulkCommand.RunAsync(10_000);
    case ["bulk", var count] when Number(count) is { } articles:
        return await BulkCommand.RunAsync(articles);
    case ["hostile", .. var rest] when NumbersOf(rest, ["--seed", "--from"]) is { } given:
        return await HostileCommand.RunAsync(
            given.Count ?? 1_000_000, given.Values.GetValueOrDefault("--seed", 1), given.Values.GetValueOrDefault("--from", 1));
    case ["mutate", .. var rest] when NumbersOf(rest, ["--seed", "--minutes"]) is { } given:
        return await MutationCommand.RunAsync(
            given.Count ?? 1000, given.Values.GetValueOrDefault("--seed", 1), given.Values.GetValueOrDefault("--minutes", 600));
    case ["twin", var original, var list]:
        return await BareKestrel.ServeAsync(new Uri(original), list);
    case ["--help" or "-h"]:
        Console.WriteLine(Usage);
        return AccuracyCommand.Success;
    default:
        Console.Error.WriteLine(args.Length == 0 ? Usage : $"This cannot be run: {string.Join(' ', args)}\n\n{Usage}");
        return AccuracyCommand.BadUsage;
}

static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

static bool IsNumber(string text) => Number(text) > 0;

static IReadOnlyList<int> Sizes(string[] sizes, params int[] absent) =>
    sizes is [] ? absent : [.. sizes.Select(size => Number(size)!.Value)];

// Each run makes other inputs.
static int Fuzz(int minutes, string? folder) => FuzzCommand.Run(
    TimeSpan.FromMinutes(minutes),
    folder is null ? Directory.CreateTempSubdirectory("articleapi-fuzz-").FullName : Directory.CreateDirectory(folder).FullName,
    Random.Shared.Next());

// A number, if there is one, and options with a number each; null if there is anything else.
static (int? Count, Dictionary<string, int> Values)? NumbersOf(string[] arguments, string[] names)
{
    var (count, values) = (default(int?), new Dictionary<string, int>());
    for (var i = 0; i < arguments.Length; i++)
    {
        if (names.Contains(arguments[i]) && i + 1 < arguments.Length && Number(arguments[i + 1]) is { } value)
        {
            values[arguments[i++]] = value;
        }
        else if (i == 0 && Number(arguments[i]) is { } number)
        {
            count = number;
        }
        else
        {
            return null;
        }
    }

    return (count, values);
}


static int Generate(int count, int seed)
{
    using var output = Console.OpenStandardOutput();
    using var buffer = new BufferedStream(output, 1 << 16);
    foreach (var article in new ArticleGenerator((ulong)seed).Articles(count))
    {
        buffer.Write(article);
        buffer.WriteByte((byte)'\n');
    }

    return AccuracyCommand.Success;
}
