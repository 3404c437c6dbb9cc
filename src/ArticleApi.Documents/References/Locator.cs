namespace ArticleApi.Documents.References;

/// <summary>The volume, issue, pages and year of a reference: "2021 Nov 19;13(11):4158", "vol. 13, no. 2, pp. 12–19".</summary>
/// <param name="Start">Where the numbers begin in the text.</param>
/// <param name="End">Where they end.</param>
/// <param name="Score">How sure it is that these are no numbers of a title; 1 for a year alone.</param>
internal sealed record Locator(int Start, int End, int Score)
{
    public int? Year { get; init; }

    public string? Volume { get; init; }

    public string? Issue { get; init; }

    public string? Pages { get; init; }

    /// <summary>Whether there is more than a year. An issue alone may be the number of a report.</summary>
    public bool HasVolumeOrPages => Volume is not null || Pages is not null || (Issue is not null && Year is not null);
}
