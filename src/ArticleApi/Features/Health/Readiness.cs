using ArticleApi.Http.ProblemDetails;
using ArticleApi.Storage;

namespace ArticleApi.Features.Health;

/// <summary>
/// Whether the service can do its work. The store is looked at no more than once a second, by one at a time, and nobody waits for it
/// longer than a second.
/// </summary>
internal sealed class Readiness(Database database, FaultLog faults, TimeProvider clock)
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private Task<DatabaseException?>? last;
    private DateTimeOffset lookedAt;
    private bool lastWasForWriting;

    /// <param name="whenWriting">Whether the service has to be able to write.</param>
    /// <returns>Why it is not ready, or null.</returns>
    public async Task<ProblemResult?> FindProblemAsync(bool whenWriting)
    {
        try
        {
            var fault = await Look(whenWriting).WaitAsync(Age);
            return fault is null ? null : Problems.NotReady(StorageProblems.Of(fault.Fault));
        }
        catch (TimeoutException)
        {
            return Problems.NotReady(null);
        }
    }

    private Task<DatabaseException?> Look(bool whenWriting)
    {
        lock (gate)
        {
            var isFresh = clock.GetUtcNow() - lookedAt < Age && lastWasForWriting == whenWriting;
            if (last is null || (last.IsCompleted && !isFresh))
            {
                (last, lookedAt, lastWasForWriting) = (Task.Run(() => Find(whenWriting)), clock.GetUtcNow(), whenWriting);
            }

            return last;
        }
    }

    private DatabaseException? Find(bool whenWriting)
    {
        var fault = database.FindFault(whenWriting);
        if (fault is not null)
        {
            faults.Add(fault);
        }

        return fault;
    }
}
