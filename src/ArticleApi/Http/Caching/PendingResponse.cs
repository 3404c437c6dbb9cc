using ArticleApi.Http.ProblemDetails;

namespace ArticleApi.Http.Caching;

/// <summary>A response that one request is making while others wait for it.</summary>
internal sealed class PendingResponse(SingleFlight flight, string key, long changeCount)
{
    private readonly TaskCompletionSource<CachedResponse?> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Key => key;

    public long ChangeCount => changeCount;

    /// <summary>Why it could not be made; null if nothing refused it.</summary>
    public ProblemResult? Refusal { get; private set; }

    /// <summary>Waits for the response. Null says that it cannot be shared: who waited makes one of its own.</summary>
    /// <exception cref="OperationCanceledException">
    /// The caller has gone, as <paramref name="aborted"/> tells, or the one who made the response: then another makes it.
    /// </exception>
    public Task<CachedResponse?> WaitAsync(CancellationToken aborted) => completion.Task.WaitAsync(aborted);

    /// <summary>Says to all who wait that the response cannot be made now.</summary>
    public void Refuse(ProblemResult problem)
    {
        Refusal = problem;
        Release(null);
    }

    /// <summary>Gives the response to all who wait. Only the first call counts.</summary>
    /// <param name="response">The response; null if it cannot be shared.</param>
    /// <param name="isAborted">Whether the caller who made it has gone, so that no response says nothing about it.</param>
    public void Release(CachedResponse? response, bool isAborted = false)
    {
        flight.Remove(this);
        _ = response is null && isAborted ? completion.TrySetCanceled(CancellationToken.None) : completion.TrySetResult(response);
    }
}
