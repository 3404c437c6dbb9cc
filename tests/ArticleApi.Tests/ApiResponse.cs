using System.Net;
using System.Text.Json.Nodes;

namespace ArticleApi.Tests;

/// <summary>A response of the service, read to its end.</summary>
public sealed record ApiResponse(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, string Text)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public JsonArray Data => Json["data"]!.AsArray();

    public static async Task<ApiResponse> ReadAsync(HttpResponseMessage response, CancellationToken cancel) => new(
        response.StatusCode,
        response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
        await response.Content.ReadAsStringAsync(cancel));

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>One value of each item of a list.</summary>
    public string[] Values(string property) => [.. Data.Select(item => item![property]!.ToString())];

    /// <summary>Asserts a problem of this status and code.</summary>
    public ApiResponse IsProblem(HttpStatusCode status, string code)
    {
        Assert.Equal((status, code), (Status, (string?)Json["code"]));
        Assert.Equal("application/problem+json", Header("Content-Type"));
        Assert.Equal((int)status, (int)Json["status"]!);
        Assert.Equal($"urn:problem-type:article-api:{code}", (string?)Json["type"]);
        Assert.NotEmpty((string)Json["detail"]!);
        Assert.NotEmpty((string)Json["traceId"]!);
        return this;
    }

    /// <summary>Asserts that these parameters were refused for these reasons.</summary>
    public ApiResponse HasErrors(params (string Parameter, string Code, string? Suggestion)[] errors)
    {
        var codes = errors.Select(error => error.Code).Distinct().ToList();
        IsProblem(HttpStatusCode.BadRequest, codes is [var common] ? common : "invalid-parameters");
        Assert.Equal(
            errors,
            Json["errors"]!.AsArray().Select(e => ((string)e!["parameter"]!, (string)e["code"]!, (string?)e["suggestion"])));
        return this;
    }
}
