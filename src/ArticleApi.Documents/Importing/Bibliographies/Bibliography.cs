using ArticleApi.Documents.References;

namespace ArticleApi.Documents.Importing.Bibliographies;

/// <summary>The entries of the bibliographies that were given with an article, by what cites them.</summary>
internal sealed class Bibliography
{
    private const int MaxFaults = 100;

    private readonly Dictionary<string, BibliographyEntry> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BibliographyEntry> byAnyCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, BibliographyEntry> byDoi = new(StringComparer.Ordinal);
    private readonly List<BibliographyEntry> entries = [];
    private readonly List<ImportNote> notes;
    private readonly CancellationToken cancel;

    private Bibliography(List<ImportNote> notes, CancellationToken cancel)
    {
        this.notes = notes;
        this.cancel = cancel;
    }

    /// <summary>The entries in their order.</summary>
    public IReadOnlyList<BibliographyEntry> Entries => entries;

    /// <summary>Reads files. What is wrong in them is noted with its line; of a key that comes twice the first entry counts.</summary>
    public static Bibliography Read(IReadOnlyList<BibliographyFile> files, List<ImportNote> notes, CancellationToken cancel)
    {
        var bibliography = new Bibliography(notes, cancel);
        foreach (var file in files)
        {
            bibliography.Read(file);
        }

        return bibliography;
    }

    /// <summary>The entry of a key; where only one of another case is there, that one.</summary>
    public BibliographyEntry? ByKey(string key) => byKey.GetValueOrDefault(key) ?? byAnyCase.GetValueOrDefault(key);

    public BibliographyEntry? ByDoi(string doi) => byDoi.GetValueOrDefault(doi);

    private void Read(BibliographyFile file)
    {
        if (file.Error is { } error)
        {
            notes.Add(ImportNote.Warning(
                "bibliography-not-read", $"The bibliography {ImportNote.Quote(file.Name)} is not read: {error}", null));
            return;
        }

        var (faults, before) = (0, entries.Count);
        void Fault(int line, string message)
        {
            if (++faults <= MaxFaults)
            {
                notes.Add(ImportNote.Warning("bibliography-fault", $"{file.Name}, line {line}: {message}", null));
            }
        }

        var format = file.Format ?? BibliographyFormats.ByExtension(file.Name) ?? BibliographyFormats.ByContent(file.Text);
        if (format == BibliographyFormat.CslJson)
        {
            ReadCslJson(file.Text, Fault);
        }
        else
        {
            ReadBibTeX(file.Text, Fault);
        }

        if (faults > MaxFaults)
        {
            notes.Add(ImportNote.Warning("bibliography-fault", $"{file.Name} has {faults - MaxFaults} more faults.", null));
        }

        if (entries.Count == before)
        {
            notes.Add(ImportNote.Warning("empty-bibliography", $"The bibliography {ImportNote.Quote(file.Name)} has no entry.", null));
        }
    }

    private void ReadCslJson(string text, Action<int, string> fault)
    {
        foreach (var node in CslJsonReader.Read(text, fault, cancel))
        {
            var reference = CslEntry.Read(node, CslText.Plain);
            if (reference is null)
            {
                fault(node.Line, "The item has no id or names no work and is left out.");
                continue;
            }

            Add(new BibliographyEntry(reference.Label!, reference.Fields!.Doi, () => reference with { Line = null }), node.Line, fault);
        }
    }

    private void ReadBibTeX(string text, Action<int, string> fault)
    {
        var all = BibTeXReader.Read(text, fault, cancel);
        var own = new Dictionary<string, BibTeXEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in all)
        {
            own.TryAdd(entry.Key, entry);
        }

        var inheritance = new BibTeXInheritance(key => own.GetValueOrDefault(key));
        foreach (var entry in all.Where(entry => entry.Type is not ("xdata" or "set")))
        {
            var doi = entry.Fields.TryGetValue("doi", out var value) ? Doi.Normalise(LaTeXText.Address(value)) : null;
            var known = new BibliographyEntry(entry.Key, doi, () => new BibTeXFields(entry, inheritance.Fields(entry)).Read());
            Add(known, entry.Line, fault);
            var others = entry.Fields.GetValueOrDefault("ids", "")
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            foreach (var other in others)
            {
                byKey.TryAdd(other, known);
            }
        }
    }

    private void Add(BibliographyEntry entry, int line, Action<int, string> fault)
    {
        if (!byKey.TryAdd(entry.Key, entry))
        {
            fault(line, $"The key {ImportNote.Quote(entry.Key)} is there before; the first entry counts.");
            return;
        }

        entries.Add(entry);
        byAnyCase.TryAdd(entry.Key, entry);
        if (entry.Doi is { } doi)
        {
            byDoi.TryAdd(doi, entry);
        }
    }
}
