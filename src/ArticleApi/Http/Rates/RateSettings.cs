namespace ArticleApi.Http.Rates;

/// <summary>How many requests callers may make.</summary>
/// <param name="PerAddress"><c>Limits__Rate__PerAddress</c>: requests a minute of an address; 0 for any number.</param>
/// <param name="PerKey"><c>Limits__Rate__PerKey</c>: requests a minute with a key; 0 counts them by address.</param>
/// <param name="Burst"><c>Limits__Rate__Burst</c>: how many may come at once; 0 for those of a minute.</param>
internal sealed record RateSettings(int PerAddress, int PerKey, int Burst)
{
    public const int Max = 1_000_000;

    public bool AreOff => PerAddress == 0 && PerKey == 0;
}
