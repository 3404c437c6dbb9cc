using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace ArticleApi.Http.OpenApi;

/// <summary>A request with its real answer, embedded from <c>openapi/examples/{operationId}.json</c>.</summary>
internal sealed class OperationExample
{
    private readonly string[] path;
    private readonly Dictionary<string, Microsoft.Extensions.Primitives.StringValues> query;

    private OperationExample(JsonObject file)
    {
        // "/api/v1/topics/zinc", and of a write "PUT /api/v1/topics/zinc".
        var parts = ((string)file["request"]!).Split(' ')[^1].Split('?', 2);
        path = parts[0].Trim('/').Split('/');
        query = QueryHelpers.ParseQuery(parts.ElementAtOrDefault(1));
        Answer = file["answer"]?.DeepClone();
        Status = (int?)file["status"] ?? StatusCodes.Status200OK;
        Type = (string?)file["type"];
        Body = file["body"]?.DeepClone();
    }

    /// <summary>The status of the answer.</summary>
    public int Status { get; }

    /// <summary>The media type of the body that is sent, or null.</summary>
    public string? Type { get; }

    /// <summary>The body that is sent, or null.</summary>
    public JsonNode? Body { get; }

    /// <summary>The answer that the service gives with nothing but the bundled article.</summary>
    public JsonNode? Answer { get; }

    /// <summary>The example of an operation, or null where it has none.</summary>
    public static OperationExample? Of(string operationId)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"openapi/examples/{operationId}.json");
        return stream is not null && JsonSerializer.Deserialize<JsonObject>(stream) is { } file
            ? new(file)
            : null;
    }

    /// <summary>What the example gives for a parameter of the path.</summary>
    /// <param name="template">The path of the route, such as <c>api/v1/topics/{topic}</c>.</param>
    public string PathValue(string template, string name) =>
        Uri.UnescapeDataString(path[Array.IndexOf(template.Trim('/').Split('/'), $"{{{name}}}")]);

    /// <summary>What the example gives for a parameter of the query.</summary>
    public IReadOnlyList<string> Query(string name) => [.. query.GetValueOrDefault(name).OfType<string>()];
}
