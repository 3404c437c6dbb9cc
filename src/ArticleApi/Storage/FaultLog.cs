namespace ArticleApi.Storage;

/// <summary>
/// Logs a fault of the store once, however many requests meet it: the first time at once, then how often it happened again, once a minute,
/// until a minute passes without it.
/// </summary>
internal sealed class FaultLog(ILogger<FaultLog> log, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<StorageFault, Repetition> current = [];

    public void Add(DatabaseException fault)
    {
        lock (gate)
        {
            if (current.TryGetValue(fault.Fault, out var known))
            {
                known.Count++;
                return;
            }

            var timer = clock.CreateTimer(_ => SumUp(fault.Fault), null, Interval, Interval);
            current.Add(fault.Fault, new(timer));
        }

        log.LogError("The store fails ({Fault}): {Reason}", fault.Fault, fault.Message);
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var (fault, repetition) in current)
            {
                repetition.Timer.Dispose();
                LogRepetition(fault, repetition.Count);
            }

            current.Clear();
        }
    }

    private void SumUp(StorageFault fault)
    {
        lock (gate)
        {
            if (!current.TryGetValue(fault, out var repetition))
            {
                return;
            }

            LogRepetition(fault, repetition.Count);
            if (repetition.Count == 0)
            {
                log.LogInformation("The store did not fail so ({Fault}) for a minute.", fault);
                repetition.Timer.Dispose();
                current.Remove(fault);
            }

            repetition.Count = 0;
        }
    }

    private void LogRepetition(StorageFault fault, long count)
    {
        if (count > 0)
        {
            log.LogError("The store failed so ({Fault}) {Count} more times.", fault, count);
        }
    }

    private sealed class Repetition(ITimer timer)
    {
        public ITimer Timer => timer;

        public long Count { get; set; }
    }
}
