using System.Text.Json;
using ArticleApi.Documents.Model;
using ArticleApi.Features.Articles;
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

    /// <summary>The article of a line, or what is wrong with it.</summary>
    /// <param name="read">The line.</param>
    /// <param name="topics">The topics that its claims may have.</param>
    public static (Article? Article, IReadOnlyList<ProblemError> Errors) ReadArticle(JsonRead<ArticleInput> read, IReadOnlySet<string> topics) =>
        read.Malformed is null ? ArticleReader.Read(read, topics) : (null, [new() { Code = "invalid-json", Detail = read.Malformed }]);

    /// <summary>The revision and the instant that a line tells, where it tells both.</summary>
    public static (long Revision, DateTime UpdatedAt)? Exported(ArticleInput? input) => input is { Revision: > 0 and var revision, UpdatedAt: { } updatedAt }
        ? (revision, DateTimeOffset.FromUnixTimeMilliseconds(new DateTimeOffset(updatedAt).ToUnixTimeMilliseconds()).UtcDateTime)
        : null;

    /// <summary>What is wrong, in one line.</summary>
    public static string Tell(IReadOnlyList<ProblemError> errors) =>
        string.Join(' ', errors.Select(error => string.IsNullOrEmpty(error.Pointer) ? error.Detail : $"{error.Pointer}: {error.Detail}"));
}
