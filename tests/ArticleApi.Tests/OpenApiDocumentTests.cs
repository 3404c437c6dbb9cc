using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ArticleApi.Tests;

/// <summary>
/// The published document is the one that the service serves, and its examples are real responses. <c>UPDATE_OPENAPI=1</c> rewrites
/// <c>openapi/</c> after a change.
/// </summary>
public sealed class OpenApiDocumentTests(Service service) : IClassFixture<Service>
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static bool Update => Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "1";

    public static TheoryData<string> Operations =>
        [.. Directory.GetFiles(Folder("examples")).Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    [Fact]
    public async Task The_published_document_is_the_served_one()
    {
        using var client = new HttpClient { BaseAddress = service.Address };
        var served = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!;
        var file = Path.Combine(Folder(), "article-api.v1.json");
        if (Update)
        {
            await UpdateExamplesAsync(served);
            await File.WriteAllTextAsync(file, served.ToJsonString(Indented) + "\n", TestContext.Current.CancellationToken);
            return;
        }

        var published = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.True(
            JsonNode.DeepEquals(published, served),
            "The service differs from openapi/article-api.v1.json. If the change is meant, run the tests with "
            + "UPDATE_OPENAPI=1 and read what it changed.");
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_example_is_what_the_service_responds(string operation)
    {
        var example = JsonNode.Parse(await File.ReadAllTextAsync(ExampleFile(operation), TestContext.Current.CancellationToken))!;
        if (!Update)
        {
            var answer = await AskAsync(example);
            Assert.Equal((int?)example["status"] ?? 200, (int)answer.Status);
            Assert.Equal(example["answer"]?.ToJsonString(Indented), Body(answer)?.ToJsonString(Indented));
        }
    }

    [Fact]
    public async Task Every_operation_is_complete()
    {
        using var client = new HttpClient { BaseAddress = service.Address };
        var text = await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        Assert.StartsWith("3.1", (string)JsonNode.Parse(text)!["openapi"]!);
        var result = OpenApiDocument.Parse(text, "json");
        Assert.Empty(result.Diagnostic!.Errors);
        Assert.Empty(result.Document!.Validate(ValidationRuleSet.GetDefaultRuleSet()));
        Assert.Contains("bearer", result.Document!.Components!.SecuritySchemes!.Keys);

        var operations = result.Document.Paths
            .SelectMany(path => path.Value.Operations!.Select(operation => (path.Key, operation.Value, Method: operation.Key)))
            .ToList();
        Assert.NotEmpty(operations);
        Assert.Equal(operations.Count, operations.Select(operation => operation.Value.OperationId).Distinct().Count());
        Assert.All(operations, operation =>
        {
            var (path, it, _) = operation;
            Assert.True(
                path.StartsWith("/api/v1/", StringComparison.Ordinal) || path.StartsWith("/health/", StringComparison.Ordinal), path);
            Assert.NotEmpty(it.OperationId!);
            Assert.NotEmpty(it.Summary!);
            Assert.NotEmpty(it.Description!);
            var bodies = it.Responses!.Where(response => response.Key[0] == '2' && response.Value.Content?.Count > 0).ToList();
            Assert.True(
                bodies.Count == 0 || bodies.Exists(response => response.Value.Content!.First().Value.Example is not null),
                $"{it.OperationId} has no example.");
            Assert.Equal(operation.Method != HttpMethod.Get || path == "/api/v1/audit", it.Security!.Count > 0);
            Assert.All(
                it.Parameters ?? [],
                parameter => Assert.False(string.IsNullOrEmpty(parameter.Description), $"{it.OperationId}: {parameter.Name}"));
            Assert.All(
                (it.Parameters ?? []).Where(parameter => parameter.In == ParameterLocation.Path),
                parameter => Assert.NotNull(parameter.Example));
            Assert.All(it.Responses!, response => Assert.NotEmpty(response.Value.Description!));
        });
        Assert.All(
            result.Document.Components.Schemas!.SelectMany(
                schema => schema.Value.Properties?.Select(property => (schema.Key, property)) ?? []),
            member => Assert.False(
                string.IsNullOrEmpty(member.property.Value.Description), $"{member.Key}.{member.property.Key} has no description."));
    }

    [Fact]
    public async Task The_first_try_in_the_browser_asks_for_zinc()
    {
        using var client = new HttpClient { BaseAddress = service.Address };
        var document = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!;
        var parameters = document["paths"]!["/api/v1/claims"]!["get"]!["parameters"]!.AsArray();
        Assert.Equal(
            ["zinc"], parameters.Single(p => (string)p!["name"]! == "topic")!["example"]!.AsArray().Select(value => (string)value!));
        Assert.All(parameters.Where(p => (string)p!["name"]! != "topic"), p => Assert.Null(p!["example"]));
    }

    /// <summary>Generated clients have a type for each, not <c>Count</c> to <c>Count10</c>.</summary>
    [Fact]
    public async Task Every_list_of_values_has_a_name()
    {
        var document = await ServedAsync();
        var schemas = document["components"]!["schemas"]!.AsObject();
        Assert.Equal("#/components/schemas/CountParameter", (string)Parameter(document, "/api/v1/topics", "count")["schema"]!["$ref"]!);
        Assert.Empty(Descendants(document).OfType<JsonObject>()
            .Where(node => node["enum"] is JsonArray && node.Parent != schemas)
            .Select(node => node.GetPath()));
        Assert.Equal("#/components/schemas/Certainty", (string)Parameter(document, "/api/v1/claims", "certainty")["schema"]!["$ref"]!);
        Assert.Equal("boolean", (string)Parameter(document, "/api/v1/claims", "cited")["schema"]!["type"]!);
    }

    /// <summary>A client that sends the default of a verdict where it means none would decide.</summary>
    [Fact]
    public async Task The_document_says_what_may_be_null_or_absent()
    {
        var schemas = (await ServedAsync())["components"]!["schemas"]!;
        Assert.Equal(
            """[{"type":"null"},{"$ref":"#/components/schemas/ReviewStatus"}]""",
            schemas["ClaimPatch"]!["properties"]!["reviewStatus"]!["oneOf"]!.ToJsonString());
        Assert.Equal("string", (string)schemas["ArticleInput"]!["properties"]!["title"]!["type"]!);
        Assert.Equal("array", (string)schemas["ArticleInput"]!["properties"]!["sections"]!["type"]!);
        Assert.Equal("#/components/schemas/Source", (string)schemas["Article"]!["properties"]!["source"]!["$ref"]!);
    }

    [Fact]
    public async Task Every_response_with_a_tag_documents_If_None_Match()
    {
        var operations = (await ServedAsync())["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .Select(operation => operation.Value!)
            .ToList();
        Assert.All(operations.Where(operation => operation["responses"]!["304"] is not null), operation =>
            Assert.Contains(operation["parameters"]!.AsArray(), parameter => (string)parameter!["name"]! == "If-None-Match"));
    }

    private async Task<JsonNode> ServedAsync()
    {
        using var client = new HttpClient { BaseAddress = service.Address };
        return JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!;
    }

    private static JsonNode Parameter(JsonNode document, string path, string name) =>
        document["paths"]![path]!["get"]!["parameters"]!.AsArray().Single(parameter => (string)parameter!["name"]! == name)!;

    private static IEnumerable<JsonNode> Descendants(JsonNode node) => (node switch
    {
        JsonObject members => members.Select(member => member.Value),
        JsonArray items => items,
        _ => [],
    }).OfType<JsonNode>().SelectMany(child => Descendants(child).Prepend(child));

    private async Task UpdateExamplesAsync(JsonNode document)
    {
        foreach (var operation in document["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .Select(operation => operation.Value!))
        {
            var file = ExampleFile((string)operation["operationId"]!);
            var example = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!;
            var given = await AskAsync(example, isChecked: false);
            Assert.Equal((int?)example["status"] ?? 200, (int)given.Status);
            example["answer"] = Body(given);
            if (example["answer"] is { } answer)
            {
                operation["responses"]![$"{(int)given.Status}"]!["content"]!.AsObject().First().Value!["example"] = answer.DeepClone();
            }

            await File.WriteAllTextAsync(file, example.ToJsonString(Indented) + "\n", TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Asks what an example asks: a write of a service of its own.</summary>
    private async Task<ApiResponse> AskAsync(JsonNode example, bool isChecked = true)
    {
        var request = ((string)example["request"]!).Split(' ');
        using var own = request.Length > 1 ? new Service() : null;
        using var plain = new HttpClient { BaseAddress = (own ?? service).Address };
        using var message = new HttpRequestMessage(request.Length > 1 ? new HttpMethod(request[0]) : HttpMethod.Get, request[^1]);
        if (example["type"] is { } type)
        {
            message.Content = Service.Body(
                type.ToString() == "text/plain" ? (string)example["body"]! : example["body"]!.ToJsonString(), type.ToString());
        }

        if (example["if-match"] is { } tag)
        {
            message.Headers.TryAddWithoutValidation("If-Match", tag.ToString());
        }

        if (own is not null)
        {
            message.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Service.Key}");
        }

        using var response = await (isChecked ? (own ?? service).Client : plain).SendAsync(message, TestContext.Current.CancellationToken);
        return await ApiResponse.ReadAsync(response, TestContext.Current.CancellationToken);
    }

    private static JsonNode? Body(ApiResponse answer) =>
        answer.Text.Length == 0
            ? null
            : answer.Header("Content-Type")!.Contains("ndjson", StringComparison.Ordinal) ? answer.Text : answer.Json;

    private static string ExampleFile(string operation) => Path.Combine(Folder("examples"), $"{operation}.json");

    private static string Folder(string name = "", [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../openapi", name));
}
