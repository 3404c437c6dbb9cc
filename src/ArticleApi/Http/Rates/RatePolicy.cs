namespace ArticleApi.Http.Rates;

/// <summary>
/// A rate in the headers of draft-ietf-httpapi-ratelimit-headers-10: a quota that fills up again evenly, within the window when it is
/// spent.
/// </summary>
internal sealed class RatePolicy
{
    private readonly string name;
    private readonly long frequency;

    /// <param name="name">What the requests are counted by.</param>
    /// <param name="perMinute">How many a minute.</param>
    /// <param name="burst">How many at once; 0 for those of a minute.</param>
    /// <param name="frequency">How many ticks a second has.</param>
    public RatePolicy(string name, int perMinute, int burst, long frequency)
    {
        (this.name, this.frequency) = (name, frequency);
        var quota = burst == 0 ? perMinute : burst;
        Interval = frequency * 60 / perMinute;
        Window = Interval * quota;
        Header = $"\"{name}\";q={quota};w={Seconds(Window)}";
    }

    /// <summary>How many ticks a request takes.</summary>
    public long Interval { get; }

    /// <summary>In how many ticks a quota that is spent is there again.</summary>
    public long Window { get; }

    /// <summary>The value of <c>RateLimit-Policy</c>.</summary>
    public string Header { get; }

    /// <summary>The value of <c>RateLimit</c>: how many requests are left, and when all are there again.</summary>
    public string State(RateVerdict verdict) => $"\"{name}\";r={verdict.Remaining};t={Seconds(verdict.Spent)}";

    /// <summary>Whole seconds that are not less than the ticks.</summary>
    public long Seconds(long ticks) => (ticks + frequency - 1) / frequency;
}
