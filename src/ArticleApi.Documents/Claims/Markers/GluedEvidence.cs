using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims.Markers;

/// <summary>Decides numbers that are glued to a word, "cells4", by how the article writes this word and others elsewhere.</summary>
internal static class GluedEvidence
{
    /// <summary>
    /// A number glued to a word is a marker where the article has more than one such word; a word that stands without the number as
    /// well is a word, one that comes back with the same number a name.
    /// </summary>
    public static void DecideAfterWords(
        IReadOnlyList<string> paragraphs, IReadOnlyList<List<MarkerCandidate>> candidates, List<MarkerCandidate> open, LabelIndex labels)
    {
        var isGlued = candidates.Sum(list =>
            list.Count(candidate => candidate is { Verdict: Verdict.Marker, Context: MarkerContext.AfterPunctuation })) > 1;
        var glued = open.Where(candidate => candidate.Word.Length > 0).ToList();
        var bare = CountBare(paragraphs, glued);
        var uses = glued.GroupBy(candidate => candidate.Word).ToDictionary(group => group.Key, group => group.Count());
        var repeats = glued.GroupBy(Printed).ToDictionary(group => group.Key, group => group.Count());

        bool IsWord(MarkerCandidate candidate) => candidate.Word == "s"
            || (bare[candidate.Word] > 0
                ? repeats[Printed(candidate)] < 3 || repeats[Printed(candidate)] <= bare[candidate.Word]
                : uses[candidate.Word] == 1 && candidate.Word.Length > 4);

        var small = glued.Where(candidate => candidate.Context == MarkerContext.AfterSmallWord && IsWord(candidate)).ToList();
        var isStyle = small.Select(candidate =>
            candidate.Word).Distinct(StringComparer.Ordinal).Skip(1).Any(); // "Wave1" and "wave2" are a series.
        foreach (var candidate in small)
        {
            candidate.Settle(isStyle, "it is the only number glued to a word like this");
        }

        foreach (var candidate in glued.Where(candidate => candidate.Context == MarkerContext.AfterCapitalisedWord))
        {
            if (NamesAuthor(candidate, labels) || (isGlued && candidate.IsGroup && candidate.Named.Any(label => label.Label.Length > 1)))
            {
                candidate.Verdict = Verdict.Marker;
            }
            else if (bare[candidate.Word] > 0 && uses[candidate.Word] == 1)
            {
                candidate.Settle(isStyle
                    && (candidate.IsGroup || candidate.Named[0].Label.Length > 1), "it may as well be a part of a name");
                candidate.IsMarkerInOrder = true;
            }
            else if (uses[candidate.Word] == 1)
            {
                candidate.IsMarkerInOrder = isStyle;
            }
        }

        foreach (var candidate in glued.Where(candidate => candidate.Context == MarkerContext.AfterAcronym && candidate.Word.Length > 1))
        {
            if (bare[candidate.Word] > 0 && uses[candidate.Word] == 1)
            {
                var isPlural = candidate.Word.Length > 2 && candidate.Word[^1] == 's' && candidate.Word[..^1].All(char.IsUpper);
                var isLongGroup = isGlued && candidate.IsGroup && candidate.Named.All(label => label.Label.Length > 1);
                candidate.Settle((isStyle && (isPlural || candidate.IsGroup))
                    || isLongGroup, "it may as well be a part of an abbreviation");
                candidate.IsMarkerInOrder = true;
            }
        }

        foreach (var candidate in open.Where(candidate => candidate.Context == MarkerContext.AfterPercent))
        {
            candidate.Settle(isStyle || isGlued, "it is glued to a percentage");
        }
    }

    /// <summary>
    /// A number behind a name with a number, "CGI-58.4 We" and "PM2.5 Levels": a marker where the name stands alone too or a sentence
    /// surely begins, a part of the name where it comes back with the same decimals.
    /// </summary>
    public static void DecideAfterNames(IReadOnlyList<string> paragraphs, List<MarkerCandidate> open)
    {
        var named = open.Where(candidate => candidate.Context == MarkerContext.AfterName).ToList();
        if (named.Count == 0)
        {
            return;
        }

        var names = named.Select(candidate => candidate.Word).ToHashSet(StringComparer.Ordinal);
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        var alone = new HashSet<string>(StringComparer.Ordinal);
        var decimals = new HashSet<string>(StringComparer.Ordinal);
        foreach (var paragraph in paragraphs)
        {
            for (var i = 0; i < paragraph.Length; i++)
            {
                var start = i;
                while (i < paragraph.Length && (char.IsLetterOrDigit(paragraph[i]) || paragraph[i] == '-'))
                {
                    i++;
                }

                if (i == start || !lookup.TryGetValue(paragraph.AsSpan(start, i - start), out var name))
                {
                    continue;
                }

                var end = i + 1;
                while (end < paragraph.Length && char.IsAsciiDigit(paragraph[end]))
                {
                    end++;
                }

                if (i == paragraph.Length || paragraph[i] != '.' || end == i + 1)
                {
                    alone.Add(name);
                }
                else if (end + 1 < paragraph.Length && paragraph[end] == ' ' && char.IsLower(paragraph[end + 1]))
                {
                    decimals.Add(name);
                }
            }
        }

        foreach (var candidate in named)
        {
            var isMarker = alone.Contains(candidate.Word) || candidate.BeginsSentence || candidate.Named[0].Label.Length > 1;
            candidate.Settle(isMarker && !decimals.Contains(candidate.Word), "it may as well be a part of the name before it");
        }
    }

    private static bool NamesAuthor(MarkerCandidate candidate, LabelIndex labels)
    {
        var name = Folding.Key(candidate.Word);
        return candidate.Named.Any(label => labels.Find(label.Label) is { } reference
            && reference.Authors.Any(author => Folding.Words(author.Main).Split(' ').Contains(name)));
    }

    private static string Printed(MarkerCandidate candidate) => $"{candidate.Word} {candidate.Named[0].Label}";

    /// <summary>How often each word that a number is glued to stands without one.</summary>
    private static Dictionary<string, int> CountBare(IReadOnlyList<string> paragraphs, List<MarkerCandidate> glued)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var candidate in glued)
        {
            counts.TryAdd(candidate.Word, 0);
        }

        var lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var paragraph in paragraphs)
        {
            for (var i = 0; i < paragraph.Length; i++)
            {
                var start = i;
                while (i < paragraph.Length && char.IsLetter(paragraph[i]))
                {
                    i++;
                }

                var isBare = i > start && (i == paragraph.Length || !char.IsDigit(paragraph[i]))
                    && (start == 0 || !char.IsDigit(paragraph[start - 1]));
                if (!isBare)
                {
                    continue;
                }

                var word = paragraph.AsSpan(start, i - start);
                if (lookup.TryGetValue(word, out var count))
                {
                    lookup[word] = count + 1;
                }

                // "Cells" at the start of a sentence is "cells".
                if (char.IsUpper(word[0]) && counts.TryGetValue(word.ToString().ToLowerInvariant(), out count))
                {
                    counts[word.ToString().ToLowerInvariant()] = count + 1;
                }
            }
        }

        return counts;
    }
}
