using System.Collections.Frozen;

namespace ArticleApi.Documents.Text;

/// <summary>Makes a set of words from one line of them, "the a an".</summary>
internal static class WordSet
{
    public static FrozenSet<string> Of(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
