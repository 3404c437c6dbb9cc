using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims.Mentions;

/// <summary>The names before a year.</summary>
/// <param name="Readings">Each way to read where they begin, the longest first.</param>
/// <param name="AndOthers">Whether "et al." follows.</param>
/// <param name="AreSeveral">Whether they look like a list.</param>
/// <param name="Start">Where the names begin as far as can be told without a reference that they fit.</param>
internal sealed record MentionNames(List<NameReading> Readings, bool AndOthers, bool AreSeveral, int Start)
{
    /// <summary>Reads the words before a year as names.</summary>
    /// <param name="words">The words and commas, in order.</param>
    /// <param name="andOthers">Whether "et al." follows.</param>
    /// <param name="narrative">Whether the year alone stands in brackets.</param>
    /// <param name="goesOn">Whether further names may stand before the words, so that none of them need be the first.</param>
    public static MentionNames From(List<MentionWord> words, bool andOthers, bool narrative, bool goesOn)
    {
        var names = Split(words);
        var readings = new List<NameReading>();
        for (var first = 0; first < names.Count && !goesOn; first++)
        {
            if (MayBeginAt(first, names, andOthers, narrative))
            {
                readings.AddRange(ReadingsFrom(first, names, words));
            }
        }

        var begin = Enumerable.Range(0, names.Count).Last(first => MayBeginAt(first, names, andOthers, narrative));
        var beginWords = names[begin].Words;
        var start = beginWords[Math.Max(0, beginWords.FindIndex(word => !word.IsIntroductory))].Start;
        return new MentionNames(readings, andOthers, names.Count > 1, start);
    }

    private static List<MentionName> Split(List<MentionWord> words)
    {
        var names = new List<MentionName>();
        var (isNew, joined) = (true, false);
        foreach (var word in words)
        {
            if (word.IsComma || word.IsLink)
            {
                isNew = true;
                joined |= word.IsLink;
            }
            else if (isNew)
            {
                names.Add(new MentionName([word], joined));
                (isNew, joined) = (false, false);
            }
            else
            {
                names[^1].Words.Add(word);
            }
        }

        // "Smith, J., & Frank, G."
        for (var n = names.Count - 1; n > 0; n--)
        {
            if (names[n].IsInitials)
            {
                names.RemoveAt(n);
            }
        }

        return names;
    }

    private static IEnumerable<NameReading> ReadingsFrom(int first, List<MentionName> names, List<MentionWord> words)
    {
        string[][] others = [.. names.Skip(first + 1).Select(name => name.Forms.Select(Folding.Key).ToArray())];
        return names[first].Words.Zip(names[first].Forms, (word, printed) => new NameReading(word.Start, Folding.Key(printed), others)
        {
            Printed = printed,
            Words = Folding.Words(printed),
            Whole = string.Join(' ', words.Where(other => other.Start >= word.Start).Select(other => other.Text)),
        });
    }

    // A name is never passed over to reach a reference: what goes is a word before a comma that begins the sentence.
    private static bool MayBeginAt(int first, List<MentionName> names, bool andOthers, bool narrative)
    {
        if (first == 0)
        {
            return true;
        }

        if (names[first].IsJoined)
        {
            return false;
        }

        if (first + 1 < names.Count)
        {
            return first == 1 && names[0].IsNoName;
        }

        var opens = names[0].BeginsWithNoName;
        return narrative && !andOthers ? first == 1 || opens : first == 1 && opens;
    }
}
