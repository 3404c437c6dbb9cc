using ArticleApi.Benchmarks.Load;
using ArticleApi.Contract;
using ArticleApi.Contract.Articles;
using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Model;
using ArticleApi.Features.Articles;
using ArticleApi.Services;
using ArticleApi.Storage;
using BenchmarkDotNet.Attributes;

namespace ArticleApi.Benchmarks.Micro;

/// <summary>The pieces that a text goes through on its way in, each over one generated article.</summary>
public class DocumentBenchmarks
{
    private static readonly IReadOnlyList<Topic> Vocabulary = Seed.Topics();

    private readonly TopicTagger tagger = new(Vocabulary);
    private readonly byte[] document = new ArticleGenerator(1).Articles(1).Single();
    private readonly StoredArticle stored;
    private readonly string[] paragraphs;
    private readonly string[] claims;

    public DocumentBenchmarks()
    {
        var article = Read();
        stored = StoredArticle.Of(article, 1, DateTime.UnixEpoch);
        paragraphs = [.. article.Sections.SelectMany(section => section.Paragraphs).Select(paragraph => paragraph.Text)];
        claims = [.. article.Claims.Select(claim => claim.Text)];
    }

    /// <summary>The sentences of its ten paragraphs.</summary>
    [Benchmark]
    public int Splitter() => paragraphs.Sum(paragraph => SentenceSplitter.Split(paragraph).Count);

    /// <summary>The topics of its twenty claims.</summary>
    [Benchmark]
    public int Tagger() => claims.Sum(claim => tagger.Tag(claim).Count);

    /// <summary>The JSON of the article and its claims.</summary>
    [Benchmark]
    public int Renderer() => ArticleRenderer.Renderer.Render(stored).Article.Length;

    /// <summary>The article of a document, checked.</summary>
    [Benchmark]
    public int Reader() => Read().Claims.Count;

    private Article Read()
    {
        var topics = Vocabulary.Select(topic => topic.Slug).ToHashSet(StringComparer.Ordinal);
        return ArticleReader.Read(JsonInput.Read<ArticleInput>(document), topics).Article!;
    }
}
