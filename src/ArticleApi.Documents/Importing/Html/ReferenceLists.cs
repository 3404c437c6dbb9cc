using System.Globalization;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Importing.Lines;
using ArticleApi.Documents.References;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Html;

/// <summary>The references and footnotes of a page, and which link leads to which of them.</summary>
internal sealed partial class ReferenceLists
{
    private const int MaxLabel = 12;
    private const int MaxShortCitation = 120;
    private const int MaxEntry = 6000;
    private const int MinRepeated = 25;
    private const int MaxRepeated = 60;

    private readonly HtmlTree tree;
    private readonly PageLinks links;
    private readonly List<ImportNote> notes;
    private readonly CancellationToken cancel;
    private readonly Dictionary<string, int> targets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> labels = new(StringComparer.Ordinal);
    private readonly HashSet<string> noteTargets = new(StringComparer.Ordinal);
    private readonly HashSet<string> listTargets = new(StringComparer.Ordinal);
    private readonly HashSet<string> cited = new(StringComparer.Ordinal);

    private ReferenceLists(HtmlTree tree, PageLinks links, List<ImportNote> notes, CancellationToken cancel)
    {
        this.tree = tree;
        this.links = links;
        this.notes = notes;
        this.cancel = cancel;
    }

    public List<DraftReference> Entries { get; } = [];

    /// <summary>The stretches of the page that the body goes without, by the index where they start.</summary>
    public Dictionary<int, int> Taken { get; } = [];

    /// <summary>The notes that are no references, each by the index where it starts and the one behind its end.</summary>
    private readonly List<(int Start, int End)> noteSpans = [];

    // Where each entry stands, and how much of it is its line.
    private readonly List<(int Start, int End, int Words)> entrySpans = [];
    private readonly List<(int Start, int End, ImportNote Note)> leftOut = [];
    private readonly Dictionary<string, int> keys = new(StringComparer.Ordinal);

    public static ReferenceLists Find(HtmlTree tree, PageLinks links, List<ImportNote> notes, CancellationToken cancel)
    {
        var lists = new ReferenceLists(tree, links, notes, cancel);
        var regions = ReferenceRegions.Find(tree, links, cancel);
        regions.AddRange(lists.PointedTo(regions));
        var hasNumbers = regions.Exists(region => !lists.IsLettered(region));
        var hasWorks = regions.Exists(
            region => !region.IsNotes && region.Entries.Any(entry => ReferenceRegions.IsPointedTo(tree, links, entry.Start, entry.End)));
        foreach (var region in regions.OrderBy(region => region.First))
        {
            lists.Add(region, (hasWorks && region.IsNotes) || (hasNumbers && lists.IsLettered(region)));
        }

        for (var i = 0; i < lists.Entries.Count; i++)
        {
            lists.labels.TryAdd(lists.Entries[i].Label ?? (i + 1).ToString(CultureInfo.InvariantCulture), i);
        }

        return lists;
    }

    /// <summary>The entry that has a label, or null.</summary>
    public int? ByLabel(string label) => labels.TryGetValue(label, out var index) ? index : null;

    public string LabelOf(int index) => Entries[index].Label ?? (index + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>The entries that an element points to; none where it points to something else.</summary>
    public IReadOnlyList<int> PointedToBy(HtmlNode node, string text)
    {
        var isUnknown = false;
        foreach (var id in PageLinks.Pointers(node))
        {
            if (targets.TryGetValue(id, out var index))
            {
                return [index];
            }

            if (PageLinks.Parts(id) is { Length: > 0 } parts
                && parts.Where(targets.ContainsKey).Select(part => targets[part]).Distinct().ToList() is { Count: > 0 } several)
            {
                return several;
            }

            // A link to the whole list, or to an id that only a script makes, "#bib12": its number is the label.
            isUnknown |= listTargets.Contains(id) || (links.Target(id) is null && IdOfReference().IsMatch(id));
        }

        return isUnknown && PageLinks.IsSign(text) && ByLabel(PageLinks.Core(text)) is { } found ? [found] : [];
    }

    /// <summary>Whether a link points to no element of the page by an id that references have.</summary>
    public bool IsMissing(HtmlNode node) =>
        PageLinks.Pointers(node).Any() && PageLinks.Pointers(node).All(id => links.Target(id) is null && IdOfReference().IsMatch(id));

    public bool IsNote(HtmlNode node) => PageLinks.Pointers(node).Any(noteTargets.Contains);

    /// <summary>Adds a page that the text links to by a number as a reference.</summary>
    public int AddPage(string label, string address, string? title, int line)
    {
        if (targets.TryGetValue(address, out var known))
        {
            return known;
        }

        targets.Add(address, Entries.Count);
        labels.TryAdd(label, Entries.Count);
        Entries.Add(new DraftReference(label, title is { Length: > 0 } ? $"{title}. {address}" : address, line) { Links = [address] });
        return Entries.Count - 1;
    }

    /// <summary>The first of the entries that a printed number or group names, "(2, 3)"; none where its number is unknown.</summary>
    public IReadOnlyList<int> Named(string printed)
    {
        var core = PageLinks.Core(printed);
        var end = 0;
        while (end < core.Length && char.IsAsciiLetterOrDigit(core[end]))
        {
            end++;
        }

        return ByLabel(core[..end]) is { } index ? [index] : [];
    }

    /// <summary>Whether an element prints an entry of the list once more, as a box that opens beside its marker does.</summary>
    public bool Repeats(HtmlNode node)
    {
        if (keys.Count == 0 || node.IsText || node.Name is "a" or "sup" || node.End - node.Index > MaxRepeated)
        {
            return false;
        }

        var length = 0;
        for (var i = node.Index; i < node.End && length <= MaxEntry; i++)
        {
            length += tree.Nodes[i].Text.Length;
        }

        return length is >= MinRepeated and <= MaxEntry && keys.ContainsKey(KeyOf(EntryText.Of(tree, node.Index, node.End).Raw));
    }

    /// <summary>Tells what the lists have besides their entries: notes that name no work, links that look a work up.</summary>
    public void Tell(PageWords words, Omissions omissions)
    {
        foreach (var (start, end) in noteSpans)
        {
            omissions.Add("notes that name no work", tree.Nodes[start].Line, words.In(start, end));
        }

        foreach (var (start, end, own) in entrySpans)
        {
            if (words.In(start, end) - own is > 0 and var rest)
            {
                omissions.Add("links and labels beside references", tree.Nodes[start].Line, rest);
            }
        }

        foreach (var (start, end, note) in leftOut)
        {
            notes.Add(note with { Words = words.In(start, end) });
        }
    }

    private static string KeyOf(string raw) => Folding.Key(raw);

    private List<EntryText> Read(ReferenceRegion region) =>
    [
        .. region.Entries.Select(entry =>
        {
            cancel.ThrowIfCancellationRequested();
            return EntryText.Of(tree, entry.Start, entry.End);
        }),
    ];

    /// <summary>Footnotes outside of any list: what numbers in the text point to, one block each.</summary>
    private List<ReferenceRegion> PointedTo(List<ReferenceRegion> regions)
    {
        var found = new List<(int Start, int End)>();
        var read = (Block: (HtmlNode?)null, IsShort: false, Entry: (EntryText?)null);
        foreach (var target in links.PointedTo)
        {
            cancel.ThrowIfCancellationRequested();
            var block = target.Closest(node => node.Name is "li" or "dd" or "dt" or "tr")
                ?? target.Closest(node => HtmlElements.Block.Contains(node.Name));
            if (block is null or { Name: "body" or "html" or "table" or "figure" }
                || block.HeadingLevel > 0
                || (found.Count > 0 && block.Index < found[^1].End)
                || Overlaps(regions, block)
                || target.Closest(node => node.Name is "figure" or "table" or "math") is { Name: not "table" })
            {
                continue;
            }

            // Many places of one block may be pointed to.
            read = read.Block == block ? read : (block, IsShort(block), null);
            if (!read.IsShort)
            {
                continue;
            }

            var end = block.Name == "dt" ? EndOfDefinition(block) : block.End;
            var entry = read.Entry ??= EntryText.Of(tree, block.Index, end);
            var isNamed = PageLinks.IdsOf(target).Any(id => IdOfReference().IsMatch(id));
            if (entry.Raw.Length > 0
                && (isNamed
                    || block.Name is "dt"
                    || (block.Name == "li" && (ReferenceLineHeuristic.LooksLikeReference(entry.Raw) || entry.Links.Count > 0))))
            {
                // The element of a note may hold its paragraph alone.
                while (block.Parent is { Name: "div" or "section" or "aside" } parent
                    && ReferenceRegions.IsAlone(tree, block, parent)
                    && tree.TextOf(parent.Index + 1, block.Index).Length == 0)
                {
                    block = parent;
                    end = parent.End;
                }

                found.Add((block.Index, end));
            }
        }

        return Merged(found);
    }

    /// <summary>Whether a block has nodes in one of the regions, which are in order.</summary>
    private static bool Overlaps(List<ReferenceRegion> regions, HtmlNode block)
    {
        var (low, high) = (0, regions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = regions[middle].End <= block.Index ? (middle + 1, high) : (low, middle);
        }

        return low < regions.Count && block.End > regions[low].First;
    }

    private int EndOfDefinition(HtmlNode term)
    {
        for (var i = term.End; i < (term.Parent?.End ?? term.End); i = tree.Nodes[i].End)
        {
            if (tree.Nodes[i].Name == "dd")
            {
                return tree.Nodes[i].End;
            }

            if (tree.Nodes[i].Name == "dt")
            {
                break;
            }
        }

        return term.End;
    }

    /// <summary>Entries side by side are a list, with those between and behind them that look alike and that nothing points to.</summary>
    private List<ReferenceRegion> Merged(List<(int Start, int End)> found)
    {
        var merged = new List<ReferenceRegion>();
        for (var i = 0; i < found.Count;)
        {
            var entries = new List<(int Start, int End)> { found[i] };
            var first = tree.Nodes[found[i].Start];
            i++;
            for (var k = found[i - 1].End; k < (first.Parent?.End ?? 0);)
            {
                var node = tree.Nodes[k];
                var end = node.Name == "dt" ? EndOfDefinition(node) : node.End;
                var isNext = i < found.Count && found[i].Start == k;
                if (isNext || (node.Name == first.Name && EntryText.Of(tree, k, end) is { Label: not null }))
                {
                    entries.Add((k, end));
                    i += isNext ? 1 : 0;
                }
                else if (node.HeadingLevel > 0
                    || (node.IsText
                        ? !string.IsNullOrWhiteSpace(node.Text)
                        : HtmlElements.Block.Contains(node.Name) && tree.TextOf(node).Length > 0))
                {
                    break;
                }

                k = end;
            }

            merged.Add(
                new ReferenceRegion(null, null, entries[0].Start, entries[^1].End, IsNotes: true, IsSure: false) { Entries = entries });
        }

        return merged;
    }

    // "[a]", "[note 1]" beside "[1]" are signs of notes.
    private bool IsLettered(ReferenceRegion region) =>
        region.Entries.All(entry => Enumerable.Range(entry.Start, Math.Min(entry.End - entry.Start, 8))
            .SelectMany(i => PageLinks.IdsOf(tree.Nodes[i]))
            .Select(links.SignOf)
            .FirstOrDefault(sign => sign is not null) is [not (>= '0' and <= '9'), ..]);

    private bool IsShort(HtmlNode block)
    {
        var length = 0;
        for (var i = block.Index + 1; i < block.End && length <= MaxEntry; i++)
        {
            length += tree.Nodes[i].Text.Length;
            if (tree.Nodes[i].HeadingLevel > 0)
            {
                return false;
            }
        }

        return length <= MaxEntry;
    }

    private void Add(ReferenceRegion region, bool isNotes)
    {
        var entries = Read(region);
        var works = entries.ConvertAll(IsWork);
        var isAll = !isNotes && (!region.IsNotes || works.Count(isWork => isWork) * 10 >= works.Count * 7);
        if (region.Heading is { } heading)
        {
            Taken[heading.Index] = heading.End;
            AddHeading(heading, isAll);
        }

        var first = Entries.Count;
        var before = region.First;
        var ordinal = 0;
        var isLabelled = entries.Exists(entry => entry.Label is not null);
        var isCounted = isLabelled && entries.Count(entry => entry.Label is not null) * 5 >= entries.Count * 4;
        var signs = region.Entries
            .Select(entry => Enumerable.Range(entry.Start, entry.End - entry.Start)
                .SelectMany(i => PageLinks.IdsOf(tree.Nodes[i]))
                .Select(links.SignOf)
                .FirstOrDefault(IsLabel))
            .ToList();
        var isRepeated = Repeated(region, entries);
        var isSigned = signs.Count(sign => sign is not null) * 2 >= signs.Count;
        for (var i = 0; i < entries.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var (start, end) = region.Entries[i];
            var node = tree.Nodes[start];
            ordinal = NumberOf(node, ordinal);
            var ids = IdsBetween(before, start, region, i == 0).Concat(IdsBetween(start, end, region, isFirst: false)).ToList();
            before = end;
            Taken[start] = end;
            var entry = entries[i];
            if (entry.Raw.Length == 0)
            {
                continue;
            }

            if (isRepeated[i] && keys.TryGetValue(KeyOf(entry.Raw), out var index))
            {
                // The same list once more, for narrow screens: its ids lead to the entries that are there.
                foreach (var id in ids)
                {
                    targets.TryAdd(id, index);
                }

                leftOut.Add((start, end, ImportNote.Info(
                    "repeated-reference",
                    $"{ImportNote.Quote(entry.Raw)} is in the reference list already, as {LabelOf(index)}.",
                    node.Line)));
                continue;
            }

            var label = entry.Label
                ?? (isSigned ? signs[i] ?? ids.Select(links.SignOf).FirstOrDefault(IsLabel) : null)
                ?? PrintedByStyle(node)
                ?? (isLabelled || node.Parent?.Name != "ol" ? null : ordinal.ToString(CultureInfo.InvariantCulture));
            if (isAll && !works[i] && entry.Label is null && isCounted && node.Name != "li")
            {
                leftOut.Add((start, end, ImportNote.Warning(
                    "unplaced-line",
                    $"{ImportNote.Quote(entry.Raw)} stands in the reference list, names no work and is left out.",
                    node.Line)));
            }
            else if (isAll || (!isNotes && works[i]))
            {
                foreach (var id in ids)
                {
                    targets.TryAdd(id, Entries.Count);
                }

                Entries.Add(new DraftReference(Unused(label), entry.Raw, node.Line) { Fields = Fields(start, end), Links = entry.Links });
                entrySpans.Add((start, end, SourceWords.CountOf(entry.Raw)));
                keys.TryAdd(KeyOf(entry.Raw), Entries.Count - 1);
            }
            else
            {
                noteTargets.UnionWith(ids);
                noteSpans.Add((start, end));
            }
        }

        LabelRest(first);
        Rest(region);
    }

    /// <summary>Which entries stand in a list of which every entry was in another list before.</summary>
    private bool[] Repeated(ReferenceRegion region, List<EntryText> entries)
    {
        var repeated = new bool[entries.Count];
        var seen = new HashSet<string>(keys.Keys, StringComparer.Ordinal);
        for (var i = 0; i < entries.Count;)
        {
            var parent = tree.Nodes[region.Entries[i].Start].Parent;
            var end = i;
            while (end < entries.Count && tree.Nodes[region.Entries[end].Start].Parent == parent)
            {
                end++;
            }

            var list = entries.GetRange(i, end - i).Select(entry => KeyOf(entry.Raw)).Where(key => key.Length >= MinRepeated).ToList();
            if (list.Count == end - i && list.Count > 1 && list.TrueForAll(seen.Contains))
            {
                Array.Fill(repeated, true, i, end - i);
            }

            seen.UnionWith(list);
            i = end;
        }

        return repeated;
    }

    private void AddHeading(HtmlNode heading, bool isAll) => (isAll ? listTargets : noteTargets).UnionWith(PageLinks.IdsOf(heading));

    private static bool IsWork(EntryText entry) =>
        entry.Links.Count > 0
        || ReferenceLineHeuristic.LooksLikeReference(entry.Raw)
        || (entry.Raw.Length <= MaxShortCitation && ShortCitation().IsMatch(entry.Raw));

    private static bool IsLabel(string? sign) =>
        sign is { Length: > 0 and <= MaxLabel }
        && sign.Any(char.IsLetterOrDigit)
        && !sign.Any(c => c is ',' or ';' || Characters.IsDash(c))
        && !(sign.Length == 4 && Text.Years.IsYear(sign));

    private static string? PrintedByStyle(HtmlNode node) =>
        PageLinks.Core(node.Get("data-content") ?? node.Get("data-counter") ?? "") is { Length: > 0 and <= MaxLabel } label ? label : null;

    private static int NumberOf(HtmlNode node, int before)
    {
        var printed = node.Get("value") ?? (node.Parent is { Name: "ol" } list && before == 0 ? list.Get("start") : null);
        return int.TryParse(printed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : before + 1;
    }

    // A label that two lists use means the first; the other entry gets one of its own.
    private string? Unused(string? label) => label is null || cited.Add(label) ? label : null;

    /// <summary>Entries without a label among others that have one, or behind another list, go on counting.</summary>
    private void LabelRest(int first)
    {
        if (!Entries.Exists(entry => entry.Label is not null))
        {
            return;
        }

        var next = 0;
        for (var i = first; i < Entries.Count; i++)
        {
            if (Entries[i].Label is null)
            {
                // All numbers up to the last that was given are taken.
                next = Math.Max(i, next) + 1;
                while (!cited.Add(next.ToString(CultureInfo.InvariantCulture)))
                {
                    next++;
                }

                Entries[i] = Entries[i] with { Label = next.ToString(CultureInfo.InvariantCulture) };
            }
        }
    }

    private IEnumerable<string> IdsBetween(int start, int end, ReferenceRegion region, bool isFirst)
    {
        for (var i = start; i < end; i++)
        {
            var node = tree.Nodes[i];
            if (node.Attributes.Length == 0 || (region.Heading is { } heading && i >= heading.Index && i < heading.End))
            {
                continue;
            }

            var isList = isFirst
                && node.Index < region.Entries[0].Start
                && (region.Entries.Count > 1
                    ? node.End > region.Entries[^1].Start
                    : node.End > region.Entries[0].Start && node == region.Container);
            foreach (var id in PageLinks.IdsOf(node))
            {
                if (isList)
                {
                    listTargets.Add(id);
                }
                else
                {
                    yield return id;
                }
            }
        }
    }

    private Model.Reference? Fields(int start, int end)
    {
        var spans = Enumerable.Range(start, end - start)
            .Select(i => tree.Nodes[i])
            .Where(node => node.Name == "span" && node.HasClass("Z3988"))
            .Take(2)
            .ToList();
        return spans is [var only] ? CoinsFields.Of(only.Get("title") ?? "") : null;
    }

    /// <summary>What stands between the entries is no body; it is told.</summary>
    private void Rest(ReferenceRegion region)
    {
        var from = region.Start;
        foreach (var (start, end) in region.Entries.Append((region.End, region.End)))
        {
            if (start > from
                && tree.TextOf(from, start, node =>
                    HtmlBoilerplate.KindOf(node) is not null || HtmlElements.IsUnread(node)) is { Length: > 0 } text
                && !HeadingNames.IsReferences(text))
            {
                leftOut.Add((from, start, ImportNote.Warning(
                    "unplaced-line", $"{ImportNote.Quote(text)} stands in the reference list and is left out.", tree.Nodes[from].Line)));
            }

            else if (start > from)
            {
                // Headings of references, figures and hidden texts.
                entrySpans.Add((from, start, 0));
            }

            if (start > from)
            {
                Taken.TryAdd(from, start);
            }

            from = end;
        }
    }

    [GeneratedRegex(
        @"^(?:core-|core-collateral-|c-)?_?(?:cite_note|citation|cit|cite|cr|fn|ftn|ftnt|edn|en|endnote|footnote|sdfootnote|sdendnote|note"
        + @"|n|ref|reference|references|refs|bib|bibr|bibitem|bb|b|r|sources?)[-_:.]?(?:[A-Za-z]{0,4}[0-9]{1,4}|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex IdOfReference();

    // "Smith 2010, p. 5.", "Smith & Roe (2010), pp. 5–7."
    [GeneratedRegex(
        @"^\p{Lu}[\p{L}'’.\- &,]{1,60}\(?(?:1[5-9]|20)[0-9]{2}[a-k]?\)?(?:[,:]\s(?:pp?\.|ch\.|§)?.{0,40})?\.?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ShortCitation();
}
