using System.Text.RegularExpressions;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.References;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>Collects the references of an article and finds them by what points to them: label, key, anchor, footnote, address.</summary>
internal sealed partial class Works(CitationKeys keys, List<ImportNote> notes)
{
    private const int MaxRange = 200;

    // A footnote that names a work beside a reference list says little else.
    private const int MaxAside = 120;

    // What a sign stands for by way of other footnotes.
    private const int MaxJoined = 20;

    private readonly List<DraftReference> entries = [];
    private readonly Dictionary<string, int> byLabel = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> byAnchor = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Label, string Target), int> byLink = [];
    private readonly Dictionary<string, int> byTarget = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<int>> footnotes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IReadOnlyList<string>> signsIn = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int?> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<object, int> byWork = [];
    private readonly Dictionary<string, Reference> fields = new(StringComparer.OrdinalIgnoreCase);
    private IReadOnlyList<int> lastFootnote = [];
    private CitationText? texts;
    private int listed;
    private int inPlace;

    public IReadOnlyList<DraftReference> Entries => entries;

    /// <summary>Whether any label is a word: the numbers of a text say nothing of those.</summary>
    public bool HasNames { get; private set; }

    /// <summary>Whether the text cites by keys: then a footnote is more likely a note, and <c>@name</c> a key.</summary>
    public bool HasKeys { get; init; }

    /// <summary>What citations by key read like.</summary>
    public CitationText Texts => texts ??= new CitationText(this, And);

    /// <summary>The word between two authors.</summary>
    public string And { get; init; } = "and";

    /// <summary>Adds an entry of the reference list, with the names that links may point to it by.</summary>
    public int Add(DraftReference entry, IEnumerable<string> anchors)
    {
        var index = entries.Count;
        entries.Add(Printed(entry));
        listed++;
        if (entry.Label is { } label)
        {
            byLabel.TryAdd(label, index);
            HasNames |= !label.All(char.IsAsciiDigit);
        }

        foreach (var anchor in anchors)
        {
            byAnchor.TryAdd(anchor, index);
        }

        return index;
    }

    /// <summary>Adds the fields of the reference whose line is the footnote of the same name.</summary>
    public void AddFields(DraftReference entry) => fields.TryAdd(entry.Label!, entry.Fields!);

    /// <summary>Adds what a numbered link leads to.</summary>
    public int Add(LinkDefinition link)
    {
        if (byLink.TryGetValue((link.Label, link.Target), out var known))
        {
            return known;
        }

        var index = entries.Count;
        entries.Add(new DraftReference(link.Label, link.Title is null ? link.Target : $"{link.Title} {link.Target}", link.Line)
        {
            Links = [link.Target],
        });
        byLabel.TryAdd(link.Label, index);
        byLink.Add((link.Label, link.Target), index);
        byTarget.TryAdd(link.Target, index);
        return index;
    }

    /// <summary>
    /// Adds a footnote: it is a reference where it names a work, points to others where it only cites them, and else is a note.
    /// </summary>
    /// <param name="label">Its label.</param>
    /// <param name="text">What it says.</param>
    /// <param name="line">Its line, counted from 1.</param>
    /// <param name="isReference">Whether it is known to be a reference, whatever it says.</param>
    public void AddFootnote(string label, Piece text, int line, bool isReference = false)
    {
        if (footnotes.ContainsKey(label))
        {
            notes.Add(ImportNote.Warning(
                "duplicate-label", $"The footnote {label} is defined before; {ImportNote.Quote(text.Text)} is left out.", line));
            return;
        }

        lastFootnote = isReference ? [Listed(label, text, line)] : Cited(label, text, line);
        footnotes.Add(label, lastFootnote);
        if (text.Signs.Count > 0)
        {
            signsIn.Add(label, text.Signs);
        }
    }

    /// <summary>Lets a footnote with signs in it, "See also [^b].", point to what those point to as well.</summary>
    public void JoinFootnotes()
    {
        foreach (var label in signsIn.Keys)
        {
            var joined = new List<int>(footnotes[label]);
            var (seen, ahead) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase) { label }, new Queue<string>(signsIn[label]));
            while (seen.Count <= MaxJoined && ahead.TryDequeue(out var other))
            {
                if (!seen.Add(other))
                {
                    continue;
                }

                if (Footnote(other) is { Count: > 0 } references)
                {
                    joined.AddRange(references.Take(MaxJoined));
                }
                else
                {
                    signsIn.GetValueOrDefault(other, []).Take(MaxJoined).ToList().ForEach(ahead.Enqueue);
                }
            }

            footnotes[label] = [.. joined.Distinct()];
        }
    }

    /// <summary>The references that a footnote in place points to, with its sign; none where it is a note.</summary>
    public (IReadOnlyList<int> References, string Sign) AddFootnoteInPlace(Piece text, int line)
    {
        var label = $"{footnotes.Count + ++inPlace}";
        return (Cited(label, text, line), $"[^{label}]");
    }

    /// <summary>The references that a footnote points to; empty for a note, null for a footnote that is not defined.</summary>
    public IReadOnlyList<int>? Footnote(string label) =>
        footnotes.TryGetValue(label, out var references) ? references : byLabel.TryGetValue(label, out var index) ? [index] : null;

    /// <summary>
    /// The reference that a citation key means, which is added where the key is cited for the first time; null where it means none.
    /// </summary>
    public int? ByKey(string key)
    {
        if (!byKey.TryGetValue(key, out var index))
        {
            index = Find(key);
            byKey.Add(key, index);
        }

        return index;
    }

    /// <summary>Adds what is listed though the text does not cite it: the works of some keys, or of all for <c>*</c>.</summary>
    public void AddUncited(IEnumerable<string> uncited)
    {
        foreach (var key in uncited.SelectMany(key => key == "*" ? keys.All : [key]))
        {
            if (ByKey(key) is null)
            {
                notes.Add(ImportNote.Warning("unknown-label", $"No reference has the key {ImportNote.Quote(key)} of nocite.", null));
            }
        }
    }

    /// <summary>Whether a list in the text has a reference of this label.</summary>
    public bool HasLabel(string label) => byLabel.ContainsKey(label);

    private int? Find(string key)
    {
        var target = keys.Target(key);
        if (byLabel.TryGetValue(target, out var index) || byLabel.TryGetValue(key, out index))
        {
            return index;
        }

        if (keys.Find(target, key) is not var (work, make))
        {
            return byAnchor.TryGetValue("ref-" + key, out index) ? index : null;
        }

        if (!byWork.TryGetValue(work, out index))
        {
            index = entries.Count;
            entries.Add(make());
            byWork.Add(work, index);
        }

        return index;
    }

    /// <summary>The references of a group of labels, <c>1, 3–5</c>; null where one of them is none.</summary>
    public IReadOnlyList<int>? Group(string text)
    {
        var found = new List<int>();
        foreach (var part in text.Trim('[', ']', '(', ')', ' ', '^').Split([',', ';'], StringSplitOptions.TrimEntries))
        {
            if (byLabel.TryGetValue(part.TrimStart('^', '[').TrimEnd(']'), out var index))
            {
                found.Add(index);
            }
            else if (Range().Match(part) is { Success: true } range
                && byLabel.TryGetValue(range.Groups["first"].Value, out var first)
                && byLabel.TryGetValue(range.Groups["last"].Value, out var last)
                && first < last && last - first <= MaxRange)
            {
                found.AddRange(Enumerable.Range(first, last - first + 1));
            }
            else
            {
                return null;
            }
        }

        return found;
    }

    /// <summary>Whether a numbered link leads to another page than the reference of that number, which stands in no list.</summary>
    public bool LeadsElsewhere(IReadOnlyList<int> group, string target) =>
        group is [var index] && index >= listed && target.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        && !entries[index].Links.Contains(target) && !entries[index].Raw.Contains(target, StringComparison.Ordinal);

    /// <summary>The references between two, which a dash stands for.</summary>
    public static IEnumerable<int> Between(int first, int last) =>
        first < last && last - first <= MaxRange ? Enumerable.Range(first + 1, last - first - 1) : [];

    /// <summary>The reference that a link points to: an entry within the page, or the page that a numbered line leads to.</summary>
    public int? ByTarget(string target) =>
        byTarget.TryGetValue(target, out var index) || (target is ['#', .. var name] && byAnchor.TryGetValue(name, out index))
            ? index
            : null;

    private IReadOnlyList<int> Cited(string label, Piece text, int line)
    {
        var cited = text.Keys.Select(ByKey).OfType<int>().Distinct().ToList();
        if (cited.Count > 0)
        {
            if (text.HasProse)
            {
                notes.Add(ImportNote.Info(
                    "footnotes-left-out",
                    $"Of the footnote {label} its citations are read, its text is left out: {ImportNote.Quote(text.Text)}",
                    line)
                    .LeavingOut(text.Text));
            }

            return cited;
        }

        if (SeeReference().Match(text.Text) is { Success: true } see && listed > 0 && Group(see.Groups["labels"].Value) is { } group)
        {
            return group;
        }

        if (lastFootnote.Count > 0 && Ibid().IsMatch(text.Text))
        {
            return lastFootnote;
        }

        if (!NamesWork(text))
        {
            notes.Add(ImportNote.Info(
                "footnotes-left-out", $"The footnote {label} names no work and is left out: {ImportNote.Quote(text.Text)}", line)
                .LeavingOut(text.Text));
            return [];
        }

        var index = Entry(label, text, line);
        if (!HasList)
        {
            byLabel.TryAdd(label, index);
            HasNames |= !label.All(char.IsAsciiDigit);
        }

        return [index];
    }

    /// <summary>An entry that is pointed to by its sign or by a link, and by no number of the text.</summary>
    private int Listed(string label, Piece text, int line)
    {
        var index = Entry(label, text, line);
        entries[index] = entries[index] with { Fields = fields.GetValueOrDefault(label) };
        byAnchor.TryAdd($"fn-{label}", index);
        return index;
    }

    private int Entry(string label, Piece text, int line)
    {
        entries.Add(Printed(new DraftReference(label, text.Text, line) { Links = text.Links }));
        return entries.Count - 1;
    }

    // A link without a text prints its address.
    private static DraftReference Printed(DraftReference entry) =>
        entry.Raw.Length == 0 && entry.Links is [var link, ..] ? entry with { Raw = link } : entry;

    private bool HasList => listed > 0 || HasKeys;

    private bool NamesWork(Piece text)
    {
        var rest = Address().Replace(text.Text, "");
        return !HasList
            ? text.Links.Count > 0
                || ReferenceLineHeuristic.LooksLikeReference(text.Text)
                || ReferenceLineHeuristic.StartsWithAuthorAndYear(text.Text)
            : Doi.Find(text.Text) is not null
                || ReferenceLineHeuristic.LooksLikeReference(rest)
                || ((text.Links.Count > 0 || rest.Length < text.Text.Length) && rest.Length <= MaxAside);
    }

    [GeneratedRegex(@"^(?<first>[0-9]{1,4})\s?[" + Characters.DashClass + @"]\s?(?<last>[0-9]{1,4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex(
        @"^(?:see\s|cf\.\s)?(?:also\s)?(?:(?:ref(?:erence)?s?|nos?)\.?\s)?\[?(?<labels>[0-9]{1,4}(?:\s?[,;" + Characters.DashClass
        + @"]\s?[0-9]{1,4}){0,20})\]?\.?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SeeReference();

    [GeneratedRegex(@"^ibid(?:em)?\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Ibid();

    [GeneratedRegex(@"https?://\S+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
