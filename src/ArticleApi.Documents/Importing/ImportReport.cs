using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Importing;

/// <summary>What an import did with a text.</summary>
public sealed record ImportReport
{
    /// <summary>The name of the format that was read.</summary>
    public required string Format { get; init; }

    /// <summary>The remarks, in order of line; those about no line come last.</summary>
    public IReadOnlyList<ImportNote> Notes { get; init; } = [];

    public ImportCounts Counts { get; init; } = ImportCounts.None;

    /// <summary>The markers, as printed, that resolved to nothing and stay in the text; a note tells the line and why.</summary>
    public IReadOnlyList<string> UnresolvedMarkers { get; init; } = [];

    /// <summary>The labels of the references that nothing in the text points to.</summary>
    public IReadOnlyList<string> UncitedReferences { get; init; } = [];

    /// <summary>
    /// The words of the text that are in the article, its head or its references, divided by all words that no note names as left out: 1
    /// where nothing is lost in silence, 0 where there is no article.
    /// </summary>
    public double Coverage { get; init; }

    /// <summary>The report of an article that kept what people decided on its claims.</summary>
    /// <param name="article">The article as it is stored.</param>
    /// <param name="lost">The authored claims that were left out, since the text does not have them.</param>
    public ImportReport With(Article article, IReadOnlyList<string> lost) => this with
    {
        Counts = Counts with { Claims = article.Claims.Count },
        Notes =
        [
            .. Notes,
            .. lost.Select(text => ImportNote.Warning(
                "authored-claim-left-out",
                $"The authored claim {ImportNote.Quote(text)} stands in no paragraph any longer and is left out.",
                null)),
        ],
    };
}
