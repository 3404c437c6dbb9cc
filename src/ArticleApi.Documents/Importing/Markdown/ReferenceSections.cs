using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Importing.Lines;
using ArticleApi.Documents.References;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>Finds the reference lists among the blocks and reads their entries.</summary>
internal sealed partial class ReferenceSections
{
    private const int MaxLevel = 6;

    private static readonly FrozenSet<string> OfNotes = FrozenSet.Create(
        StringComparer.Ordinal,
        "notes", "footnotes", "endnotes", "end notes", "citations", "citation", "references and further reading", "references and links",
        "referencias", "referencias bibliograficas", "bibliografia", "referências", "references bibliographiques", "bibliographie",
        "literatur", "literaturverzeichnis", "quellen", "quellenverzeichnis", "список литературы", "литература", "参考文献");

    private readonly List<MarkdownBlock> blocks;
    private readonly MarkdownSource source;
    private readonly Works works;
    private readonly List<ImportNote> notes;
    private readonly CancellationToken cancel;
    private readonly List<LinkDefinition> numbered;
    private readonly HashSet<int> taken = [];

    private ReferenceSections(
        List<MarkdownBlock> blocks, MarkdownSource source, Works works, List<ImportNote> notes, CancellationToken cancel)
    {
        this.blocks = blocks;
        this.source = source;
        this.works = works;
        this.notes = notes;
        this.cancel = cancel;
        numbered =
        [
            .. source.Links.Values.Where(link => link.Label.Length < 5 && link.Label.All(char.IsAsciiDigit)).OrderBy(link => link.Line),
        ];
    }

    /// <summary>Adds the entries of all lists to the works; gives the indexes of the blocks that are no part of the body.</summary>
    public static HashSet<int> Read(
        List<MarkdownBlock> blocks, MarkdownSource source, Works works, List<ImportNote> notes, CancellationToken cancel)
    {
        var sections = new ReferenceSections(blocks, source, works, notes, cancel);
        sections.ReadDivs();
        for (var i = 0; i < blocks.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            if (!sections.taken.Contains(i) && sections.HeadingLevel(i) is { } level)
            {
                i = sections.ReadSection(i, level);
            }
        }

        if (works.Entries.Count == 0)
        {
            sections.ReadUnheaded();
        }

        return sections.taken;
    }

    /// <summary>Whether a heading stands over references or notes.</summary>
    public static bool IsReferences(string heading) =>
        HeadingNames.IsReferences(heading) || IsNotes(heading);

    private static bool IsNotes(string heading) =>
        heading.Length < 60 && OfNotes.Contains(Folding.Words(heading[HeadingNames.NumberEnd(heading)..].TrimEnd(':', ' ')));

    /// <summary>
    /// The level of the heading of a list at an index, null for any other block; of a bold line it is deeper than any heading's.
    /// </summary>
    private int? HeadingLevel(int i)
    {
        var block = blocks[i];
        var isHeading = block.Kind == BlockKind.Heading;
        if (!isHeading
            && !(block is { Kind: BlockKind.Paragraph, Depth: 0, Source.Length: < 60 }
                && (BoldLine().IsMatch(block.Source) || block.Source.EndsWith(':') || HeadingNames.IsReferences(block.Source))))
        {
            return null;
        }

        return IsReferences(MarkdownHeadings.TextOf(block.Source)) ? isHeading ? block.Level : MaxLevel + 1 : null;
    }

    /// <summary>The references that Pandoc wrote: <c>::: {#refs}</c> around <c>::: {#ref-key}</c>.</summary>
    private void ReadDivs()
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Kind != BlockKind.DivStart || !Refs().IsMatch(blocks[i].Source))
            {
                continue;
            }

            var depth = 0;
            string? key = null;
            // A heading ends a div that nothing closes.
            for (; i < blocks.Count && blocks[i].Kind != BlockKind.Heading; i++)
            {
                taken.Add(i);
                if (blocks[i].Kind == BlockKind.DivStart)
                {
                    depth++;
                    key = RefKey().Match(blocks[i].Source) is { Success: true } match ? match.Groups["key"].Value : key;
                }
                else if (blocks[i].Kind == BlockKind.DivEnd && --depth == 0)
                {
                    break;
                }
                else if (blocks[i].Kind == BlockKind.Paragraph)
                {
                    var piece = Piece.Of(InlineReader.Read(blocks[i].Source, source.Links, cancel));
                    var line = ReferenceLabel.Split(piece.Text) is { IsBare: false } label ? piece.Text[label.End..] : piece.Text;
                    if (line.Length == 0 && piece.Links.Count == 0)
                    {
                        notes.Add(ImportNote.Warning(
                            "unplaced-line",
                            $"{ImportNote.Quote(blocks[i].Source)} stands in the reference list, names no work and is left out.",
                            blocks[i].Line)
                            with { Words = MarkdownWords.In(blocks[i].Source) });
                        continue;
                    }

                    works.Add(
                        new DraftReference(key, line, blocks[i].Line) { Links = piece.Links },
                        key is null ? piece.Anchors : [.. piece.Anchors, "ref-" + key]);
                    key = null;
                }
            }
        }
    }

    /// <summary>
    /// Reads the section below a heading; gives the index of its last block, or of the heading where no list stands there.
    /// </summary>
    private int ReadSection(int heading, int level)
    {
        var end = heading + 1;
        while (end < blocks.Count
            && !(blocks[end].Kind == BlockKind.Heading && blocks[end].Level <= level)
            && !(level > MaxLevel && (blocks[end].Kind == BlockKind.Heading || HeadingLevel(end) is not null)))
        {
            end++;
        }

        var name = MarkdownHeadings.TextOf(blocks[heading].Source);
        var line = blocks[heading].Line;
        var lastLine = end < blocks.Count ? blocks[end].Line : int.MaxValue;
        var definitions = numbered[From(numbered, link => link.Line, line)..From(numbered, link => link.Line, lastLine)];
        var told = new List<ImportNote>();
        var entries = Entries(heading + 1, end, told);
        TakeBetween(entries, told);
        if (entries.Exists(entry => entry.IsWork && entry.Label is not null))
        {
            // Beside numbered entries they are the targets of links.
            definitions.Clear();
        }

        var found = entries.Count(entry => entry.IsWork) + definitions.Count;
        var isSure = HeadingNames.IsReferences(name) && !HeadingNames.IsAmbiguous(name);
        if (found == 0 || (!isSure && found * 2 < entries.Count + definitions.Count))
        {
            var isEmpty = !Enumerable.Range(heading + 1, end - heading - 1)
                .Any(i => !taken.Contains(i) && blocks[i].Kind is BlockKind.Paragraph or BlockKind.Heading);
            if (isEmpty
                && (From(source.Footnotes, footnote => footnote.Line, line) < From(source.Footnotes, footnote => footnote.Line, lastLine)
                    || end > heading + 1
                    || works.Entries.Count > 0))
            {
                // Its footnotes or divs are read on their own.
                taken.Add(heading);
                return heading;
            }

            if (isEmpty && isSure)
            {
                notes.Add(ImportNote.Warning("empty-references", "Nothing follows the heading of the reference list.", line));
                taken.Add(heading);
            }
            else if (isSure)
            {
                notes.Add(ImportNote.Warning(
                    "no-reference-list",
                    $"{ImportNote.Quote(name)} is taken as a part of the body: what stands below it is no list of references.",
                    line));
            }

            return heading;
        }

        taken.Add(heading);
        notes.AddRange(told);
        foreach (var definition in definitions)
        {
            works.Add(definition);
        }

        entries.ForEach(Add);
        for (var i = heading + 1; i < end; i++)
        {
            // What is not prose is told as anywhere else.
            if (blocks[i].Kind != BlockKind.Other)
            {
                taken.Add(i);
            }
        }

        return end - 1;
    }

    /// <summary>
    /// Takes what stands between two works of a list without labels as a work too, and an item with a year wherever it stands.
    /// </summary>
    private static void TakeBetween(List<ListItem> entries, List<ImportNote> told)
    {
        if (entries.Exists(entry => entry.Label is not null))
        {
            return;
        }

        var (first, last) = (entries.FindIndex(entry => entry.IsWork), entries.FindLastIndex(entry => entry.IsWork));
        for (var i = 0; i < entries.Count && first >= 0; i++)
        {
            var entry = entries[i];
            if (entry.IsWork || !entry.Text.Contains(' ', StringComparison.Ordinal))
            {
                continue;
            }

            if (Year().IsMatch(entry.Text) && (entry.Depth > 0 || (i > first && i < last)))
            {
                entries[i] = entry with { IsTaken = true };
            }
            else if (i > first && i < last && !PageBoilerplate.Is(entry.Text) && (entry.Depth > 0 || !HeadingForm.Has(entry.Text)))
            {
                entries[i] = entry with { IsTaken = true };
                told.Add(ImportNote.Warning(
                    "doubtful-reference",
                    $"{ImportNote.Quote(entry.Text)} has no sign of a reference but stands between two; it is taken as one.",
                    entry.Line));
            }
        }
    }

    private void Add(ListItem entry)
    {
        if (entry.IsWork)
        {
            works.Add(new DraftReference(entry.Label, entry.Text, entry.Line) { Links = entry.Piece.Links }, entry.Piece.Anchors);
        }
        else
        {
            notes.Add(ImportNote.Warning(
                "unplaced-line",
                $"{ImportNote.Quote(entry.Text)} stands in the reference list, names no work and is left out.",
                entry.Line)
                .LeavingOut(entry.Text));
        }
    }

    private List<ListItem> Entries(int start, int end, List<ImportNote> told)
    {
        var entries = new List<ListItem>();

        // What goes on with the last entry is added to it at once: an entry may have many paragraphs.
        var (more, moreLinks) = (new StringBuilder(), new List<string>());
        (ListItem? Entry, bool IsWork) asked = (null, false);
        for (var i = start; i < end; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var block = blocks[i];
            if (taken.Contains(i) || block.Kind is BlockKind.Other or BlockKind.DivStart or BlockKind.DivEnd)
            {
                continue;
            }

            if (block.Kind == BlockKind.Heading)
            {
                told.Add(ImportNote.Info(
                    "unused-text",
                    $"{ImportNote.Quote(MarkdownHeadings.TextOf(block.Source))} divides the reference list and is left out.",
                    block.Line)
                    with { Words = MarkdownWords.In(block.Source) });
                continue;
            }

            // What is said of an entry below it
            if (block.Depth > 1 && entries.Count > 0 && entries[^1].Depth < block.Depth && LastIsWork())
            {
                told.Add(ImportNote.Info(
                    "unused-text",
                    $"{ImportNote.Quote(MarkdownInlineText.Of(block.Source))} is said of a reference and is left out.",
                    block.Line)
                    with { Words = MarkdownWords.In(block.Source) });
                continue;
            }

            var goesOn = block.Depth > 0 && !block.StartsItem && entries.Count > 0;
            if (goesOn)
            {
                var piece = Piece.Of(InlineReader.Read(block.Source, source.Links, cancel));
                more.Append(' ').Append(piece.Text);
                moreLinks.AddRange(piece.Links);
                continue;
            }

            Complete();
            foreach (var (text, line) in Lines(block))
            {
                Read(text, line, block, entries);
            }
        }

        Complete();
        return entries;

        void Complete()
        {
            if (more.Length > 0)
            {
                var last = entries[^1];
                entries[^1] = last with
                {
                    Piece = last.Piece with { Links = [.. last.Piece.Links, .. moreLinks] },
                    Text = last.Text + more,
                };
                more.Clear();
                moreLinks.Clear();
            }
        }

        bool LastIsWork()
        {
            Complete();
            if (!ReferenceEquals(asked.Entry, entries[^1]))
            {
                asked = (entries[^1], entries[^1].IsWork);
            }

            return asked.IsWork;
        }
    }

    private void Read(string text, int line, MarkdownBlock block, List<ListItem> entries)
    {
        var piece = Piece.Of(InlineReader.Read(text, source.Links, cancel));
        if (piece.Text.Length == 0)
        {
            return;
        }

        var entry = new ListItem(piece.OwnKey ?? block.Number, OwnKey().Replace(piece.Text, ""), line, block.Depth, piece);
        if (piece.OwnKey is null)
        {
            if (ReferenceLabel.Split(piece.Text) is { } label
                && (!label.IsBare || IsNext(label.Label, entries))
                && (block.Number is null || !label.IsBare))
            {
                entry = entry with { Label = label.Label, Text = piece.Text[label.End..].TrimStart(':', ' ') };
            }
            else if (block.Number is null && NamedLabel().Match(piece.Text) is { Success: true } named)
            {
                entry = entry with { Label = named.Groups["label"].Value, Text = piece.Text[named.Length..] };
            }
        }

        // A label alone: the entry stands in the lines below.
        if (entries.Count > 0 && entries[^1] is { Label: not null, Text.Length: 0 } open && entry.Label is null)
        {
            entries[^1] = open with { Text = entry.Text, Piece = piece with { Anchors = [.. open.Piece.Anchors, .. piece.Anchors] } };
            return;
        }

        entries.Add(entry);
    }

    private static bool IsNext(string label, List<ListItem> entries) => label == $"{entries.Count + 1}";

    /// <summary>
    /// The lines of a paragraph that are entries of their own: each has a label, or a break behind it and the signs of a work.
    /// </summary>
    private static List<(string Text, int Line)> Lines(MarkdownBlock block)
    {
        var lines = block.Source.Split('\n');
        var labelled = lines.Count(line => Label().IsMatch(line));
        var starts = labelled > 1 || (labelled == 1 && Label().IsMatch(lines[0]))
            ? Array.ConvertAll(lines, line => Label().IsMatch(line))
            : lines.Length > 1
                && Array.TrueForAll(lines, line => ReferenceLineHeuristic.LooksLikeReference(MarkdownInlineText.Of(line)))
                && Array.TrueForAll(lines[..^1], EndsLine)
                ? Array.ConvertAll(lines, _ => true)
                : [];
        var entries = new List<(string, int)>();
        var from = 0;
        for (var i = 1; i <= lines.Length; i++)
        {
            if (i == lines.Length || (i < starts.Length && starts[i]))
            {
                entries.Add((string.Join('\n', lines[from..i]).TrimEnd('\\'), block.Line + from));
                from = i;
            }
        }

        return entries;
    }

    private static bool EndsLine(string line) =>
        line.EndsWith("  ", StringComparison.Ordinal) || line.EndsWith('\\') || line.TrimEnd().EndsWith('.');

    /// <summary>Entries at the very end, numbered from 1 on, each a work.</summary>
    private void ReadUnheaded()
    {
        var start = blocks.Count;
        var entries = new List<ListItem>();
        while (start > 0 && blocks[start - 1] is { Kind: BlockKind.Paragraph, Source.Length: <= InlineReader.MaxLength }
            && Entries(start - 1, start, []) is { Count: > 0 } found
            && found.TrueForAll(entry => entry.Label is not null && ReferenceLineHeuristic.LooksLikeReference(entry.Text)))
        {
            entries.AddRange(found.AsEnumerable().Reverse());
            start--;
            if (found[0].Label == "1")
            {
                break;
            }
        }

        entries.Reverse();
        if (entries.Count > 1 && entries[0].Label == "1")
        {
            notes.Add(ImportNote.Info(
                "references-without-heading", "The numbered lines from here on are taken as the reference list.", entries[0].Line));
            entries.ForEach(entry => Add(entry));
            taken.UnionWith(Enumerable.Range(start, blocks.Count - start));
        }
    }

    /// <summary>The index of the first item, of those in order of line, that stands on a line or below it.</summary>
    private static int From<T>(List<T> items, Func<T, int> lineOf, int line)
    {
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = lineOf(items[middle]) < line ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    [GeneratedRegex(@"\b(?:1[5-9]|20)[0-9]{2}[a-k]?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"^\s*(?:\*\*|__)[^*_\n]{1,50}(?:\*\*|__):?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex BoldLine();

    [GeneratedRegex(@"#refs(?![\w\-])", RegexOptions.CultureInvariant)]
    private static partial Regex Refs();

    [GeneratedRegex(@"#ref-(?<key>[^\s{}]+)", RegexOptions.CultureInvariant)]
    private static partial Regex RefKey();

    // What stands between a key and the entry: ": ", "] "
    [GeneratedRegex(@"^[\s:\].–-]+", RegexOptions.CultureInvariant)]
    private static partial Regex OwnKey();

    [GeneratedRegex(@"^\[(?<label>[\p{L}][\w+:.\-]{1,40})\]:?\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex NamedLabel();

    [GeneratedRegex(
        @"^\s*(?:<(?:a|span|p)\s[^<>]*>(?:</(?:a|span)>)?\s*)?(?:\*\*)?"
        + @"(?:\\?\[[0-9]{1,4}\\?\]|\[\\?\[[0-9]{1,4}\\?\]\]|[0-9]{1,3}[.):]\s"
        + @"|\([0-9]{1,3}\)\s|<sup>\[?[0-9]{1,4}|\^[0-9]{1,4}\^|\[\^?[0-9]{1,4}\]|\[@[\w:.\-]+\])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    private sealed record ListItem(string? Label, string Text, int Line, int Depth, Piece Piece)
    {
        /// <summary>Whether it is a work by where it stands.</summary>
        public bool IsTaken { get; init; }

        public bool IsWork =>
            IsTaken
            || (Label is not null
                ? Text.Length > 0 || Piece.Links.Count > 0
                : Piece.Links.Count > 0
                    || ReferenceLineHeuristic.LooksLikeReference(Text)
                    || ReferenceLineHeuristic.StartsWithAuthorAndYear(Text));
    }
}
