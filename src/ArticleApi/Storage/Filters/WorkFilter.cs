using ArticleApi.Documents.Text;

namespace ArticleApi.Storage.Filters;

/// <summary>
/// Which cited works are wanted. A member that is null or empty does not restrict; all others must hold together, for an entry of the
/// work in the reference list of any article.
/// </summary>
internal sealed record WorkFilter
{
    /// <summary>Ids of works; null for any.</summary>
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>The DOI, bare and in lower case.</summary>
    public string? Doi { get; init; }

    /// <summary>Words of an author's family name, or of a group's name. Case and diacritics do not count.</summary>
    public string? Author { get; init; }

    public int? Year { get; init; }

    /// <summary>The row of an article that lists the work.</summary>
    public long? ArticleId { get; init; }

    /// <summary>Rows of topics: a claim that cites the work has one of them.</summary>
    public IReadOnlyList<long> TopicIds { get; init; } = [];

    /// <summary>Words and phrases of the entry's authors, title, container and raw line together.</summary>
    public TextQuery? Text { get; init; }

    /// <summary>A name as it is stored to be searched: folded words between spaces, so that only whole words are found in it.</summary>
    public static string NameWords(string name) => $" {Folding.Words(name)} ";
}
