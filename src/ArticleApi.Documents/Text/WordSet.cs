using System.Collections.Frozen;

namespace ArticleApi.Documents.Text;

/// <summary>Sets of words, written as one line of them.</summary>
internal static class WordSet
{
    public static FrozenSet<string> Of(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
