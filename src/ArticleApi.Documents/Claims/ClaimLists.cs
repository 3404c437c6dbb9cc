using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Claims;

/// <summary>
/// The short lists of an article's claims, of which most are the same: each is there once. A long article has a hundred thousand claims.
/// </summary>
internal sealed class ClaimLists
{
    private readonly Dictionary<string, IReadOnlyList<string>> words = new(StringComparer.Ordinal);
    private readonly Dictionary<Citation, IReadOnlyList<Citation>> citations = [];

    /// <summary>The list of topics or hedges that is equal to another.</summary>
    public IReadOnlyList<string> Of(IReadOnlyList<string> list) => list is [var only] ? Single(words, only) : Copy(list);

    public IReadOnlyList<Citation> Of(IReadOnlyList<Citation> list) => list is [var only] ? Of(only) : Copy(list);

    /// <summary>The list of one citation.</summary>
    public IReadOnlyList<Citation> Of(Citation only) => Single(citations, only);

    private static IReadOnlyList<T> Single<T>(Dictionary<T, IReadOnlyList<T>> known, T only)
        where T : notnull
    {
        if (!known.TryGetValue(only, out var list))
        {
            known.Add(only, list = [only]);
        }

        return list;
    }

    // Without room for more.
    private static T[] Copy<T>(IReadOnlyList<T> list) => list.Count == 0 ? [] : [.. list];
}
