namespace ArticleApi.Documents.Importing.Html;

/// <summary>What was left out of the body, kind by kind.</summary>
internal sealed class LeftOut
{
    private const int MaxLines = 5;

    private readonly Dictionary<string, List<int>> lines = new(StringComparer.Ordinal);

    public void Add(string kind, int line)
    {
        if (!lines.TryGetValue(kind, out var list))
        {
            lines.Add(kind, list = []);
        }

        list.Add(line);
    }

    /// <summary>A note for each kind, with the count and the first lines.</summary>
    public IEnumerable<ImportNote> Notes() => lines.Select(kind =>
    {
        var (name, list) = kind;
        var shown = string.Join(", ", list.Distinct().Take(MaxLines)) + (list.Distinct().Skip(MaxLines).Any() ? ", …" : "");
        return ImportNote.Info("left-out", $"No body text, left out: {name} ({list.Count}, line {shown}).", list[0]);
    });
}
