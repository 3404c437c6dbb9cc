using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NJsonSchema;

namespace ArticleApi.Tests;

/// <summary>
/// Checks each response against the published OpenAPI document: its status and media type are declared, and its body fits the schema and
/// has no member that the schema does not name. Of formats other than the API's own JSON it checks the media type, and that JSON is JSON.
/// </summary>
internal sealed partial class ContractCheck(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly JsonObject Document = JsonNode.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "openapi", "article-api.v1.json")))!.AsObject();

    private static readonly Lazy<IDictionary<string, JsonSchema>> Schemas = new(() => LoadSchemas(whole: true));

    // With fields= only the chosen members are there.
    private static readonly Lazy<IDictionary<string, JsonSchema>> Partial = new(() => LoadSchemas(whole: false));

    private static readonly (Regex Path, JsonNode Operations)[] Paths =
    [
        .. Document["paths"]!.AsObject()
            .Select(entry => (new Regex($"^{PathParameter().Replace(entry.Key, "[^/]+")}$"), entry.Value!)),
    ];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var operation = Operation(request);
        var status = $"{(int)response.StatusCode}";
        if (operation is not null && request.Method != HttpMethod.Head && response.IsSuccessStatusCode)
        {
            Assert.True(
                operation["responses"]?[status] is not null, $"{request.Method} {request.RequestUri}: the document has no {status}.");
            if (response.StatusCode == HttpStatusCode.NoContent)
            {
                return response;
            }

            var media = response.Content.Headers.ContentType?.MediaType;
            var schema = operation["responses"]?[status]?["content"]?[media ?? ""]?["schema"];
            Assert.True(schema is not null, $"{request.Method} {request.RequestUri}: the document has no {status} in {media}.");
            if ((string?)schema!["$ref"] is { } shape)
            {
                await FitsAsync(response, shape.Split('/')[^1], cancellationToken);
            }
            else if ((string)schema["type"]! != "string")
            {
                var body = await response.Content.ReadAsStringAsync(cancellationToken);
                Assert.Equal((string)schema["type"]!, JsonNode.Parse(body) is JsonArray ? "array" : "object");
            }
        }
        else if ((int)response.StatusCode >= 400 && response.Content.Headers.ContentType is not null)
        {
            Assert.Equal(new MediaTypeHeaderValue("application/problem+json"), response.Content.Headers.ContentType);
            Assert.True(
                operation?["responses"]?[status] is not null || operation is null,
                $"{request.Method} {request.RequestUri}: the document has no {status}.");
            if (request.Method != HttpMethod.Head)
            {
                await FitsAsync(response, "Problem", cancellationToken);
            }
        }

        return response;
    }

    private static async Task FitsAsync(HttpResponseMessage response, string schema, CancellationToken cancel)
    {
        var body = await response.Content.ReadAsStringAsync(cancel);
        var schemas = response.IsSuccessStatusCode
                && response.RequestMessage!.RequestUri!.Query.Contains("fields=", StringComparison.Ordinal)
            ? Partial
            : Schemas;
        var faults = schemas.Value[schema].Validate(body);
        Assert.True(faults.Count == 0, $"{response.RequestMessage!.RequestUri} is no {schema}: {string.Join("; ", faults)}\n{body}");
    }

    private static JsonNode? Operation(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        var method = request.Method == HttpMethod.Head ? "get" : request.Method.Method.ToLowerInvariant();
        return Paths.FirstOrDefault(entry => entry.Path.IsMatch(path)).Operations?[method];
    }

    private static IDictionary<string, JsonSchema> LoadSchemas(bool whole)
    {
        var schemas = JsonNode.Parse(Document["components"]!["schemas"]!.ToJsonString().Replace("#/components/schemas/", "#/definitions/"))!
            .AsObject();
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

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex PathParameter();
}
