namespace ArticleApi.Documents.Importing;

/// <summary>Counts what an importer leaves out of the body, and gives a note for each kind: "tables (3, line 12, 40, 71)".</summary>
internal sealed class Omissions
{
    private const int MaxLines = 5;

    private readonly Dictionary<string, List<int>> kinds = new(StringComparer.Ordinal);

    /// <summary>Counts one.</summary>
    /// <param name="kind">What it is, in the plural: <c>figures</c>. A name of the page's own, in quotes, makes no code.</param>
    /// <param name="line">Where it stands.</param>
    public void Add(string kind, int line)
    {
        if (!kinds.TryGetValue(kind, out var lines))
        {
            kinds.Add(kind, lines = []);
        }

        lines.Add(line);
    }

    /// <summary>A note for each kind, with the count and the first lines.</summary>
    public IEnumerable<ImportNote> Notes() => kinds.Select(kind =>
    {
        var (name, lines) = kind;
        var shown = lines.Distinct().Take(MaxLines + 1).ToList();
        var code = name.Contains('"', StringComparison.Ordinal) ? "left-out" : name.Replace(' ', '-') + "-left-out";
        return ImportNote.Info(
            code,
            $"No body text, left out: {name} ({lines.Count}, line "
            + $"{string.Join(", ", shown.Take(MaxLines))}{(shown.Count > MaxLines ? ", …" : "")}).",
            lines[0]);
    });
}
