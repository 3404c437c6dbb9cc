namespace ArticleApi.Documents.Importing;

/// <summary>
/// The words of a source, to see how many of them came into the article. A word is a run of letters or a run of digits. Only counts are
/// held, in a table of bounded size: words that share a place in it are taken for one another, which is rare.
/// </summary>
internal sealed class SourceWords
{
    private const int MinPlaces = 1 << 12;
    private const int MaxPlaces = 1 << 20;
    private const int CharactersOfAPlace = 8;
    private const uint Seed = 2166136261;
    private const uint Prime = 16777619;

    private readonly int[] counts = [];
    private uint hash = Seed;
    private CharKind kind;

    /// <param name="length">How many characters the source has.</param>
    public SourceWords(int length)
    {
        var places = MinPlaces;
        while (places < MaxPlaces && places < length / CharactersOfAPlace)
        {
            places *= 2;
        }

        counts = new int[places];
    }

    /// <summary>Words that are counted alone.</summary>
    public SourceWords()
    {
    }

    private enum CharKind
    {
        None,
        Letter,
        Digit,
        Raised,
        Lowered,
        Whole,
    }

    /// <summary>How many words the source has.</summary>
    public int Count { get; private set; }

    /// <summary>The same with the word that the last piece began.</summary>
    public int Begun => Count + (kind == CharKind.None ? 0 : 1);

    /// <summary>How many words a text has.</summary>
    public static int CountOf(ReadOnlySpan<char> text)
    {
        var count = 0;
        var before = CharKind.None;
        foreach (var c in text)
        {
            if (Text.CleanText.IsInvisible(c))
            {
                continue;
            }

            var (kind, _) = KindOf(c);
            count += kind != CharKind.None && (kind != before || kind == CharKind.Whole) ? 1 : 0;
            before = kind;
        }

        return count;
    }

    /// <summary>Adds a piece of the source; a word may go on in the next piece.</summary>
    public void Add(ReadOnlySpan<char> piece)
    {
        foreach (var c in piece)
        {
            if (Step(c) is { } word)
            {
                Hold(word);
            }
        }
    }

    /// <summary>Ends the word that was begun: at the border of a block, or where the source is at its end.</summary>
    public void End()
    {
        if (Flush() is { } word)
        {
            Hold(word);
        }
    }

    /// <summary>Takes out the words of a text of the article, and gives how many of them the source still had.</summary>
    public int Take(string? text)
    {
        var found = 0;
        foreach (var c in text ?? "")
        {
            found += Step(c) is { } word ? Took(word) : 0;
        }

        return found + (Flush() is { } last ? Took(last) : 0);
    }

    private void Hold(uint word)
    {
        Count++;
        if (counts.Length > 0)
        {
            counts[PlaceOf(word)]++;
        }
    }

    private int PlaceOf(uint word) => (int)((word ^ (word >> 15)) & (uint)(counts.Length - 1));

    private int Took(uint word)
    {
        ref var count = ref counts[PlaceOf(word)];
        if (count == 0)
        {
            return 0;
        }

        count--;
        return 1;
    }

    /// <summary>The hash of the word that a character ends, if it ends one.</summary>
    private uint? Step(char c)
    {
        if (Text.CleanText.IsInvisible(c))
        {
            return null;
        }

        var (next, folded) = KindOf(c);
        var ended = next != kind || next == CharKind.Whole ? Flush() : null;
        kind = next;
        hash = next == CharKind.None ? Seed : (hash ^ folded) * Prime;
        return ended;
    }

    private uint? Flush()
    {
        var word = kind == CharKind.None ? (uint?)null : hash;
        (kind, hash) = (CharKind.None, Seed);
        return word;
    }

    private static (CharKind Kind, char Folded) KindOf(char c)
    {
        if (char.IsAsciiLetterLower(c))
        {
            return (CharKind.Letter, c);
        }

        if (char.IsAsciiDigit(c))
        {
            return (CharKind.Digit, c);
        }

        if (Text.Characters.SuperscriptDigit(c) is >= 0 and var raised)
        {
            return (CharKind.Raised, (char)('0' + raised));
        }

        if (Text.Characters.SubscriptDigit(c) is >= 0 and var lowered)
        {
            return (CharKind.Lowered, (char)('0' + lowered));
        }

        // A character of Chinese or Japanese is a word of its own.
        return c is >= '\u2E80' and <= '\uFAFF' && char.IsLetter(c) ? (CharKind.Whole, c)
            : char.IsLetter(c) || char.IsSurrogate(c) ? (CharKind.Letter, char.ToLowerInvariant(c))
            : char.IsDigit(c) ? (CharKind.Digit, c)
            : (CharKind.None, c);
    }
}
