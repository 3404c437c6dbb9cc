using ArticleApi.Storage;
using Microsoft.Extensions.Logging;

namespace ArticleApi.Tests.Storage;

public sealed class FaultLogTests : IDisposable
{
    private readonly List<string> lines = [];
    private readonly Minutes clock = new();
    private readonly FaultLog log;

    public FaultLogTests() => log = new(new Collected(lines), clock);

    public void Dispose() => log.Dispose();

    [Fact]
    public void A_fault_is_logged_once_then_counted_each_minute_until_it_stops()
    {
        Add(StorageFault.Full, 1000);
        Assert.Equal(["The store fails (Full): No room."], lines);
        clock.Pass();
        Assert.Equal("The store failed so (Full) 999 more times.", lines[^1]);
        Add(StorageFault.Full, 1);
        clock.Pass();
        Assert.Equal("The store failed so (Full) 1 more times.", lines[^1]);
        clock.Pass();
        Assert.Equal("The store did not fail so (Full) for a minute.", lines[^1]);
        clock.Pass();
        Assert.Equal(4, lines.Count);
        Add(StorageFault.Full, 1);
        Assert.Equal("The store fails (Full): No room.", lines[^1]);
    }

    [Fact]
    public void Each_cause_has_its_entry_and_the_rest_is_told_at_the_end()
    {
        Add(StorageFault.Full, 2);
        Add(StorageFault.Busy, 1);
        log.Dispose();
        Assert.Equal(
            ["The store fails (Full): No room.", "The store fails (Busy): No room.", "The store failed so (Full) 1 more times."], lines);
    }

    private void Add(StorageFault fault, int times)
    {
        for (var i = 0; i < times; i++)
        {
            log.Add(new DatabaseException("No room.", fault: fault));
        }
    }

    /// <summary>A clock whose timers go off when a test says that a minute has passed.</summary>
    private sealed class Minutes : TimeProvider
    {
        private readonly List<Ticker> tickers = [];

        public void Pass() => tickers.ToList().ForEach(ticker => ticker.Tick());

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Assert.Equal((TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1)), (dueTime, period));
            tickers.Add(new(() => callback(state), ticker => tickers.Remove(ticker)));
            return tickers[^1];
        }
    }

    private sealed class Ticker(Action tick, Action<Ticker> stop) : ITimer
    {
        public void Tick() => tick();

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose() => stop(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Collected(List<string> lines) : ILogger<FaultLog>
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add(formatter(state, exception));
    }
}
