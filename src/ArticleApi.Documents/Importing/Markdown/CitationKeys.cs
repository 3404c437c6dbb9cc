using System.Text.RegularExpressions;
using ArticleApi.Documents.Importing.Bibliographies;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>
/// Tells which work a citation key means: an alias stands for another key, an entry of a bibliography has the key, or the key itself is an
/// identifier.
/// </summary>
internal sealed partial class CitationKeys
{
    private const int MaxAliases = 4;

    private readonly Dictionary<string, KeyAlias> aliases = new(StringComparer.Ordinal);
    private readonly HashSet<KeyAlias> used = [];
    private readonly HashSet<BibliographyEntry> cited = [];
    private readonly HashSet<BibliographyEntry> unusable = [];
    private readonly Bibliography bibliography;
    private readonly List<ImportNote> notes;

    public CitationKeys(Bibliography bibliography, IReadOnlyList<KeyAlias> aliases, List<ImportNote> notes)
    {
        this.bibliography = bibliography;
        this.notes = notes;
        foreach (var alias in aliases)
        {
            if (!this.aliases.TryAdd(alias.Key, alias))
            {
                notes.Add(ImportNote.Warning(
                    "duplicate-label",
                    $"The key {ImportNote.Quote(alias.Key)} is defined before; {ImportNote.Quote(alias.Target)} is left out.",
                    alias.Line));
            }
        }
    }

    /// <summary>The keys of all entries.</summary>
    public IEnumerable<string> All => bibliography.Entries.Select(entry => entry.Key);

    /// <summary>Whether a key is likely one though it names nothing: it has a year in it, or says that it is an identifier.</summary>
    public static bool LooksLikeKey(string key) => CitedIdentifier.IsClaimed(key) || AuthorAndYear().IsMatch(key);

    /// <summary>The key that a key stands for: itself, unless there is an alias for it.</summary>
    public string Target(string key)
    {
        for (var i = 0; i < MaxAliases && aliases.TryGetValue(key, out var alias); i++)
        {
            used.Add(alias);
            key = alias.Target;
        }

        return key;
    }

    /// <summary>
    /// The reference of a key that is no alias, with what is the same for all keys of the work; null where the key means none.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="label">The label that the reference gets where the key is an identifier.</param>
    public (object Work, Func<DraftReference> Make)? Find(string key, string label)
    {
        var identifier = CitedIdentifier.Parse(key);
        if ((bibliography.ByKey(key) ?? (identifier?.Doi is { } doi ? bibliography.ByDoi(doi) : null)) is { } entry && IsUsable(entry))
        {
            return (entry, () => entry.ToReference()!);
        }

        if (identifier is null)
        {
            return null;
        }

        return (identifier.Doi ?? identifier.Text, () => identifier.ToReference(label));
    }

    /// <summary>Notes what of the aliases and the bibliographies was of no use.</summary>
    /// <param name="isListed">Whether a list in the text has a reference of a label.</param>
    public void TellUnused(Func<string, bool> isListed)
    {
        foreach (var alias in aliases.Values)
        {
            var isKnown = bibliography.ByKey(alias.Target) is not null || CitedIdentifier.Parse(alias.Target) is not null
                || aliases.ContainsKey(alias.Target) || isListed(alias.Target);
            if (!isKnown)
            {
                notes.Add(ImportNote.Warning(
                    "broken-alias",
                    $"The key {ImportNote.Quote(alias.Key)} stands for {ImportNote.Quote(alias.Target)}, which is no identifier, no key.",
                    alias.Line));
            }
            else if (!used.Contains(alias))
            {
                notes.Add(ImportNote.Info(
                    "unused-alias",
                    $"The key {ImportNote.Quote(alias.Key)} for {ImportNote.Quote(alias.Target)} is cited nowhere and is left out.",
                    alias.Line));
            }
        }

        var leftOut = bibliography.Entries.Count - cited.Count;
        if (leftOut > 0)
        {
            notes.Add(ImportNote.Info(
                "uncited-entries-left-out",
                $"{leftOut} of {bibliography.Entries.Count} entries of the bibliography are cited nowhere and are left out.",
                null));
        }
    }

    private bool IsUsable(BibliographyEntry entry)
    {
        if (cited.Contains(entry))
        {
            return true;
        }

        if (unusable.Contains(entry))
        {
            return false;
        }

        if (entry.ToReference() is null)
        {
            unusable.Add(entry);
            notes.Add(ImportNote.Warning(
                "bibliography-fault", $"The entry {ImportNote.Quote(entry.Key)} of the bibliography names no work.", null));
            return false;
        }

        return cited.Add(entry);
    }

    [GeneratedRegex(@"^\p{L}[\p{L}\p{N}_:.\-]*?(?:1[5-9]|20)[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex AuthorAndYear();
}
