using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace ArticleApi.Http.OpenApi;

/// <summary>A request with its real response, embedded from <c>openapi/examples/{operationId}.json</c>.</summary>
internal sealed class OperationExample
{
    private readonly string[] path;
    private readonly Dictionary<string, StringValues> query;

    private OperationExample(JsonObject file)
    {
        // "/api/v1/topics/zinc", and of a write "PUT /api/v1/topics/zinc".
        var parts = ((string)file["request"]!).Split(' ')[^1].Split('?', 2);
        path = parts[0].Trim('/').Split('/');
        query = QueryHelpers.ParseQuery(parts.ElementAtOrDefault(1));
        Response = file["answer"]?.DeepClone();
        Status = (int?)file["status"] ?? StatusCodes.Status200OK;
        Type = (string?)file["type"];
        Body = file["body"]?.DeepClone();
        Parts = file["parts"]?.DeepClone();
    }

    /// <summary>The status of the response.</summary>
    public int Status { get; }

    /// <summary>The media type of the request body, or null.</summary>
    public string? Type { get; }

    /// <summary>The request body, or null.</summary>
    public JsonNode? Body { get; }

    /// <summary>The parts of another request body, of <c>multipart/form-data</c>, or null.</summary>
    public JsonNode? Parts { get; }

    /// <summary>The body of the response, from a service that has only the bundled article.</summary>
    public JsonNode? Response { get; }

    /// <summary>The example of an operation, or null if it has none.</summary>
    public static OperationExample? Of(string operationId)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"openapi/examples/{operationId}.json");
        return stream is not null && JsonSerializer.Deserialize<JsonObject>(stream) is { } file
            ? new(file)
            : null;
    }

    /// <summary>The value of a path parameter in the example.</summary>
    /// <param name="template">The path of the route, such as <c>api/v1/topics/{topic}</c>.</param>
    public string PathValue(string template, string name) =>
        Uri.UnescapeDataString(path[Array.IndexOf(template.Trim('/').Split('/'), $"{{{name}}}")]);

    /// <summary>The values of a query parameter in the example.</summary>
    public IReadOnlyList<string> Query(string name) => [.. query.GetValueOrDefault(name).OfType<string>()];
}
