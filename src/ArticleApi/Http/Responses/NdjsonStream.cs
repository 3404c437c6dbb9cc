using ArticleApi.Contract;
using ArticleApi.Http.Caching;
using ArticleApi.Http.Limits;
using ArticleApi.Http.Requests;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace ArticleApi.Http.Responses;

/// <summary>Streams lines of JSON as they are read from the store, and marks the routes that do so.</summary>
internal sealed class NdjsonStream : IProducesResponseTypeMetadata
{
    /// <summary>The only representation of such a route.</summary>
    public static readonly Representation Representation = new("ndjson", NdjsonWriter.MediaType);

    public Type Type => typeof(string); // Lines are for programs that read lines, not one document.

    public int StatusCode => StatusCodes.Status200OK;

    public IEnumerable<string> ContentTypes => [NdjsonWriter.MediaType];

    /// <summary>
    /// Sends lines as they are read, and a last one that sums them up. If one cannot be read the connection is closed without the last
    /// line, so that the client notices.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="name">The name of the file without its extension, such as <c>claims</c>.</param>
    /// <param name="dataVersion">The version of the store that all lines show.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="view">The view of the store that the lines are read from; disposed of when they are read.</param>
    public static async Task SendAsync<T>(HttpContext http, string name, long dataVersion, IAsyncEnumerable<T> lines, IDisposable view)
    {
        using var reading = new ReadingView(view, http.Features.Get<RequestSlot>());
        var response = http.Response;
        http.Features.GetRequiredFeature<ResponseCapture>().Decline(); // It may take minutes, for which nobody is to wait.
        if (Response.IsNotModified(http, ETags.OfStore(http.Request, dataVersion), dataVersion))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = NdjsonWriter.MediaType;
        response.Headers[HeaderNames.ContentDisposition] = $"attachment; filename=\"{name}.ndjson\"";
        if (HeadRequests.IsHead(http))
        {
            return;
        }

        http.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        var (limits, cancel) = (http.RequestServices.GetRequiredService<LimitSettings>(), http.RequestAborted);
        await using var body = new SpooledBody(
            response.Body, limits.SnapshotTime, http.RequestServices.GetRequiredService<RequestSlots>().TemporaryFiles.Open(), cancel);
        var sending = body.SendAsync();
        try
        {
            await WriteAsync(body, dataVersion, lines, cancel);
            reading.Dispose();
            body.Complete();
            await sending;
        }
        catch (Exception e)
        {
            reading.Dispose();
            var isTooLate = body.HasContent && !cancel.IsCancellationRequested; // For a problem.
            if (isTooLate)
            {
                http.RequestServices.GetRequiredService<ILogger<NdjsonStream>>().LogError(
                    e, "{Path} was cut off; traceId {TraceId}.", http.Request.Path, RequestId.Of(http));
                http.Abort();
            }

            body.Complete(e);
            await sending.ContinueWith(_ => { }, TaskScheduler.Default);
            if (!isTooLate)
            {
                throw;
            }
        }
    }

    private static async Task WriteAsync<T>(Stream body, long dataVersion, IAsyncEnumerable<T> lines, CancellationToken cancel)
    {
        using var writer = new NdjsonWriter(body);
        await foreach (var line in lines.WithCancellation(cancel))
        {
            await writer.WriteAsync(line, cancel);
        }

        await writer.EndAsync(dataVersion, cancel);
    }

    // What an export holds as long as it reads the store.
    private sealed class ReadingView(IDisposable view, RequestSlot? slot) : IDisposable
    {
        private bool isDone;

        public void Dispose()
        {
            if (!isDone)
            {
                isDone = true;
                view.Dispose();
                slot?.Dispose();
            }
        }
    }
}
