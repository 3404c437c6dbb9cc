using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.PlainText;

/// <summary>
/// The words that a text uses within its lines: evidence whether "nec-" and "essary" are one word, and whether "Ann Roe" is a name.
/// </summary>
internal sealed class WrittenWords
{
    // Parts of words that are words themselves, and join without a hyphen.
    private static readonly System.Collections.Frozen.FrozenSet<string> Prefixes = WordSet.Of(
        "in re de con com pro per dis im ex for be an ad ob sub en un trans inter under over out up pre super para a at as ac ap ab");

    private readonly HashSet<string> words = new(StringComparer.Ordinal);

    private WrittenWords()
    {
    }

    public static WrittenWords Of(List<TextLine> lines, CancellationToken cancel)
    {
        var written = new WrittenWords();
        for (var i = 0; i < lines.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var text = lines[i].Text;

            // What stands where a line was broken may be half a word.
            var start = i > 0 && EndsInHyphen(lines[i - 1]) ? text.IndexOf(' ', StringComparison.Ordinal) : 0;
            var end = EndsInHyphen(lines[i]) ? text.LastIndexOf(' ') : text.Length;
            for (var at = Math.Max(start, 0); start >= 0 && at < end;)
            {
                var from = at;
                while (at < end && (char.IsLetter(text[at]) || (Characters.IsHyphen(text[at]) && at > from)))
                {
                    at++;
                }

                if (at > from && char.IsLower(text[from]))
                {
                    written.words.Add(text[from..at]);
                }

                at = at == from ? at + 1 : at;
            }
        }

        return written;
    }

    /// <summary>Whether a line ends within a word, or behind the hyphen of one.</summary>
    public static bool EndsInHyphen(TextLine line) =>
        line.EndsInSoftHyphen
        || (line.Text.Length > 1 && Characters.IsHyphen(line.Text[^1]) && char.IsLetter(line.Text[^2]));

    /// <summary>Whether the text has a word in small letters.</summary>
    public bool Has(string word) => words.Contains(word.ToLowerInvariant());

    /// <summary>
    /// Whether two parts that a hyphen at the end of a line joins are one word, "nec-" and "essary", not "well-" and "known".
    /// </summary>
    public bool IsOneWord(string left, string right)
    {
        left = left.ToLowerInvariant();
        right = right.ToLowerInvariant();
        return words.Contains(left + right)
            || (!words.Contains($"{left}-{right}")
                && (Prefixes.Contains(left) || !words.Contains(left) || !words.Contains(right) || right.Length < 3));
    }
}
