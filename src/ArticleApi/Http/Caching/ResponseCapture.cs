using ArticleApi.Http.ProblemDetails;

namespace ArticleApi.Http.Caching;

/// <summary>
/// Takes the body of a 200 from a handler, so that <see cref="ResponseCache"/> can send it, and keep it, when all headers are known.
/// </summary>
/// <param name="pending">The response that other requests wait for; null if none can wait for this one.</param>
/// <param name="refusal">Why the same response could not be made for another request just now; null if it was not tried.</param>
internal sealed class ResponseCapture(PendingResponse? pending, ProblemResult? refusal) : IDisposable
{
    private IDisposable? rented;

    /// <summary>Why this response cannot be made now, as was found for another request: it need not be tried again.</summary>
    public ProblemResult? Refusal => refusal;

    /// <summary>The body without a content coding; null as long as the handler has given none.</summary>
    public ReadOnlyMemory<byte>? Body { get; private set; }

    public string? ContentType { get; private set; }

    /// <summary>Takes the body of a 200; what is rented for it is returned once the body is sent.</summary>
    public void Take(ReadOnlyMemory<byte> body, string contentType, IDisposable? rented = null) =>
        (Body, ContentType, this.rented) = (body, contentType, rented);

    /// <summary>Says that the handler sends its response itself, such as a stream. Nobody waits for it any longer.</summary>
    public void Decline() => pending?.Release(null);

    /// <summary>Says that this response cannot be made now; those who wait for it get the same problem.</summary>
    public ProblemResult Refuse(ProblemResult problem)
    {
        pending?.Refuse(problem);
        return problem;
    }

    /// <summary>The body in memory that stays valid after it was sent.</summary>
    public ReadOnlyMemory<byte> BodyToKeep() => rented is null ? Body!.Value : Body!.Value.ToArray();

    public void Dispose() => rented?.Dispose();
}
