using System.Text.Json;
using ArticleApi.Documents.Model;
using ArticleApi.Features.Articles;
using ArticleApi.Features.Topics;
using ArticleApi.Http;

namespace ArticleApi.Commands;

/// <summary>A line of an export: an article or a topic in the shape of the contract.</summary>
internal static class ContractLine
{
    /// <summary>Whether a line is a topic: it has a name and, unlike an article, no title and no sections.</summary>
    public static bool IsTopic(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("name", out _) && !root.TryGetProperty("title", out _) && !root.TryGetProperty("sections", out _);
        }
        catch (JsonException)
        {
            return false; // Reading it as an article tells what is wrong.
        }
    }

    /// <summary>The topic of a line beside those that there are, or what is wrong with it.</summary>
    public static (Topic? Topic, IReadOnlyList<ProblemError> Errors) ReadTopic(ReadOnlyMemory<byte> line, IReadOnlyList<Topic> vocabulary)
    {
        var read = JsonInput.Read<TopicInput>(line);
        return VocabularyReader.Read(read, vocabulary);
    }

    /// <summary>The article of a line, or what is wrong with it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="vocabulary">The topics that its claims may have.</param>
    /// <param name="exported">The revision and the instant that the line tells, where it tells both.</param>
    public static (Article? Article, bool HasClaims, IReadOnlyList<ProblemError> Errors) ReadArticle(
        ReadOnlyMemory<byte> line, IReadOnlyList<Topic> vocabulary, out (long Revision, DateTime UpdatedAt)? exported)
    {
        exported = null;
        var read = JsonInput.Read<ArticleInput>(line);
        if (read.Malformed is not null)
        {
            return (null, false, [new() { Code = "invalid-json", Detail = read.Malformed }]);
        }

        var (article, errors) = ArticleReader.Read(read, TopicNames.Known(vocabulary, null));
        if (read.Input is { Revision: > 0 and var revision, UpdatedAt: { } updatedAt })
        {
            exported = (revision, DateTimeOffset.FromUnixTimeMilliseconds(new DateTimeOffset(updatedAt).ToUnixTimeMilliseconds()).UtcDateTime);
        }

        return (article, read.Input?.Claims is not null, errors);
    }

    /// <summary>What is wrong, in one line.</summary>
    public static string Tell(IReadOnlyList<ProblemError> errors) =>
        string.Join(' ', errors.Select(error => string.IsNullOrEmpty(error.Pointer) ? error.Detail : $"{error.Pointer}: {error.Detail}"));
}
