using System.Text.RegularExpressions;
using DiffPlex;

namespace ArticleApi.Contract.Articles.Editing;

/// <summary>Cuts a text into its words, runs of letters and digits; what stands between them is no part of any.</summary>
internal sealed partial class WordChunker : IChunker
{
    public static WordChunker Instance { get; } = new();

    /// <summary>Where the words stand.</summary>
    public static List<(int Start, int End)> Spans(string text)
    {
        var spans = new List<(int, int)>();
        foreach (var word in Word().EnumerateMatches(text))
        {
            spans.Add((word.Index, word.Index + word.Length));
        }

        return spans;
    }

    public IReadOnlyList<string> Chunk(string text) => [.. Spans(text).Select(span => text[span.Start..span.End])];

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
