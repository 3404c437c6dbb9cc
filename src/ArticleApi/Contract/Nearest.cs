namespace ArticleApi.Contract;

/// <summary>Finds the name that was probably meant, such as <c>category</c> for <c>categry</c>.</summary>
internal static class Nearest
{
    /// <summary>
    /// The candidate with the fewest edits (insert, delete, change, swap), else the shortest that begins with the value; null if all are
    /// too different.
    /// </summary>
    public static string? Of(string value, IReadOnlyCollection<string> candidates)
    {
        if (value.Length > 200)
        {
            return null;
        }

        var lower = value.ToLowerInvariant();
        var (best, edits) = candidates
            .Where(candidate => Math.Abs(candidate.Length - value.Length) <= Tolerance(value))
            .Select(candidate => (candidate, edits: Edits(lower, candidate.ToLowerInvariant())))
            .DefaultIfEmpty((candidate: "", edits: int.MaxValue))
            .MinBy(pair => pair.edits);
        return edits <= Tolerance(value)
            ? best
            : candidates.Where(candidate => lower.Length > 1 && candidate.StartsWith(lower, StringComparison.OrdinalIgnoreCase))
                .MinBy(candidate => candidate.Length);
    }

    // Two letters are two edits away from any other two.
    private static int Tolerance(string value) => value.Length < 3 ? 0 : Math.Max(1, value.Length / 3);

    // Optimal string alignment distance, three rows at a time.
    private static int Edits(string a, string b)
    {
        var (previous, current, next) = (new int[b.Length + 1], Enumerable.Range(0, b.Length + 1).ToArray(), new int[b.Length + 1]);
        for (var i = 1; i <= a.Length; i++)
        {
            next[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = current[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                next[j] = Math.Min(change, Math.Min(current[j], next[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    next[j] = Math.Min(next[j], previous[j - 2] + 1);
                }
            }

            (previous, current, next) = (current, next, previous);
        }

        return current[b.Length];
    }
}
