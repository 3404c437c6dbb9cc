using System.Threading.RateLimiting;
using ArticleApi.Http.Caching;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Queries;
using ArticleApi.Http.Responses;
using Microsoft.AspNetCore.Http.Features;

namespace ArticleApi.Http.Limits;

/// <summary>
/// Lets only so many requests use the database at once. The others wait in a short queue; one that would wait too long is a 503
/// <c>busy</c>, and one that reads for too long a 503 <c>too-expensive</c>. Kept responses and health checks need no slot.
/// </summary>
/// <param name="settings">How many may wait, and how long a request may read.</param>
/// <param name="isInterrupted">Whether an exception of a read says that its time was over or its caller has left.</param>
internal sealed class RequestSlots(LimitSettings settings, Func<Exception, bool> isInterrupted, Telemetry? telemetry = null)
    : IDisposable
{
    // The largest body takes half of the slots for writes, a small one a single slot: reading a document takes memory by its length.
    private const int WriteSlots = 80, WriteSlotsOfLargest = WriteSlots / 2;

    // A read that is not waiting for the disk keeps a processor busy.
    private static readonly int PerProcessor = 2 * Environment.ProcessorCount;
    private const int ClientClosedRequest = 499; // As nginx has it; nobody reads it.

    private readonly ConcurrencyLimiter[] limiters =
    [
        .. Enum.GetValues<SlotKind>().Select(kind =>
            new ConcurrencyLimiter(new() { PermitLimit = Slots(kind), QueueLimit = settings.Queue })),
    ];

    /// <summary>The room in temporary files for what slow readers of exports have not yet read.</summary>
    public ByteQuota TemporaryFiles { get; } = new(settings.TemporaryBytes);

    /// <summary>The memory for bodies of writes that are being received or wait for a slot.</summary>
    public ByteQuota Bodies { get; } = new(settings.BodyBytes);

    /// <summary>How many requests of a kind run at once.</summary>
    public static int Slots(SlotKind kind) => kind switch
    {
        SlotKind.Exports => 8, // They mostly wait for their readers.
        SlotKind.Writes => WriteSlots,
        _ => PerProcessor,
    };

    /// <summary>
    /// Gives the process a thread for each item and list that is read, beside those that it has. SQLite keeps the thread of a read busy,
    /// and the thread pool would add one only after half a second in which nothing went on.
    /// </summary>
    public static void ReserveThreads()
    {
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(workers + Slots(SlotKind.Items) + Slots(SlotKind.Lists), completions);
    }

    /// <summary>An endpoint filter for reads, which hold a slot while their handler runs.</summary>
    public static EndpointFilterDelegate Filter(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        var isList = QueryParameters.RequestParameter(context.MethodInfo)?.ParameterType.IsAssignableTo(typeof(PageRequest)) == true;
        return invocation => invocation.HttpContext.Request.Method == HttpMethods.Get
            ? invocation.HttpContext.RequestServices.GetRequiredService<RequestSlots>().RunAsync(isList, invocation, next)
            : next(invocation);
    }

    /// <summary>Waits for the slots of a write.</summary>
    /// <param name="bodyBytes">The length of its body.</param>
    /// <param name="aborted">Tells that the caller has left.</param>
    /// <returns>The slots, to be disposed of; null if too few were free in time.</returns>
    public ValueTask<RequestSlot?> EnterWriteAsync(long bodyBytes, CancellationToken aborted) => EnterAsync(
        SlotKind.Writes, aborted, (int)Math.Clamp(bodyBytes * WriteSlotsOfLargest / settings.MaxBodyBytes, 1, WriteSlotsOfLargest));

    /// <summary>Waits for a slot.</summary>
    /// <returns>The slot, to be disposed of; null if none was free in time.</returns>
    public async ValueTask<RequestSlot?> EnterAsync(SlotKind kind, CancellationToken aborted, int count = 1)
    {
        var limiter = limiters[(int)kind];
        var lease = limiter.AttemptAcquire(count);
        if (lease.IsAcquired)
        {
            return new(lease);
        }

        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        waiting.CancelAfter(LimitSettings.MaxWait);
        try
        {
            lease = await limiter.AcquireAsync(count, waiting.Token);
            return lease.IsAcquired ? new(lease) : null;
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>How many requests of a kind use the database.</summary>
    public int Active(SlotKind kind) => Slots(kind) - (int)limiters[(int)kind].GetStatistics()!.CurrentAvailablePermits;

    /// <summary>How many requests of a kind wait for a slot.</summary>
    public int Queued(SlotKind kind) => (int)limiters[(int)kind].GetStatistics()!.CurrentQueuedCount;

    /// <summary>The problem of a request that got no slot.</summary>
    public ProblemResult Busy(SlotKind kind)
    {
        telemetry?.AddRefused(kind, ProblemType.Busy.Code);
        return Problems.Busy((int)Math.Ceiling(settings.RequestTime.TotalSeconds)); // By then all requests that read now have ended.
    }

    public void Dispose() => Array.ForEach(limiters, limiter => limiter.Dispose());

    private async ValueTask<object?> RunAsync(bool isList, EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var http = invocation.HttpContext;
        var capture = http.Features.GetRequiredFeature<ResponseCapture>();
        if (capture.Refusal is { } known)
        {
            return known;
        }

        var kind = http.GetEndpoint()?.Metadata.GetMetadata<NdjsonStream>() is not null ? SlotKind.Exports
            : isList ? SlotKind.Lists
            : SlotKind.Items;
        using var slot = await EnterAsync(kind, http.RequestAborted);
        if (slot is null)
        {
            return capture.Refuse(Busy(kind));
        }

        http.Features.Set(slot);

        try
        {
            return await next(invocation);
        }
        catch (Exception e) when (isInterrupted(e))
        {
            ResponseHeaders.RemoveOfRead(http.Response.Headers);
            if (http.RequestAborted.IsCancellationRequested)
            {
                return TypedResults.StatusCode(ClientClosedRequest);
            }

            telemetry?.AddRefused(kind, ProblemType.TooExpensive.Code);
            return capture.Refuse(Problems.TooExpensive(settings.RequestTime, http.Request.Query));
        }
    }
}
