using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace ArticleApi.Http;

/// <summary>Marks a route that answers with a stream of lines, and makes its answers.</summary>
internal sealed class LineStream : IProducesResponseTypeMetadata
{
    /// <summary>The representation of such a route.</summary>
    public static readonly Representation Form = new("ndjson", JsonLines.MediaType);

    public Type Type => typeof(string); // Lines are for programs that read lines, not one document.

    public int StatusCode => StatusCodes.Status200OK;

    public IEnumerable<string> ContentTypes => [JsonLines.MediaType];

    /// <summary>
    /// Sends lines as they are read, and a last one that sums them up. Where one cannot be read the connection is cut, so that the end is missed.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="name">What the lines are of, in the name of the file.</param>
    /// <param name="dataVersion">The version of the store that all of them show.</param>
    /// <param name="lines">The lines.</param>
    public static async Task SendAsync<T>(HttpContext http, string name, long dataVersion, IAsyncEnumerable<T> lines)
    {
        var (response, cancel) = (http.Response, http.RequestAborted);
        if (Answer.IsKnown(http, ETags.OfStore(http.Request, dataVersion), dataVersion))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = JsonLines.MediaType;
        response.Headers[HeaderNames.ContentDisposition] = $"attachment; filename=\"{name}.ndjson\"";
        if (HeadRequests.IsHead(http))
        {
            return;
        }

        http.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        using var writer = new NdjsonWriter(response.Body);
        try
        {
            await foreach (var line in lines.WithCancellation(cancel))
            {
                await writer.WriteAsync(line, cancel);
            }

            await writer.EndAsync(dataVersion, cancel);
        }
        catch (Exception e) when (response.HasStarted && !cancel.IsCancellationRequested)
        {
            // Too late for a problem.
            http.RequestServices.GetRequiredService<ILogger<LineStream>>().LogError(
                e, "{Path} was cut off; traceId {TraceId}.", http.Request.Path, ProblemResult.TraceId(http));
            http.Abort();
        }
    }
}
