namespace ArticleApi.Benchmarks.Accuracy;

/// <summary>What two sequences have in common.</summary>
internal static class Sequences
{
    /// <summary>The longest pairing in order: the indices of the pairs, the first sequence's first.</summary>
    public static IReadOnlyList<(int First, int Second)> Pair<T1, T2>(
        IReadOnlyList<T1> first, IReadOnlyList<T2> second, Func<T1, T2, bool> same)
    {
        // longest[i, j]: the most pairs among what follows i in the first and j in the second.
        var longest = new int[first.Count + 1, second.Count + 1];
        for (var i = first.Count - 1; i >= 0; i--)
        {
            for (var j = second.Count - 1; j >= 0; j--)
            {
                longest[i, j] = same(first[i], second[j])
                    ? longest[i + 1, j + 1] + 1
                    : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        var pairs = new List<(int, int)>(longest[0, 0]);
        for (var (i, j) = (0, 0); i < first.Count && j < second.Count;)
        {
            if (longest[i, j] == longest[i + 1, j])
            {
                i++;
            }
            else if (longest[i, j] == longest[i, j + 1])
            {
                j++;
            }
            else
            {
                pairs.Add((i++, j++));
            }
        }

        return pairs;
    }
}
