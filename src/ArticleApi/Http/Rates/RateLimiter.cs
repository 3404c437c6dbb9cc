using System.Collections.Concurrent;

namespace ArticleApi.Http.Rates;

/// <summary>
/// Counts requests by who makes them, by the generic cell rate algorithm (https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm): of
/// each caller it remembers only until when what he asked for is paid. So it knows to the tick when the next request may come, and forgets
/// callers who owe nothing.
/// </summary>
/// <param name="policy">The rate.</param>
/// <param name="clock">Tells the time.</param>
/// <param name="maxCallers">How many callers are remembered; any others are counted as one.</param>
internal sealed class RateLimiter<TCaller>(RatePolicy policy, TimeProvider clock, int maxCallers = 100_000)
    where TCaller : notnull
{
    private readonly ConcurrentDictionary<TCaller, Account> accounts = new();
    private readonly Account shared = new();
    private int count;
    private long nextSweep;

    /// <summary>How many callers are remembered.</summary>
    public int Count => Volatile.Read(ref count);

    public RatePolicy Policy => policy;

    public RateVerdict Take(TCaller caller)
    {
        var now = clock.GetTimestamp();
        Sweep(now);
        var account = Find(caller);
        lock (account)
        {
            var before = Math.Max(account.PaidUntil, now);
            var wait = before + policy.Interval - now - policy.Window;
            if (wait > 0)
            {
                return new(0, before - now, wait);
            }

            account.PaidUntil = before + policy.Interval;
            return new(-wait / policy.Interval, account.PaidUntil - now, 0);
        }
    }

    private Account Find(TCaller caller)
    {
        if (accounts.TryGetValue(caller, out var known))
        {
            return known;
        }

        if (Count >= maxCallers)
        {
            return shared;
        }

        var added = new Account();
        known = accounts.GetOrAdd(caller, added);
        if (known == added)
        {
            Interlocked.Increment(ref count);
        }

        return known;
    }

    // Once a second at most. Who owes nothing is as good as new.
    private void Sweep(long now)
    {
        var due = Volatile.Read(ref nextSweep);
        if (now < due || Interlocked.CompareExchange(ref nextSweep, now + clock.TimestampFrequency, due) != due)
        {
            return;
        }

        foreach (var (caller, account) in accounts)
        {
            if (Volatile.Read(ref account.PaidUntil) <= now && accounts.TryRemove(new(caller, account)))
            {
                Interlocked.Decrement(ref count);
            }
        }
    }

    private sealed class Account
    {
        public long PaidUntil;
    }
}
