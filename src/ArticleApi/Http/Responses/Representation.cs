using Microsoft.OpenApi;

namespace ArticleApi.Http.Responses;

/// <summary>A form in which a route answers.</summary>
/// <param name="Format">Its name in the parameter <c>format</c>.</param>
/// <param name="MediaType">Its media type, without parameters.</param>
internal record Representation(string Format, string MediaType)
{
    /// <summary>What is sent as <c>Content-Type</c>.</summary>
    public string ContentType { get; init; } = MediaType;

    /// <summary>What its body is to the OpenAPI document.</summary>
    public JsonSchemaType SchemaType { get; init; } = JsonSchemaType.String;
}

/// <summary>Another form than JSON of an answer of type <typeparamref name="T"/>.</summary>
/// <param name="Write">Writes the body.</param>
internal sealed record Representation<T>(string Format, string MediaType, Func<HttpRequest, T, ReadOnlyMemory<byte>> Write)
    : Representation(Format, MediaType);
