using System.Text.Json;
using ArticleApi.Contract;
using ArticleApi.Contract.Articles;
using ArticleApi.Contract.Topics;
using ArticleApi.Documents.Model;
using ArticleApi.Services;

namespace ArticleApi.Commands.Importing;

/// <summary>Reads a line of an NDJSON file: an article or a topic, as an export has them.</summary>
internal static class ArticleLineReader
{
    /// <summary>
    /// Whether a line is a topic: it has a name and, unlike an article, no title and no sections. An article is read only up to one of
    /// these.
    /// </summary>
    public static bool IsTopic(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            var isNamed = false;
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("title"u8) || reader.ValueTextEquals("sections"u8))
                {
                    return false;
                }

                isNamed |= reader.ValueTextEquals("name"u8);
                reader.Skip();
            }

            return isNamed && !reader.Read(); // Nothing may follow the object.
        }
        catch (JsonException)
        {
            return false; // Reading it as an article will say what is wrong.
        }
    }

    /// <summary>The article of a line, with what is left out of it, or what is wrong with it.</summary>
    /// <param name="read">The line.</param>
    /// <param name="topics">The slugs of the topics that its claims may have.</param>
    public static (Article? Article, ValidationErrors Errors) Read(JsonInputResult<ArticleLine> read, IReadOnlySet<string> topics)
    {
        if (read.Malformed is not null)
        {
            return (null, ValidationErrors.Of([new() { Code = "invalid-json", Detail = read.Malformed }]));
        }

        var leftOut = new ValidationErrors();
        var (article, errors) = ArticleReader.Read(
            new JsonInputResult<ArticleInput>(read.Input, read.Errors, read.Members, null), topics, leftOut: leftOut);
        foreach (var (i, decision) in (read.Input?.Decisions ?? []).Index())
        {
            foreach (var (n, topic) in (decision?.Topics ?? []).Index())
            {
                if (topic is not null && !topics.Contains(topic))
                {
                    errors.Add("unknown-value", () => Vocabulary.UnknownTopic($"/decisions/{i}/topics/{n}", topic, topics));
                }
            }
        }

        return errors.Count == 0 ? (article, leftOut) : (null, errors);
    }

    /// <summary>The revision and the decisions of editors, where the line has them.</summary>
    public static ExportedState ExportedState(ArticleLine line) => new(
        line is { Revision: > 0 and var revision, UpdatedAt: { } updatedAt }
            ? (revision, DateTimeOffset.FromUnixTimeMilliseconds(new DateTimeOffset(updatedAt).ToUnixTimeMilliseconds()).UtcDateTime)
            : null,
        line.Decisions is null ? null : [.. line.Decisions.Select(decision => decision!.ToDecision())]);

    /// <summary>All that is wrong with a line, in one line.</summary>
    public static string Describe(ValidationErrors errors) =>
        string.Join(' ', errors.Select(error => string.IsNullOrEmpty(error.Pointer) ? error.Detail : $"{error.Pointer}: {error.Detail}"))
        + (errors.Count > ValidationErrors.MaxListed ? $" There are {errors.Count - ValidationErrors.MaxListed} more." : "");
}
