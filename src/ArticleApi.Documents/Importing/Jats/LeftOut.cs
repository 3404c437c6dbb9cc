namespace ArticleApi.Documents.Importing.Jats;

/// <summary>Counts what is no part of the running text, to tell it in one note a kind.</summary>
internal sealed class LeftOut
{
    private readonly Dictionary<string, (int Count, int Line)> kinds = new(StringComparer.Ordinal);

    /// <summary>Counts one.</summary>
    /// <param name="kind">What it is, in the plural: <c>figures</c>.</param>
    /// <param name="line">Where it stands.</param>
    public void Add(string kind, int line)
    {
        var (count, first) = kinds.GetValueOrDefault(kind, (0, line));
        kinds[kind] = (count + 1, first);
    }

    public IEnumerable<ImportNote> Notes() => kinds.Select(kind => ImportNote.Warning(
        kind.Key.Replace(' ', '-') + "-left-out",
        $"{char.ToUpperInvariant(kind.Key[0])}{kind.Key[1..]} are left out: {kind.Value.Count}, the first on this line.",
        kind.Value.Line));
}
