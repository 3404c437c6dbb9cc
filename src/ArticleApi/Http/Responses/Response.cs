using System.Buffers;
using System.Reflection;
using System.Text.Json;
using ArticleApi.Contract;
using ArticleApi.Http.Caching;
using ArticleApi.Http.ProblemDetails;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ArticleApi.Http.Responses;

/// <summary>Makes responses to reads: conditional, with the version of the store and how they may be cached.</summary>
internal static class Response
{
    /// <summary>The beginning of every list in JSON.</summary>
    public static ReadOnlySpan<byte> ListStart => "{\"data\":["u8;

    /// <summary>The response with this body, or a 304 if the caller has it already. Then the body is not made.</summary>
    public static async Task<Response<T>> WhenChangedAsync<T>(
        HttpContext http, EntityTagHeaderValue tag, long dataVersion, Func<Task<T>> body)
    {
        return IsNotModified(http, tag, dataVersion) ? Response<T>.NotModified : new Response<T>(await body());
    }

    /// <summary>Sets the headers of a response to a read. Returns true if the caller has this response already, and gets a 304.</summary>
    public static bool IsNotModified(HttpContext http, EntityTagHeaderValue tag, long dataVersion)
    {
        var headers = http.Response.Headers;
        var known = ETags.Matching(http.Request, tag);
        headers.ETag = known ?? tag.ToString();
        headers.Vary = "Accept, Accept-Encoding";
        headers.CacheControl = http.RequestServices.GetRequiredService<CacheSettings>().Header;
        headers[ResponseHeaders.DataVersion] = $"{dataVersion}";
        return known is not null;
    }
}

/// <summary>A 200 with a body of type <typeparamref name="T"/>, a 304 without one, or a problem.</summary>
internal sealed class Response<T> : IResult, IEndpointMetadataProvider
{
    public static readonly Response<T> NotModified = new(TypedResults.StatusCode(StatusCodes.Status304NotModified));

    private readonly IResult? other;
    private readonly T? body;
    private readonly FieldSelection? fields;
    private readonly PooledBuffer? json;

    public Response(T body, FieldSelection? fields = null) => (this.body, this.fields) = (body, fields);

    private Response(IResult other) => this.other = other;

    private Response(PooledBuffer json) => this.json = json;

    public static implicit operator Response<T>(ProblemResult problem) => new(problem);

    /// <summary>A response whose JSON is already there.</summary>
    public static Response<T> Rendered(PooledBuffer json) => new(json);

    /// <summary>A list whose items are already there as JSON.</summary>
    /// <param name="list">The list without its items.</param>
    /// <param name="json">
    /// <see cref="Response.ListStart"/>, then the items with commas between them; the rest of the list is appended.
    /// </param>
    public static Response<T> Rendered(T list, PooledBuffer json)
    {
        ReadOnlySpan<byte> frame = JsonSerializer.SerializeToUtf8Bytes(list, Contract.Json.Options);
        json.Write(frame[Response.ListStart.Length..]);
        return new(json);
    }

    /// <summary>The same response with these members only; null means all.</summary>
    public Response<T> Only(FieldSelection? selection) => other is null ? new(body!, selection) : this;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), [Representations.Json]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (other is not null)
        {
            return other.ExecuteAsync(httpContext);
        }

        var representation = Representations.Chosen(httpContext);
        var bytes = json is not null ? json.Written
            : representation == Representations.Default ? AsJson(httpContext)
            : ((Representation<T>)representation).Write(httpContext.Request, body!);
        Representations.LinkAlternates(httpContext);
        httpContext.Features.GetRequiredFeature<ResponseCapture>().Take(bytes, representation.ContentType, json);
        return Task.CompletedTask;
    }

    private ReadOnlyMemory<byte> AsJson(HttpContext http)
    {
        var options = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return fields?.Serialize(body!, options) ?? JsonSerializer.SerializeToUtf8Bytes(body, options);
    }
}
