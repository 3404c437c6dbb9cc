using System.Collections.Frozen;

namespace ArticleApi.Documents.Text;

/// <summary>The languages whose sentences are known, and what language a text is in.</summary>
internal static class Languages
{
    private const int MaxText = 20_000;
    private const int MinWords = 40;
    private const int MaxWord = 12;

    private static readonly Language[] Others = [Spanish.Language, Portuguese.Language, French.Language, German.Language];

    private static readonly FrozenDictionary<string, Language> ByTag = Others.Append(English.Language)
        .ToFrozenDictionary(language => language.Tag, StringComparer.OrdinalIgnoreCase);

    /// <summary>The introductory words of all of them, for names in a text of any.</summary>
    public static FrozenSet<string> IntroductoryWords { get; } = Others.Append(English.Language)
        .SelectMany(language => language.IntroductoryWords).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// The language of a BCP 47 tag, "pt-BR". One that is not known is split as English is, and its hedges are not known.
    /// </summary>
    public static Language Of(string? tag)
    {
        var subtag = tag.AsSpan();
        var end = subtag.IndexOfAny('-', '_');
        var primary = end < 0 ? subtag : subtag[..end];
        return primary.Length == 0 ? English.Language
            : ByTag.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(primary, out var known) ? known
            : English.Language with { Tag = primary.ToString().ToLowerInvariant(), HasHedges = false };
    }

    /// <summary>The tag of the language that texts are in, by their small words; null where that is English or not sure.</summary>
    public static string? Find(IEnumerable<string> texts)
    {
        var (words, left) = (0, MaxText);
        var english = 0;
        var counts = new int[Others.Length];
        foreach (var text in texts)
        {
            for (var (i, end) = (0, Math.Min(text.Length, left)); i < end; i++)
            {
                var start = i;
                while (i < end && char.IsLetter(text[i]))
                {
                    i++;
                }

                if (i == start)
                {
                    continue;
                }

                words++;
                if (i - start > MaxWord)
                {
                    continue;
                }

                var word = text[start..i].ToLowerInvariant();
                english += English.Language.StopWords.Contains(word) ? 1 : 0;
                for (var k = 0; k < counts.Length; k++)
                {
                    counts[k] += Others[k].StopWords.Contains(word) ? 1 : 0;
                }
            }

            left -= text.Length;
            if (left <= 0)
            {
                break;
            }
        }

        var best = Array.IndexOf(counts, counts.Max());
        var second = counts.Where((_, k) => k != best).Append(english).Max();
        return words >= MinWords && counts[best] * 8 >= words && counts[best] * 2 >= second * 3 ? Others[best].Tag : null;
    }
}
