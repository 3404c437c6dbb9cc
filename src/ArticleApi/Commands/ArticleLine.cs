using ArticleApi.Contract.Articles;

namespace ArticleApi.Commands;

/// <summary>A line of an export that holds an article: what <c>GET</c> gives of it, and the decisions of editors.</summary>
internal sealed record ArticleLine : ArticleInput
{
    /// <summary>
    /// What editors decided, also on claims that the article no longer has; null where the line does not come from an export.
    /// </summary>
    public IReadOnlyList<DecisionLine?>? Decisions { get; init; }
}
