namespace ArticleApi.Commands.Importing;

/// <summary>How files are imported.</summary>
internal sealed record ImportOptions
{
    /// <summary>The format of all files; null where each is to be detected.</summary>
    public string? Format { get; init; }

    /// <summary>The slug of the article of a single file; null where the article tells it.</summary>
    public string? Slug { get; init; }

    /// <summary>The files that citation keys point into.</summary>
    public IReadOnlyList<string> Bibliographies { get; init; } = [];

    /// <summary>Whether nothing is to be stored.</summary>
    public bool IsDryRun { get; init; }
}
