namespace ArticleApi.Documents.Claims;

/// <summary>
/// Finds many texts in many bodies by rolling hashes (Karp and Rabin), reading each body once. A text of one to two blocks' length is
/// known by the hashes of its first and its last block; it is looked for only where the rarer of the two stands.
/// </summary>
internal sealed class RabinKarpSearch
{
    private const ulong Base = 0x9E3779B97F4A7C15;

    private readonly IReadOnlyList<string> bodies;
    private readonly int size;
    private readonly Dictionary<ulong, List<(int Body, int Index)>> positions = [];

    public RabinKarpSearch(IReadOnlyList<string> bodies, int size, IEnumerable<string> texts)
    {
        (this.bodies, this.size) = (bodies, size);
        foreach (var text in texts)
        {
            positions.TryAdd(Hash(text.AsSpan(0, size)), []);
            positions.TryAdd(Hash(text.AsSpan(text.Length - size)), []);
        }

        // What the first unit of a block counts for.
        var first = 1UL;
        for (var i = 1; i < size; i++)
        {
            first *= Base;
        }

        for (var i = 0; i < bodies.Count; i++)
        {
            Read(i, first);
        }
    }

    /// <summary>Where a text stands, in order. Positions may overlap.</summary>
    public IEnumerable<(int Body, int Index)> PositionsOf(string text)
    {
        var (first, last) = (positions[Hash(text.AsSpan(0, size))], positions[Hash(text.AsSpan(text.Length - size))]);
        var (rarer, before) = first.Count <= last.Count ? (first, 0) : (last, text.Length - size);
        foreach (var (body, index) in rarer)
        {
            var start = index - before;
            if (start >= 0 && bodies[body].AsSpan(start).StartsWith(text, StringComparison.Ordinal))
            {
                yield return (body, start);
            }
        }
    }

    private void Read(int number, ulong first)
    {
        var body = bodies[number];
        if (body.Length < size)
        {
            return;
        }

        var hash = Hash(body.AsSpan(0, size));
        for (var index = 0; ; index++)
        {
            if (positions.TryGetValue(hash, out var found))
            {
                found.Add((number, index));
            }

            if (index + size == body.Length)
            {
                return;
            }

            hash = ((hash - (body[index] * first)) * Base) + body[index + size];
        }
    }

    private static ulong Hash(ReadOnlySpan<char> block)
    {
        var hash = 0UL;
        foreach (var unit in block)
        {
            hash = (hash * Base) + unit;
        }

        return hash;
    }
}
