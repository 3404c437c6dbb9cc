using System.Diagnostics;
using System.Globalization;
using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Importing;
using ArticleApi.Services;

namespace ArticleApi.Benchmarks.Fuzzing;

/// <summary>
/// Reads input after input until its time is over, in a process of its own, since an input may end it. An input that went along new edges
/// is kept and changed further.
/// </summary>
/// <param name="map">The map of edges.</param>
/// <param name="corpusFolder">Where inputs that went along new edges are kept.</param>
/// <param name="findingsFolder">Where inputs of which something does not hold are written.</param>
/// <param name="seed">Makes the inputs other ones.</param>
internal sealed class FuzzWorker(CoverageMap map, string corpusFolder, string findingsFolder, int seed)
{
    /// <summary>The file with the input that is being read, in the folder of findings.</summary>
    public const string Current = "current";

    private const int MaxAttempts = 400;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly TopicTagger tagger = new(Seed.Topics());
    private readonly Random random = new(seed);
    private readonly HashSet<string> failures = new(StringComparer.Ordinal);
    private readonly string current = Directory.CreateDirectory(Path.Combine(findingsFolder, Current)).FullName;
    private long executions;

    public void Run(TimeSpan time)
    {
        // Nothing is written there: it ends with the process that started this one.
        new Thread(() =>
        {
            _ = Console.In.Read();
            Environment.Exit(0);
        }) { IsBackground = true }.Start();
        var corpus = new FuzzCorpus(corpusFolder, random);
        var mutator = new TextMutator(random);
        var watch = Stopwatch.StartNew();
        var told = TimeSpan.Zero;
        foreach (var input in corpus.Seeds())
        {
            // The first run initialises what later ones find initialised.
            Try(input);
            Try(input);
            corpus.Add(input);
        }

        while (watch.Elapsed < time)
        {
            var (parent, other) = corpus.Pick();
            var input = parent with { Text = mutator.Mutate(parent.Text, other, FuzzPieces.Of(parent.Format)) };
            if (Try(input))
            {
                corpus.Add(input);
                FuzzCorpus.Save(corpusFolder, input);
            }

            if (watch.Elapsed - told > Interval)
            {
                told = watch.Elapsed;
                Tell(told, corpus);
            }
        }

        Tell(watch.Elapsed, corpus);
        Directory.Delete(current, recursive: true);
    }

    private void Tell(TimeSpan elapsed, FuzzCorpus corpus) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{elapsed.TotalSeconds,6:0} s {executions,10} inputs {executions / elapsed.TotalSeconds,7:0}/s {map.Edges,7} edges "
        + $"{corpus.Count,6} kept {failures.Count,4} findings"));

    /// <summary>Reads an input; says whether it went along a new edge.</summary>
    private bool Try(FuzzInput input)
    {
        executions++;
        File.Delete(Directory.EnumerateFiles(current).FirstOrDefault() ?? current + ".none");
        FuzzCorpus.Save(current, input);
        map.Clear();
        ImportResult? result = null;
        var failure = FailureOf(() => result = ImportInvariants.Check(input, tagger));
        var isNew = map.AddNew();
        failure ??= FailureOf(() => ImportInvariants.CheckAgain(input, tagger, result!));
        if (failure is not null && failures.Add(failure))
        {
            var path = FuzzCorpus.Save(findingsFolder, Shortened(input, failure));
            Console.WriteLine($"FINDING {path}: {failure}");
        }

        return isNew && failure is null;
    }

    private void Check(FuzzInput input) => ImportInvariants.CheckAgain(input, tagger, ImportInvariants.Check(input, tagger));

    private static string? FailureOf(Action check)
    {
        try
        {
            check();
            return null;
        }
        catch (InvariantException broken)
        {
            // What is quoted differs from input to input.
            var quote = broken.Message.IndexOf('\'');
            return quote < 0 ? broken.Message : $"{broken.Message[..quote]}…{broken.Message[(broken.Message.LastIndexOf('\'') + 1)..]}";
        }
        catch (Exception thrown)
        {
            return $"{thrown.GetType().Name} {thrown.StackTrace?.Split('\n')[0].Trim()}";
        }
    }

    /// <summary>The input without the parts that it fails without.</summary>
    private FuzzInput Shortened(FuzzInput input, string failure)
    {
        var attempts = 0;
        for (var length = input.Text.Length / 2; length > 0 && attempts < MaxAttempts; length /= 2)
        {
            for (var at = 0; at + length <= input.Text.Length && attempts < MaxAttempts;)
            {
                attempts++;
                var shorter = input with { Text = input.Text.Remove(at, length) };
                var isSame = FailureOf(() => Check(shorter)) == failure;
                (input, at) = isSame ? (shorter, at) : (input, at + length);
            }
        }

        return input;
    }
}
