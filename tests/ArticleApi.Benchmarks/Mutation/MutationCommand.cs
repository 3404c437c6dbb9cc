using System.Diagnostics;
using System.Globalization;

namespace ArticleApi.Benchmarks.Mutation;

/// <summary>
/// <c>mutate COUNT</c>: of how many random changes of Documents, Storage and Http the tests take notice. The tests that come by a mutant
/// are run with it; one that they all pass survives.
/// </summary>
internal static class MutationCommand
{
    private const double Z = 1.96; // 95 %.

    private const int First = 12;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5), PatienceForAll = TimeSpan.FromMinutes(60);

    private static readonly (string Area, string Folder, string Tests)[] Areas =
    [
        ("Documents", "src/ArticleApi.Documents", "ArticleApi.Documents.Tests"),
        ("Storage", "src/ArticleApi/Storage", "ArticleApi.Tests"),
        ("Http", "src/ArticleApi/Http", "ArticleApi.Tests"),
    ];

    public static async Task<int> RunAsync(int count, int seed, int minutes)
    {
        var clock = Stopwatch.StartNew();
        var root = Root();
        var copy = Directory.CreateTempSubdirectory("articleapi-mutate-").FullName;
        try
        {
            var all = Areas.ToDictionary(area => area.Area, area => Find(root, area.Area, area.Folder));
            foreach (var (area, mutants) in all)
            {
                Console.WriteLine($"{area}: {mutants.Count} mutants can be made.");
            }

            var chosen = all.Values.SelectMany(mutants => Choose(mutants, count / Areas.Length, seed)).ToList();
            var built = new MutatedTree(root, copy).Build(chosen);
            Console.WriteLine($"{chosen.Count} were chosen by seed {seed}, {built.Count} of them compile.");
            var results = new Dictionary<int, bool>();
            foreach (var project in Areas.GroupBy(area => area.Tests))
            {
                using var tests = new TestProcess(copy, project.Key);
                var coverage = await tests.CoverageAsync(PatienceForAll);
                Console.WriteLine($"{project.Key}: the tests have run once, after {clock.Elapsed.TotalMinutes:0} min");
                var share = clock.Elapsed + ((TimeSpan.FromMinutes(minutes) - clock.Elapsed) / (project.Key == Areas[0].Tests ? 3 : 1));
                var areas = project.Select(area => area.Area).ToList();
                var reach = coverage.SelectMany(tests => tests.Distinct()).CountBy(test => test).ToDictionary();
                foreach (var (number, mutant) in InTurn(built.Where(pair => areas.Contains(pair.Value.Area)), seed))
                {
                    if (clock.Elapsed > share)
                    {
                        break;
                    }

                    results[number] = await IsKilledAsync(tests, number, [.. coverage[number].Distinct().OrderBy(test => reach[test])]);
                    if (!results[number])
                    {
                        Console.WriteLine($"survives{(coverage[number].Any() ? "" : ", no test comes by")}: {mutant}");
                    }
                }

                Tell(built, results, all);
            }

            return 0;
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    /// <summary>Wilson's interval of a share, at 95 %.</summary>
    public static (double From, double Until) Interval(int of, int among)
    {
        if (among == 0)
        {
            return (0, 1);
        }

        var share = (double)of / among;
        var middle = share + (Z * Z / (2 * among));
        var half = Z * Math.Sqrt((share * (1 - share) / among) + (Z * Z / (4.0 * among * among)));
        var whole = 1 + (Z * Z / among);
        return ((middle - half) / whole, (middle + half) / whole);
    }

    // The tests that come by the fewest mutants go first: they were written for this place.
    private static async Task<bool> IsKilledAsync(TestProcess tests, int number, List<string> covering) =>
        await IsKilledByAsync(tests, number, covering[..Math.Min(First, covering.Count)])
        || await IsKilledByAsync(tests, number, covering[Math.Min(First, covering.Count)..]);

    // First in a process that runs on: a failure counts if the tests pass again without the mutant. What survives that is tried afresh.
    private static async Task<bool> IsKilledByAsync(TestProcess tests, int number, List<string> covering)
    {
        if (covering.Count == 0)
        {
            return false;
        }

        if (await tests.PassAsync(number, covering, Patience) is not true)
        {
            if (await tests.PassAsync(-1, covering, Patience) is true)
            {
                return true;
            }

            tests.Dispose(); // What the mutant has left behind makes them fail.
        }

        return await tests.PassAfreshAsync(number, covering, Patience) is not true;
    }

    private static List<Mutant> Find(string root, string area, string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(file => MutantFinder.Find(area, file, File.ReadAllText(Path.Combine(root, file)))),
    ];

    // Of two that overlap the first chosen one.
    private static List<Mutant> Choose(List<Mutant> mutants, int count, int seed)
    {
        var inTurn = mutants.ToArray();
        new Random(seed).Shuffle(inTurn);
        var chosen = new List<Mutant>();
        foreach (var mutant in inTurn)
        {
            if (chosen.Count == count)
            {
                break;
            }

            if (!chosen.Exists(other => other.File == mutant.File && other.Start < mutant.End && mutant.Start < other.End))
            {
                chosen.Add(mutant);
            }
        }

        return chosen;
    }

    private static KeyValuePair<int, Mutant>[] InTurn(IEnumerable<KeyValuePair<int, Mutant>> mutants, int seed)
    {
        var inTurn = mutants.OrderBy(pair => pair.Key).ToArray();
        new Random(seed).Shuffle(inTurn);
        return inTurn;
    }

    private static void Tell(
        IReadOnlyDictionary<int, Mutant> built, Dictionary<int, bool> results, Dictionary<string, List<Mutant>> all)
    {
        Console.WriteLine("area        mutants     run  killed   score   95 % from   until");
        foreach (var (area, mutants) in all)
        {
            Tell(area, mutants.Count, [.. results.Where(result => built[result.Key].Area == area).Select(result => result.Value)]);
        }

        Tell("all", all.Values.Sum(mutants => mutants.Count), [.. results.Values]);
    }

    private static void Tell(string area, int mutants, List<bool> results)
    {
        var killed = results.Count(isKilled => isKilled);
        var (from, until) = Interval(killed, results.Count);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{area,-10}{mutants,9}{results.Count,8}{killed,8}{(double)killed / Math.Max(1, results.Count),8:0.0 %}"
            + $"{from,12:0.0 %}{until,8:0.0 %}"));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(Directory.GetCurrentDirectory());
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ArticleApi.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("This is run within the repository.");
    }
}
