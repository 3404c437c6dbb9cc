namespace ArticleApi.Benchmarks.Growth;

/// <summary>Watches the managed heap from a thread of its own, to find the most that it held.</summary>
internal sealed class HeapWatch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(1);

    private readonly ManualResetEventSlim stop = new();
    private readonly Thread thread;
    private readonly long before;
    private long peak;

    public HeapWatch()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        before = GC.GetTotalMemory(forceFullCollection: false);
        thread = new Thread(Watch) { IsBackground = true, Priority = ThreadPriority.AboveNormal };
        thread.Start();
    }

    /// <summary>Ends the watch and gives the bytes that the heap grew by at the most, with what nobody had collected yet.</summary>
    public long Stop()
    {
        stop.Set();
        thread.Join();
        Look();
        return peak - before;
    }

    public void Dispose()
    {
        stop.Set();
        stop.Dispose();
    }

    private void Watch()
    {
        do
        {
            Look();
        }
        while (!stop.Wait(Interval));
    }

    private void Look() => peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
}
