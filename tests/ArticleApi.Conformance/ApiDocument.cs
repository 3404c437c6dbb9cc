using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ArticleApi.Conformance;

/// <summary>The published OpenAPI document: what may be asked, and what may be answered.</summary>
internal static partial class ApiDocument
{
    /// <summary>The whole document.</summary>
    public static JsonObject Json { get; } = JsonNode.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "openapi", "article-api.v1.json")))!.AsObject();

    /// <summary>Its operations.</summary>
    public static IReadOnlyList<ApiOperation> Operations { get; } =
    [
        .. from path in Json["paths"]!.AsObject()
           from operation in path.Value!.AsObject()
           select new ApiOperation(path.Key, operation.Key.ToUpperInvariant(), operation.Value!.AsObject()),
    ];

    private static readonly Dictionary<string, List<(Regex Path, ApiOperation Operation)>> ByMethod = Operations
        .GroupBy(operation => operation.Method)
        .ToDictionary(group => group.Key, group => group.Select(operation => (Pattern(operation.Path), operation)).ToList());

    /// <summary>The operation that answers a method at a path; null if there is none.</summary>
    public static ApiOperation? Find(string method, string path) =>
        ByMethod.GetValueOrDefault(method == "HEAD" ? "GET" : method)?.Find(entry => entry.Path.IsMatch(path)).Operation;

    /// <summary>Whether any operation has a method; each GET is a HEAD too.</summary>
    public static bool HasMethod(string method) => method == "HEAD" || ByMethod.ContainsKey(method);

    /// <summary>A schema, or the one of the document that it names.</summary>
    public static JsonObject Resolve(JsonNode schema) => (string?)schema["$ref"] is { } reference
        ? Json["components"]!["schemas"]![reference.Split('/')[^1]]!.AsObject()
        : schema.AsObject();

    private static Regex Pattern(string path) =>
        new($"^{PathParameter().Replace(path, "[^/]+")}/?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex PathParameter();
}
