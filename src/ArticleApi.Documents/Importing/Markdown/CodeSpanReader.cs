namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>Reads code spans, <c>`a`</c>. A run of backticks without another of its length is text.</summary>
internal sealed class CodeSpanReader(InlineScanner scanner)
{
    // Where runs of backticks start, by their length.
    private Dictionary<int, Queue<int>>? runs;

    public bool Read()
    {
        var length = scanner.RunLength('`');
        var start = scanner.At + length;
        runs ??= FindRuns();
        var places = runs.GetValueOrDefault(length);
        while (places is { Count: > 0 } && places.Peek() < start)
        {
            places.Dequeue();
        }

        if (places is not { Count: > 0 })
        {
            scanner.Append(scanner.Source.AsSpan(scanner.At, length));
            scanner.At = start;
            return true;
        }

        var end = places.Dequeue();
        scanner.Append(scanner.Source[start..end].Replace('\n', ' '));
        scanner.At = end + length;
        return true;
    }

    private Dictionary<int, Queue<int>> FindRuns()
    {
        var found = new Dictionary<int, Queue<int>>();
        var source = scanner.Source;
        for (var start = source.IndexOf('`', scanner.At); start >= 0;)
        {
            var end = start;
            while (end < source.Length && source[end] == '`')
            {
                end++;
            }

            if (!found.TryGetValue(end - start, out var starts))
            {
                found.Add(end - start, starts = new Queue<int>());
            }

            starts.Enqueue(start);
            start = end < source.Length ? source.IndexOf('`', end) : -1;
        }

        return found;
    }
}
