using System.Reflection;
using System.Text.Json;
using ArticleApi.Contract;
using ArticleApi.Contract.Articles;
using ArticleApi.Contract.Topics;
using ArticleApi.Documents.Model;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Services;

/// <summary>The bundled vocabulary and article, which come with the program: <c>db/seed/</c>.</summary>
internal static class Seed
{
    private const string Folder = "db/seed/", Vocabulary = Folder + "topics.json";

    /// <summary>The bundled vocabulary, which every new database gets.</summary>
    public static IReadOnlyList<Topic> Topics()
    {
        var (topics, errors) = VocabularyReader.Read(JsonSerializer.Deserialize<TopicInput[]>(ReadResource(Vocabulary), Json.Options)!);
        return errors.Count == 0 ? topics : throw Invalid(Vocabulary, errors);
    }

    /// <summary>The bundled articles.</summary>
    public static IEnumerable<Article> Articles(IReadOnlyList<Topic> topics)
    {
        var slugs = topics.Select(topic => topic.Slug).ToHashSet(StringComparer.Ordinal);
        foreach (var resource in Assembly.GetExecutingAssembly().GetManifestResourceNames())
        {
            if (resource.StartsWith(Folder, StringComparison.Ordinal) && resource != Vocabulary)
            {
                var (article, errors) = ArticleReader.Read(JsonInput.Read<ArticleInput>(ReadResource(resource)), slugs);
                yield return article ?? throw Invalid(resource, errors);
            }
        }
    }

    /// <summary>Fills a new database with the vocabulary, and with the articles if <paramref name="articles"/>.</summary>
    public static async Task FillAsync(WriteTransaction write, bool articles, CancellationToken cancel)
    {
        var topics = Topics();
        await TopicStore.PutAsync(write, topics, cancel);
        foreach (var article in articles ? Articles(topics) : [])
        {
            await ArticleStore.PutAsync(write, article, cancel);
        }
    }

    private static InvalidDataException Invalid(string resource, ValidationErrors errors) =>
        new($"{resource}: {string.Join(' ', errors.Select(error => $"{error.Pointer}: {error.Detail}"))}");

    private static byte[] ReadResource(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }
}
