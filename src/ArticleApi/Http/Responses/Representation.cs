using Microsoft.OpenApi;

namespace ArticleApi.Http.Responses;

/// <summary>A representation that a route offers, such as JSON or CSV.</summary>
/// <param name="Format">Its name in the parameter <c>format</c>.</param>
/// <param name="MediaType">Its media type, without parameters.</param>
internal record Representation(string Format, string MediaType)
{
    /// <summary>The header <c>Content-Type</c>: the media type with its parameters.</summary>
    public string ContentType { get; init; } = MediaType;

    /// <summary>Whether a list in it is a file that people keep, so that it is whole unless <c>limit</c> is given.</summary>
    public bool IsFile { get; init; }

    /// <summary>Whether <c>fields</c> chooses what is in it.</summary>
    public bool HasFields { get; init; }

    /// <summary>The type of its body in the OpenAPI document.</summary>
    public JsonSchemaType SchemaType { get; init; } = JsonSchemaType.String;
}

/// <summary>Another representation than JSON of a response of type <typeparamref name="T"/>.</summary>
/// <param name="Write">Writes the body.</param>
internal sealed record Representation<T>(string Format, string MediaType, Func<HttpRequest, T, ReadOnlyMemory<byte>> Write)
    : Representation(Format, MediaType);
