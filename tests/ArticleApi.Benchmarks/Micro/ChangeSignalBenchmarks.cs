using ArticleApi.Features.Articles;
using ArticleApi.Storage;
using BenchmarkDotNet.Attributes;

namespace ArticleApi.Benchmarks.Micro;

/// <summary>What a cached response pays to know that nothing was written: <c>pragma data_version</c>.</summary>
[MemoryDiagnoser]
public class ChangeSignalBenchmarks : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("articleapi-signal-").FullName;
    private readonly Database database;

    public ChangeSignalBenchmarks()
    {
        database = new(new($"Data Source={Path.Combine(folder, "articles.db")}"), TimeProvider.System, ArticleRenderer.Renderer);
        database.PrepareAsync((_, _) => Task.CompletedTask, CancellationToken.None).GetAwaiter().GetResult();
    }

    [Benchmark]
    public long? ChangeCount() => database.ChangeCount();

    public void Dispose()
    {
        database.Dispose();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
