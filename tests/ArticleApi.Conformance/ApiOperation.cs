using System.Text.Json.Nodes;

namespace ArticleApi.Conformance;

/// <summary>An operation of the document.</summary>
/// <param name="Path">The path with its parameters in braces.</param>
/// <param name="Method">The method in capitals.</param>
/// <param name="Json">The rest.</param>
internal sealed record ApiOperation(string Path, string Method, JsonObject Json)
{
    /// <summary>The parameters of its query, by name, with their schemas.</summary>
    public IReadOnlyList<(string Name, JsonObject Schema)> Query { get; } =
    [
        .. from parameter in Json["parameters"]?.AsArray() ?? []
           where (string)parameter!["in"]! == "query"
           select ((string)parameter["name"]!, ApiDocument.Resolve(parameter["schema"]!)),
    ];

    /// <summary>The media types of its body.</summary>
    public IReadOnlyList<string> BodyTypes { get; } =
        [.. Json["requestBody"]?["content"]?.AsObject().Select(content => content.Key) ?? []];

    /// <summary>The media types of its 200.</summary>
    public IReadOnlyList<string> Types { get; } =
        [.. Json["responses"]?["200"]?["content"]?.AsObject().Select(content => content.Key) ?? []];
}
