namespace ArticleApi.Documents.Claims.Mentions;

/// <summary>One way to read the names before a year: "However, Hermens and Dutton" may begin with "However" or with "Hermens".</summary>
/// <param name="Start">Where the names begin.</param>
/// <param name="First">The first author, folded.</param>
/// <param name="Others">The forms that each of the others may have, folded.</param>
internal sealed record NameReading(int Start, string First, string[][] Others)
{
    /// <summary>The first author as printed.</summary>
    public required string Printed { get; init; }

    /// <summary>The first author in folded words.</summary>
    public required string Words { get; init; }

    /// <summary>All the names as printed.</summary>
    public required string Whole { get; init; }
}
