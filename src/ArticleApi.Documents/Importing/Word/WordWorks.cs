using System.Globalization;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.References;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Word;

/// <summary>
/// The references of an article: the printed entries with the data of the fields that cite them, and behind them the cited works that the
/// list does not print.
/// </summary>
internal sealed class WordWorks
{
    private const int TitleWords = 4;

    private readonly List<DraftReference> entries;
    private readonly int listed;
    private readonly Dictionary<string, CitedWork> sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int?> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> byLabel = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> byDoi = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> byTitle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> byName = new(StringComparer.Ordinal);
    private readonly List<string> folded = [];

    /// <param name="printed">The entries of the reference list.</param>
    /// <param name="sources">The sources of Word's own citations.</param>
    public WordWorks(IEnumerable<DraftReference> printed, IEnumerable<CitedWork> sources)
    {
        entries = [.. printed];
        listed = entries.Count;
        foreach (var source in sources)
        {
            this.sources.TryAdd(source.Key, source);
        }

        for (var i = 0; i < entries.Count; i++)
        {
            var raw = entries[i].Raw;
            if (entries[i].Label is { } label)
            {
                byLabel.TryAdd(label, i);
            }

            if (Doi.Find(raw) is { } doi)
            {
                byDoi.TryAdd(doi.Doi, i);
            }

            var words = Folding.Words(raw).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            folded.Add(string.Join(' ', words));
            for (var k = 0; k + TitleWords <= words.Length; k++)
            {
                Add(byTitle, string.Join(' ', words, k, TitleWords), i);
            }

            foreach (var name in words.Take(TitleWords).Distinct(StringComparer.Ordinal))
            {
                Add(byName, name, i);
            }
        }
    }

    public IReadOnlyList<DraftReference> Entries => entries;

    /// <summary>Whether the document prints a list.</summary>
    public bool HasList => listed > 0;

    /// <summary>The entry of the printed list that has a label, or null.</summary>
    public int? ByLabel(string label) => byLabel.TryGetValue(label, out var index) ? index : null;

    /// <summary>The reference of a cited work, or null where nothing is known of it.</summary>
    /// <param name="work">The work.</param>
    /// <param name="printed">The label that the citation prints for it alone; null where it prints more, or words.</param>
    /// <param name="line">Where it is cited.</param>
    public int? Find(CitedWork work, string? printed, int line)
    {
        if (byKey.TryGetValue(work.Key, out var known))
        {
            return known;
        }

        var fields = work.Fields ?? sources.GetValueOrDefault(work.Key)?.Fields;
        var found = (fields is null ? null : Match(fields)) ?? (printed is null ? null : ByLabel(printed));
        if (found is { } at)
        {
            // Fields without a title are less than the line says.
            if (fields is { Title: not null } && entries[at].Fields is null)
            {
                entries[at] = entries[at] with { Fields = fields with { Doi = fields.Doi ?? Doi.Find(entries[at].Raw)?.Doi } };
            }
        }
        else if (fields is not null)
        {
            found = Add(new DraftReference(listed == 0 ? printed : null, PrintedWork.Of(fields), line) { Fields = fields });
        }

        byKey.Add(work.Key, found);
        return found;
    }

    /// <summary>Adds a reference that the list does not print.</summary>
    public int Add(DraftReference entry)
    {
        entries.Add(entry);
        return entries.Count - 1;
    }

    private int? Match(Reference fields)
    {
        if (fields.Doi is { } doi && byDoi.TryGetValue(doi, out var index))
        {
            return index;
        }

        var name = fields.Authors.Count > 0 ? Folding.Words(fields.Authors[0].Main).Split(' ')[^1] : null;
        var title = fields.Title is null ? "" : Folding.Words(fields.Title);
        var words = title.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length >= TitleWords && byTitle.TryGetValue(string.Join(' ', words, 0, TitleWords), out var titled))
        {
            // Several works may begin alike.
            return Only(titled, i => Has(i, title)) ?? Only(titled, i => IsBy(i, name, fields.Year));
        }

        return name is { Length: > 1 } && byName.TryGetValue(name, out var named)
            ? Only(named, i => IsBy(i, name, fields.Year) && (title.Length == 0 || Has(i, title)))
            : null;
    }

    private static int? Only(List<int> candidates, Func<int, bool> fits) =>
        candidates.Count <= 100 && candidates.Where(fits).Take(2).ToList() is [var only] ? only : null;

    private bool Has(int entry, string title) => folded[entry].Contains(title, StringComparison.Ordinal);

    private bool IsBy(int entry, string? name, int? year) =>
        (name is null || folded[entry].Contains(name, StringComparison.Ordinal))
        && (year is null || folded[entry].Contains(year.Value.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));

    private static void Add(Dictionary<string, List<int>> index, string key, int at)
    {
        if (!index.TryGetValue(key, out var list))
        {
            index.Add(key, list = []);
        }

        if (list.Count == 0 || list[^1] != at)
        {
            list.Add(at);
        }
    }
}
