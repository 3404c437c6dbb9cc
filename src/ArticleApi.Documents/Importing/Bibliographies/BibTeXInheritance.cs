using System.Collections.Frozen;

namespace ArticleApi.Documents.Importing.Bibliographies;

/// <summary>
/// Completes an entry by what it inherits: by <c>crossref</c> from the book or the proceedings that it stands in, and by <c>xdata</c>.
/// </summary>
internal sealed class BibTeXInheritance(Func<string, BibTeXEntry?> find)
{
    private const int MaxDepth = 8;
    private const int MaxParents = 32;

    // What the parent is called is not what the child is called.
    private static readonly FrozenDictionary<string, string> OfTitle = new Dictionary<string, string>
    {
        ["title"] = "booktitle",
        ["subtitle"] = "booksubtitle",
        ["titleaddon"] = "booktitleaddon",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Own = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "crossref", "xref", "xdata", "ids", "entryset", "keywords", "label", "shorttitle", "sorttitle", "abstract", "note", "options");

    /// <summary>The fields of an entry with those that it inherits.</summary>
    public IReadOnlyDictionary<string, string> Fields(BibTeXEntry entry)
    {
        var fields = new Dictionary<string, string>(entry.Fields, StringComparer.OrdinalIgnoreCase);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { entry.Key };
        Inherit(fields, entry, seen, 0);
        return fields;
    }

    private void Inherit(Dictionary<string, string> fields, BibTeXEntry entry, HashSet<string> seen, int depth)
    {
        if (depth == MaxDepth)
        {
            return;
        }

        foreach (var (field, isCrossref) in new[] { ("xdata", false), ("crossref", true) })
        {
            if (!entry.Fields.TryGetValue(field, out var keys))
            {
                continue;
            }

            foreach (var key in keys.Split(',', MaxParents, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (seen.Count > MaxParents || find(key) is not { } parent || !seen.Add(parent.Key))
                {
                    continue;
                }

                // A parent's own parents first: it may have its fields from them.
                var inherited = new Dictionary<string, string>(parent.Fields, StringComparer.OrdinalIgnoreCase);
                Inherit(inherited, parent, seen, depth + 1);
                var isWithin = isCrossref && !IsSameKind(entry.Type, parent.Type);
                foreach (var (name, value) in inherited)
                {
                    if (!Own.Contains(name))
                    {
                        fields.TryAdd(isWithin && OfTitle.TryGetValue(name, out var called) ? called : name, value);
                    }
                }
            }
        }
    }

    private static bool IsSameKind(string type, string parent) => type == parent || (type, parent) is ("article", "periodical");
}
