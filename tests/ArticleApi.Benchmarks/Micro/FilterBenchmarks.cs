using System.Buffers;
using ArticleApi.Benchmarks.Load;
using ArticleApi.Contract;
using ArticleApi.Contract.Articles;
using ArticleApi.Documents.Model;
using ArticleApi.Features.Articles;
using ArticleApi.Services;
using ArticleApi.Storage;
using ArticleApi.Storage.Filters;
using ArticleApi.Storage.Shared;
using BenchmarkDotNet.Attributes;

namespace ArticleApi.Benchmarks.Micro;

/// <summary>The first page of a list of claims under one filter, over 500 generated articles (10,000 claims), without HTTP.</summary>
public class FilterBenchmarks : IDisposable
{
    private const int Articles = 500, Limit = 20;

    private readonly string folder = Directory.CreateTempSubdirectory("articleapi-micro-").FullName;
    private readonly ArrayBufferWriter<byte> json = new(1 << 16);
    private readonly Database database;

    public FilterBenchmarks()
    {
        database = new(new($"Data Source={Path.Combine(folder, "articles.db")}"), TimeProvider.System, ArticleRenderer.Renderer);
        FillAsync().GetAwaiter().GetResult();
    }

    [Benchmark]
    public int ByTopic() => List(session => new() { TopicSets = [session.Engine.Topics.Resolve(session, ["zinc"])[0].Ids] });

    [Benchmark]
    public int ByTwoTopics() =>
        List(session => new()
        {
            TopicSets =
            [
                session.Engine.Topics.Resolve(session, ["zinc"])[0].Ids,
                session.Engine.Topics.Resolve(session, ["serotonin"])[0].Ids,
            ],
        });

    [Benchmark]
    public int ByCertainty() => List(_ => new() { Certainty = Certainty.Hedged });

    [Benchmark]
    public int BySearch() => List(_ => new() { Text = TextQuery.Parse("depression") }, TextQuery.Relevance);

    public void Dispose()
    {
        database.Dispose();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private int List(Func<Session, ClaimFilter> filter, string order = "article")
    {
        using var snapshot = database.ReadAll(CancellationToken.None);
        json.ResetWrittenCount();
        snapshot.Engine.Claims.Write(snapshot, filter(snapshot), ClaimOrders.All.First(other => other.Name == order), null, Limit, json);
        return json.WrittenCount;
    }

    private async Task FillAsync()
    {
        await database.PrepareAsync((write, cancel) => Seed.FillAsync(write, articles: false, cancel), CancellationToken.None);
        var topics = Seed.Topics().Select(topic => topic.Slug).ToHashSet(StringComparer.Ordinal);
        await database.WriteAsync(
            async (write, cancel) =>
            {
                foreach (var line in new ArticleGenerator(1).Articles(Articles))
                {
                    await ArticleStore.PutAsync(write, ArticleReader.Read(JsonInput.Read<ArticleInput>(line), topics).Article!, cancel);
                }

                return Articles;
            },
            CancellationToken.None);
    }
}
