using System.Runtime.InteropServices;

namespace ArticleApi.Http.Rates;

/// <summary>What a rate says of a request. Times are ticks of the clock.</summary>
/// <param name="Remaining">How many more requests may come now.</param>
/// <param name="Spent">When the whole quota is there again.</param>
/// <param name="Wait">When the request would be let through; 0 where it is.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RateVerdict(long Remaining, long Spent, long Wait);
