namespace ArticleApi.Documents.Importing;

/// <summary>
/// Counts what an importer leaves out of the body, and gives a note for each kind: "tables (3, line 12, 40, 71; 310 words)".
/// </summary>
internal sealed class Omissions
{
    private const int MaxLines = 5;

    private readonly Dictionary<string, Kind> kinds = new(StringComparer.Ordinal);

    /// <summary>Counts one.</summary>
    /// <param name="kind">What it is, in the plural: <c>figures</c>. A name of the page's own, in quotes, makes no code.</param>
    /// <param name="line">Where it stands.</param>
    /// <param name="words">How many words it has.</param>
    public void Add(string kind, int line, int words = 0)
    {
        if (!kinds.TryGetValue(kind, out var found))
        {
            kinds.Add(kind, found = new Kind());
        }

        found.Lines.Add(line);
        found.Words += words;
    }

    /// <summary>A note for each kind, with the count, the first lines and the number of words.</summary>
    public IEnumerable<ImportNote> Notes() => kinds.Select(kind =>
    {
        var (name, found) = kind;
        var shown = found.Lines.Distinct().Take(MaxLines + 1).ToList();
        var code = name.Contains('"', StringComparison.Ordinal) ? "left-out" : name.Replace(' ', '-') + "-left-out";
        var lines = $"{string.Join(", ", shown.Take(MaxLines))}{(shown.Count > MaxLines ? ", …" : "")}";
        var words = found.Words switch { 0 => "", 1 => "; 1 word", var count => $"; {count} words" };
        return ImportNote.Info(code, $"No body text, left out: {name} ({found.Lines.Count}, line {lines}{words}).", found.Lines[0]) with
        {
            Words = found.Words,
        };
    });

    private sealed class Kind
    {
        public List<int> Lines { get; } = [];

        public int Words { get; set; }
    }
}
