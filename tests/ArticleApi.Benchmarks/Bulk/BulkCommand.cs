using System.Globalization;
using ArticleApi.Benchmarks.Load;

namespace ArticleApi.Benchmarks.Bulk;

/// <summary><c>bulk COUNT</c>: how fast articles are imported, beside raw inserts of the same rows in the same run.</summary>
internal static class BulkCommand
{
    private const int Rounds = 3;

    public static async Task<int> RunAsync(int count)
    {
        var folder = Directory.CreateTempSubdirectory("articleapi-bulk-").FullName;
        try
        {
            await MeasureAsync(count, folder);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(int count, string folder)
    {
        var (lines, database, twin) = (
            Path.Combine(folder, "articles.ndjson"), Path.Combine(folder, "articles.db"), Path.Combine(folder, "twin.db"));
        await WriteAsync(count, lines);
        var size = new FileInfo(lines).Length / 1e6;
        var rounds = new List<(ImportRun Import, ImportRun Resumed, long Rows, TimeSpan Raw)>();
        Console.WriteLine(
            $"{count} articles, {size:0} MB; {Rounds} rounds, each an import, the import again, and raw inserts "
            + "of the rows that are there then");
        Console.WriteLine(
            "   articles/s    rows/s   MB/s   raw articles/s   ratio   peak MiB   again articles/s   database MB   largest WAL MB");
        for (var i = 0; i < Rounds; i++)
        {
            Delete(database);
            Delete(twin);
            var import = await ImportRun.OfAsync(lines, database);
            var resumed = await ImportRun.OfAsync(lines, database);
            var (rows, raw) = await RawInserts.RunAsync(database, twin);
            rounds.Add((import, resumed, rows, raw));
            Tell(count, size, rounds[^1..], new FileInfo(database).Length / 1e6);
        }

        Console.WriteLine("in the median:");
        Tell(count, size, rounds, new FileInfo(database).Length / 1e6);
    }

    private static void Tell(
        int count, double size, List<(ImportRun Import, ImportRun Resumed, long Rows, TimeSpan Raw)> rounds, double database)
    {
        double Median(Func<(ImportRun Import, ImportRun Resumed, long Rows, TimeSpan Raw), double> of) =>
            rounds.Select(of).Order().ElementAt(rounds.Count / 2);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Median(round => count / round.Import.Time.TotalSeconds),13:0} "
            + $"{Median(round => round.Rows / round.Import.Time.TotalSeconds),9:0} "
            + $"{Median(round => size / round.Import.Time.TotalSeconds),6:0.0} {Median(round => count / round.Raw.TotalSeconds),16:0} "
            + $"{Median(round => round.Raw / round.Import.Time),7:0.00} {Median(round => round.Import.PeakMemory),10:0} "
            + $"{Median(round => count / round.Resumed.Time.TotalSeconds),18:0} {database,13:0} "
            + $"{Median(round => round.Import.LargestWal / 1e6),16:0}"));
    }

    private static async Task WriteAsync(int count, string path)
    {
        await using var file = File.Create(path);
        foreach (var article in new ArticleGenerator(1).Articles(count))
        {
            await file.WriteAsync(article);
            file.WriteByte((byte)'\n');
        }
    }

    private static void Delete(string database)
    {
        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(database + suffix);
        }
    }
}
