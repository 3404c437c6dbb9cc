using DiffPlex;

namespace ArticleApi.Contract.Articles.Editing;

/// <summary>A text before and after an edit: tells where a place of the old text is in the new one. Places are UTF-16 indexes.</summary>
internal sealed class EditedText
{
    // Comparing takes up to the square of the words that changed; a paragraph has fewer.
    private const int MaxChangedWords = 2_000;

    private readonly string before;
    private readonly string now;
    private readonly List<(int Start, int End)> wordsBefore;
    private readonly List<(int Start, int End)> wordsNow;

    // The number of each old word in the new text; -1 where it is gone.
    private readonly int[] kept;

    public EditedText(string before, string now)
    {
        (this.before, this.now) = (before, now);
        (wordsBefore, wordsNow) = (WordChunker.Spans(before), WordChunker.Spans(now));
        kept = Align();
    }

    /// <summary>
    /// Where a place is now: behind the word that it followed. Where that word has changed, before the word that followed, if the rest of
    /// its sentence was kept for the better part. Null where neither tells it.
    /// </summary>
    public int? PlaceNow(int place)
    {
        var next = wordsBefore.FindIndex(word => word.End > place);
        next = next < 0 ? wordsBefore.Count : next;
        if (next < wordsBefore.Count && wordsBefore[next].Start < place)
        {
            return kept[next] < 0 ? null : wordsNow[kept[next]].Start + place - wordsBefore[next].Start;
        }

        var (from, until) = Gap(wordsBefore, before, next);
        var gap = (Behind: before[from..place], Ahead: before[place..until]);
        return NumberNow(next - 1) is { } previous ? WithinGap(previous + 1, gap)
            : NumberNow(next) is { } following && IsSentenceKept(next - 1) ? WithinGap(following, gap)
            : null;
    }

    private int[] Align()
    {
        var aligned = new int[wordsBefore.Count];
        Array.Fill(aligned, -1);
        var most = Math.Min(wordsBefore.Count, wordsNow.Count);
        var start = 0;
        while (start < most && Before(start).SequenceEqual(Now(start)))
        {
            aligned[start] = start++;
        }

        var end = 0;
        while (end < most - start && Before(wordsBefore.Count - end - 1).SequenceEqual(Now(wordsNow.Count - end - 1)))
        {
            end++;
            aligned[^end] = wordsNow.Count - end;
        }

        var (changedBefore, changedNow) = (wordsBefore.Count - start - end, wordsNow.Count - start - end);
        if (changedBefore == 0 || changedNow == 0 || changedBefore + changedNow > MaxChangedWords)
        {
            return aligned;
        }

        var difference = Differ.Instance.CreateDiffs(
            before[wordsBefore[start].Start..wordsBefore[start + changedBefore - 1].End],
            now[wordsNow[start].Start..wordsNow[start + changedNow - 1].End],
            ignoreWhiteSpace: false,
            ignoreCase: false,
            WordChunker.Instance);
        var (old, fresh) = (0, 0);
        foreach (var block in difference.DiffBlocks)
        {
            while (old < block.DeleteStartA)
            {
                aligned[start + old++] = start + fresh++;
            }

            (old, fresh) = (block.DeleteStartA + block.DeleteCountA, block.InsertStartB + block.InsertCountB);
        }

        while (old < changedBefore)
        {
            aligned[start + old++] = start + fresh++;
        }

        return aligned;
    }

    private ReadOnlySpan<char> Before(int word) => before.AsSpan(wordsBefore[word].Start..wordsBefore[word].End);

    private ReadOnlySpan<char> Now(int word) => now.AsSpan(wordsNow[word].Start..wordsNow[word].End);

    // The start and the end of a text stand for a word before the first and one behind the last.
    private int? NumberNow(int word) =>
        word < 0 ? -1 : word == wordsBefore.Count ? wordsNow.Count : kept[word] < 0 ? null : kept[word];

    /// <summary>What stands before a word: the punctuation and the spaces behind the word before it.</summary>
    private static (int From, int Until) Gap(List<(int Start, int End)> words, string text, int next) =>
        (next == 0 ? 0 : words[next - 1].End, next == words.Count ? text.Length : words[next].Start);

    private int WithinGap(int next, (string Behind, string Ahead) was)
    {
        var (from, until) = Gap(wordsNow, now, next);
        var gap = now.AsSpan(from..until);
        if (was.Behind.Length == 0 || (was.Ahead.Length + was.Behind.Length <= gap.Length && gap.StartsWith(was.Behind)))
        {
            return from + was.Behind.Length;
        }

        if (was.Ahead.Length > 0 && gap.EndsWith(was.Ahead))
        {
            return until - was.Ahead.Length;
        }

        var space = gap.IndexOf(' ');
        return space < 0 ? until : from + space;
    }

    private bool IsSentenceKept(int last)
    {
        var (words, stayed) = (0, 0);
        for (var word = last; word >= 0; word--)
        {
            words++;
            stayed += kept[word] < 0 ? 0 : 1;
            var (from, until) = Gap(wordsBefore, before, word);
            if (before.AsSpan(from..until).ContainsAny(".!?…"))
            {
                break;
            }
        }

        return stayed > 0 && 2 * stayed >= words;
    }
}
