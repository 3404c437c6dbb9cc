using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace ArticleApi.Http;

/// <summary>A request with its real answer, embedded from <c>openapi/examples/{operationId}.json</c>.</summary>
internal sealed class OperationExample
{
    private readonly string[] path;
    private readonly Dictionary<string, Microsoft.Extensions.Primitives.StringValues> query;

    private OperationExample(string request, JsonNode? answer)
    {
        var parts = request.Split('?', 2);
        path = parts[0].Trim('/').Split('/');
        query = QueryHelpers.ParseQuery(parts.ElementAtOrDefault(1));
        Answer = answer;
    }

    /// <summary>The answer that the service gives with nothing but the bundled article.</summary>
    public JsonNode? Answer { get; }

    /// <summary>The example of an operation, or null where it has none.</summary>
    public static OperationExample? Of(string operationId)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"openapi/examples/{operationId}.json");
        return stream is not null && JsonSerializer.Deserialize<JsonObject>(stream) is { } file
            ? new((string)file["request"]!, file["answer"]?.DeepClone())
            : null;
    }

    /// <summary>What the example gives for a parameter of the path.</summary>
    /// <param name="template">The path of the route, such as <c>api/v1/topics/{topic}</c>.</param>
    public string PathValue(string template, string name) =>
        Uri.UnescapeDataString(path[Array.IndexOf(template.Trim('/').Split('/'), $"{{{name}}}")]);

    /// <summary>What the example gives for a parameter of the query.</summary>
    public IReadOnlyList<string> Query(string name) => [.. query.GetValueOrDefault(name).OfType<string>()];
}
