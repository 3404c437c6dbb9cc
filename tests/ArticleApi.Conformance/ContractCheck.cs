using System.Text.Json.Nodes;
using NJsonSchema;

namespace ArticleApi.Conformance;

/// <summary>
/// Checks a response against the published OpenAPI document: its status and media type are declared, and its body fits the schema and has
/// no member that the schema does not name. Of formats other than the API's own JSON it checks the media type, and that JSON is JSON.
/// </summary>
internal static class ContractCheck
{
    private const string Problem = "application/problem+json";

    private static readonly Lazy<IDictionary<string, JsonSchema>> Schemas = new(() => LoadSchemas(whole: true));

    // With fields= only the chosen members are there.
    private static readonly Lazy<IDictionary<string, JsonSchema>> Partial = new(() => LoadSchemas(whole: false));

    /// <summary>What is wrong with a response; null if it is as the document says.</summary>
    /// <param name="method">The method of the request.</param>
    /// <param name="path">Its path, encoded.</param>
    /// <param name="query">Its query, encoded.</param>
    /// <param name="status">The status of the response.</param>
    /// <param name="contentType">Its <c>Content-Type</c>; null if it has none.</param>
    /// <param name="body">Reads its body, if that has to be looked at.</param>
    public static async ValueTask<string?> FaultAsync(
        string method, string path, string query, int status, string? contentType, Func<Task<string>> body)
    {
        var operation = ApiDocument.Find(method, path);
        var declared = operation?.Json["responses"]?[$"{status}"];
        if (operation is not null && method != "HEAD" && status is >= 200 and < 300)
        {
            return declared is null
                ? $"The document has no {status}."
                : await FaultOfContentAsync(declared, query, status, contentType, body);
        }

        return status < 400 || contentType is null ? null
            : contentType != Problem ? $"A {status} in {contentType} is no problem."
            : operation is not null && declared is null ? $"The document has no {status}."
            : method == "HEAD" ? null
            : FaultOfJson(Schemas.Value["Problem"], "Problem", await body());
    }

    private static async ValueTask<string?> FaultOfContentAsync(
        JsonNode declared, string query, int status, string? contentType, Func<Task<string>> body)
    {
        if (status == 204)
        {
            return null;
        }

        var media = contentType?.Split(';')[0].Trim();
        if (declared["content"]?[media ?? ""]?["schema"] is not { } schema)
        {
            return $"The document has no {status} in {media}.";
        }

        if ((string?)schema["$ref"] is { } reference)
        {
            var name = reference.Split('/')[^1];
            return FaultOfJson((query.Contains("fields=", StringComparison.Ordinal) ? Partial : Schemas).Value[name], name, await body());
        }

        var type = (string)schema["type"]!;
        return type == "string" || type == (JsonNode.Parse(await body()) is JsonArray ? "array" : "object")
            ? null
            : $"The body is no {type}.";
    }

    private static string? FaultOfJson(JsonSchema schema, string name, string body)
    {
        var faults = schema.Validate(body);
        return faults.Count == 0 ? null : $"The body is no {name}: {string.Join("; ", faults)}\n{body}";
    }

    private static IDictionary<string, JsonSchema> LoadSchemas(bool whole)
    {
        var schemas = JsonNode.Parse(
            ApiDocument.Json["components"]!["schemas"]!.ToJsonString().Replace("#/components/schemas/", "#/definitions/"))!.AsObject();
        foreach (var (_, schema) in schemas)
        {
            if (!whole)
            {
                schema!.AsObject().Remove("required");
            }

            if (schema!["properties"] is not null)
            {
                // The document is open for additions; the service may not answer with what it does not name.
                schema["additionalProperties"] = false;
            }
        }

        var definitions = new JsonObject { ["definitions"] = schemas };
        return JsonSchema.FromJsonAsync(definitions.ToJsonString()).GetAwaiter().GetResult().Definitions;
    }
}
