using System.Text.Json.Nodes;

namespace ArticleApi.Tests;

/// <summary>Every route of the published document, at addresses that the bundled article answers.</summary>
internal static class Routes
{
    private static readonly JsonObject Paths = JsonNode.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "openapi", "article-api.v1.json")))!["paths"]!.AsObject();

    /// <summary>The routes below <c>/api/v1</c> that anyone may read.</summary>
    public static TheoryData<string> Read => [.. Paths.Where(IsRead).Select(Address)];

    /// <summary>Those of them that answer in a media type.</summary>
    public static TheoryData<string> ReadAs(string type) =>
        [.. Paths.Where(IsRead).Where(path => path.Value!["get"]!["responses"]!["200"]!["content"]![type] is not null).Select(Address)];

    /// <summary>Those of them that have no JSON document, but a stream of lines.</summary>
    public static TheoryData<string> Streams =>
    [
        .. Paths.Where(IsRead)
            .Where(path => path.Value!["get"]!["responses"]!["200"]!["content"]!["application/json"] is null)
            .Select(Address),
    ];

    /// <summary>Those of them that give lists.</summary>
    public static TheoryData<string> Lists =>
    [
        .. Paths.Where(IsRead)
            .Where(path => Parameters(path.Value!).Any(parameter => (string)parameter["name"]! == "cursor"))
            .Select(Address),
    ];

    /// <summary>All routes that anyone may read, those about the service's health too.</summary>
    public static TheoryData<string> All => [.. Paths.Where(path => IsOpen(path.Value!["get"])).Select(Address)];

    /// <summary>The methods that the document gives for an address of <see cref="All"/>, and HEAD.</summary>
    public static IReadOnlyList<string> MethodsOf(string address) =>
    [
        .. Paths.Single(path => path.Value!["get"] is not null && Address(path) == address)
            .Value!.AsObject()
            .Select(operation => operation.Key.ToUpperInvariant()),
        "HEAD",
    ];

    private static bool IsRead(KeyValuePair<string, JsonNode?> path) =>
        path.Key.StartsWith("/api/v1/", StringComparison.Ordinal) && IsOpen(path.Value!["get"]);

    private static bool IsOpen(JsonNode? get) => get is not null && get["security"] is not JsonArray { Count: > 0 };

    private static string Address(KeyValuePair<string, JsonNode?> path) => Parameters(path.Value!)
        .Where(parameter => (string)parameter["in"]! == "path")
        .Aggregate(path.Key, (address, parameter) =>
            address.Replace($"{{{parameter["name"]}}}", Uri.EscapeDataString(parameter["example"]!.ToString()), StringComparison.Ordinal));

    private static IEnumerable<JsonNode> Parameters(JsonNode path) =>
        (path["get"]!["parameters"]?.AsArray() ?? []).Select(parameter => parameter!);
}
