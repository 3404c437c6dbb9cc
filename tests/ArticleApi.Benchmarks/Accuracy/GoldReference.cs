namespace ArticleApi.Benchmarks.Accuracy;

/// <summary>An entry of the list with the fields that its line prints.</summary>
internal sealed record GoldReference
{
    public required string Label { get; init; }

    public IReadOnlyList<GoldAuthor> Authors { get; init; } = [];

    public string? Year { get; init; }

    public string? Title { get; init; }

    public string? Container { get; init; }

    public string? Volume { get; init; }

    public string? FirstPage { get; init; }

    public string? LastPage { get; init; }

    public string? Doi { get; init; }

    public int RawStart { get; init; }

    public int RawEnd { get; init; }

    /// <summary>False where the line was put together by a script that lost its punctuation: such a line is not judged.</summary>
    public bool PunctuationFromSource { get; init; } = true;
}
