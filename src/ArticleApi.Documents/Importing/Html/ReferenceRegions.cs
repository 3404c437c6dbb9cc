using System.Collections.Frozen;
using ArticleApi.Documents.Importing.Lines;
using ArticleApi.Documents.References;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Html;

/// <summary>Finds the reference lists and footnotes of a page and splits them into entries.</summary>
internal static class ReferenceRegions
{
    private const int MaxHeading = 60;
    private const int MaxClimb = 6;
    private const int MaxMenuLine = 40;

    // More headings of references than this are no headings.
    private const int MaxHeadings = 12;

    private static readonly FrozenSet<string> ListNames = WordSet.Of(
        "references reflist ref-list reflist-wrapper reference-list references-list references-section bibliography csl-bib-body refs "
        + "works-cited literature-cited article-references article__references c-article-references citation-list citations-list "
        + "ltx_bibliography ltx_biblist html-references_list biblist bibliography-list sources-list article-sources footnotes_table "
        + "reference-section section-references");

    private static readonly FrozenSet<string> NoteNames = WordSet.Of(
        "footnotes footnote-list footnotes-list endnotes footnote-definitions mw-references-wrap section-footnotes notes-list fn-list "
        + "easy-footnotes-wrapper modern-footnotes-list wp-block-footnotes footnotes_reference_container simple-footnotes");

    private static readonly FrozenSet<string> NoteHeadings = WordSet.Of("notes footnotes endnotes citations footnote endnote");

    private static readonly FrozenSet<string> EntryClasses = WordSet.Of(
        "csl-entry c-article-references__item ltx_bibitem ref-cit-blk citation-item reference-item bib-item bibitem references__item "
        + "refs__item article-section__citation ref-content-item");

    private static readonly FrozenSet<string> EntryRoles = WordSet.Of("doc-biblioentry doc-endnote doc-footnote biblioentry");

    /// <summary>The regions in order; none is within another.</summary>
    public static List<ReferenceRegion> Find(HtmlTree tree, PageLinks links, CancellationToken cancel)
    {
        var found = new List<ReferenceRegion>();
        var headings = 0;
        foreach (var node in tree.Nodes)
        {
            cancel.ThrowIfCancellationRequested();
            if (node.IsText || HtmlElements.IsUnread(node) || node.Name is "html" or "body" or "a" or "nav")
            {
                continue;
            }

            if (ByName(node) is { } kind)
            {
                var heading = HeadingWithin(tree, node);
                found.Add(new ReferenceRegion(node, heading, heading?.End ?? node.Index + 1, node.End, kind, IsSure: true));
            }
            else if (headings < MaxHeadings && ByHeading(tree, node) is { } region)
            {
                headings++;
                found.Add(region);
            }
        }

        var regions = new List<ReferenceRegion>();
        found = [.. found.OrderBy(region => region.First).ThenByDescending(region => region.End)];
        for (var i = 0; i < found.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var region = found[i];
            if (regions.Count > 0 && region.First < regions[^1].End)
            {
                continue;
            }

            // A heading of references below another divides the list.
            if (region.Container is null
                && found.Skip(i + 1).FirstOrDefault(other => other.Heading?.HeadingLevel > 0 && other.First > region.First) is { } next
                && next.First < region.End)
            {
                region = region with { End = next.First };
            }

            var entries = Entries(tree, links, region);
            if (entries.Count > 0)
            {
                regions.Add(region with { Entries = entries });
            }
        }

        return regions;
    }

    /// <summary>
    /// The index where what stands under a heading ends: at the next heading as high, or with the part of the page that the heading opens.
    /// </summary>
    /// <param name="tree">The page.</param>
    /// <param name="heading">The heading.</param>
    /// <param name="climb">How many parts that hold more than the heading may still be left.</param>
    public static int EndOfPart(HtmlTree tree, HtmlNode heading, int climb)
    {
        var part = heading.Parent;
        for (var inner = heading;
            part is { Name: not ("body" or "html") } && (IsAlone(tree, inner, part) || climb-- > 0);
            part = part.Parent)
        {
            inner = part;
        }

        var end = part?.End ?? tree.Nodes.Count;
        var level = heading.HeadingLevel is > 0 and var own ? own : 6;
        for (var i = heading.End; i < end; i++)
        {
            if (tree.Nodes[i].HeadingLevel is > 0 and var next && next <= level)
            {
                return i;
            }
        }

        return end;
    }

    /// <summary>Whether nothing is printed behind an element in the one around it.</summary>
    public static bool IsAlone(HtmlTree tree, HtmlNode inner, HtmlNode part)
    {
        for (var i = inner.End; i < part.End; i++)
        {
            if (tree.Nodes[i] is { IsText: true } text
                ? !string.IsNullOrWhiteSpace(text.Text)
                : HtmlElements.IsUnread(tree.Nodes[i]) && tree.Nodes[i].Name != "button")
            {
                return false;
            }
        }

        return true;
    }

    // Its own heading, where that stands first.
    private static HtmlNode? HeadingWithin(HtmlTree tree, HtmlNode container)
    {
        for (var i = container.Index + 1; i < container.End; i++)
        {
            var node = tree.Nodes[i];
            if (node.HeadingLevel > 0)
            {
                return node;
            }

            if (node.IsText && !string.IsNullOrWhiteSpace(node.Text))
            {
                break;
            }
        }

        return null;
    }

    private static bool? ByName(HtmlNode node)
    {
        if (node.HeadingLevel > 0 || node.Name is "li" or "p" or "span" or "sup" or "cite")
        {
            return null;
        }

        var role = node.Get("role") + " " + node.Get("epub:type");
        if (role.Contains("bibliography", StringComparison.Ordinal))
        {
            return false;
        }

        if (role.Contains("endnotes", StringComparison.Ordinal) || role.Contains("footnotes", StringComparison.Ordinal))
        {
            return true;
        }

        foreach (var name in node.Words("class").Append(node.Id))
        {
            var lower = name.ToLowerInvariant();
            if (ListNames.Contains(lower))
            {
                return false;
            }

            if (NoteNames.Contains(lower))
            {
                return true;
            }
        }

        return null;
    }

    private static ReferenceRegion? ByHeading(HtmlTree tree, HtmlNode node)
    {
        var isHeading = node.HeadingLevel > 0;
        if (!isHeading
            && (node.Name is not ("p" or "div" or "b" or "strong" or "span" or "summary" or "button"
                    or "dt" or "legend" or "center" or "font")
                || node.End - node.Index > 12))
        {
            return null;
        }

        // Only the outermost of what a heading is made of.
        if (!isHeading
            && node.Parent is { } parent
            && (parent.HeadingLevel > 0
                || (parent.Name is not ("body" or "html")
                    && parent.End == node.End
                    && parent.Index == node.Index - 1
                    && parent.End - parent.Index <= 12)))
        {
            return null;
        }

        if (Length(tree, node) > MaxHeading)
        {
            return null;
        }

        var name = HtmlHeadings.TextOf(tree, node);
        var isNotes = NoteHeadings.Contains(Folding.Words(name));
        if ((!HeadingNames.IsReferences(name) && !isNotes)
            || (isNotes && !isHeading)
            || node.Closest(around => around.Name is "a" or "nav") is not null)
        {
            return null;
        }

        var end = EndOfPart(tree, node, 0);
        for (var climb = 1; climb < MaxClimb && !HasText(tree, node.End, end); climb++)
        {
            end = EndOfPart(tree, node, climb);
        }

        return new ReferenceRegion(null, node, node.End, end, isNotes, IsSure: isHeading && !isNotes && !HeadingNames.IsAmbiguous(name));
    }

    private static int Length(HtmlTree tree, HtmlNode node)
    {
        var length = 0;
        for (var i = node.Index; i < node.End && length <= MaxHeading * 4; i++)
        {
            length += tree.Nodes[i].Text.Length;
        }

        return length > MaxHeading * 4 ? length : 0;
    }

    private static bool HasText(HtmlTree tree, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (tree.Nodes[i].IsText && !string.IsNullOrWhiteSpace(tree.Nodes[i].Text))
            {
                return true;
            }
        }

        return false;
    }

    private static List<(int Start, int End)> Entries(HtmlTree tree, PageLinks links, ReferenceRegion region)
    {
        var (start, end) = (region.Start, region.End);
        var signed = Outermost(tree, start, end, IsEntry);
        var items = Outermost(tree, start, end, node => node.Name == "li");
        if (signed.Count > 0)
        {
            // Where items of a list are signed, so are those beside them.
            var signedLists = signed
                .Select(entry => tree.Nodes[entry.Start])
                .Where(node => node.Name == "li")
                .Select(node => node.Parent)
                .ToHashSet();
            return signedLists.Count > 0 ? [.. items.Where(item => signedLists.Contains(tree.Nodes[item.Start].Parent))] : signed;
        }

        var lists = items
            .GroupBy(item => tree.Nodes[item.Start].Parent)
            .Where(list => IsList(tree, links, region, [.. list]))
            .SelectMany(list => list)
            .ToList();
        var hasTargets = lists.Exists(item => Enumerable.Range(item.Start, item.End - item.Start).Any(i => links.IsLinked(tree.Nodes[i])));
        if (lists.Count > 0 && hasTargets)
        {
            return lists;
        }

        if (Linked(tree, links, start, end) is { Count: > 0 } linked)
        {
            return linked;
        }

        if (lists.Count > 0)
        {
            return lists;
        }

        if (Definitions(tree, start, end) is { Count: > 0 } definitions && IsList(tree, links, region, definitions))
        {
            return definitions;
        }

        if (Outermost(tree, start, end, node => node.Name == "tr") is { Count: > 0 } rows && IsList(tree, links, region, rows))
        {
            return rows;
        }

        var lines = TextRuns.Of(tree, start, end);
        if (Repeated(tree, lines) is { } repeated && IsList(tree, links, region, repeated))
        {
            return repeated;
        }

        return lines.Count > 0 && IsList(tree, links, region, lines) ? Joined(tree, lines) : [];
    }

    /// <summary>
    /// The elements side by side that links in the text lead to, with those around them that are alike and that nothing leads to.
    /// </summary>
    private static List<(int Start, int End)> Linked(HtmlTree tree, PageLinks links, int start, int end)
    {
        var parents = new Dictionary<HtmlNode, int>();
        for (var i = start; i < end; i++)
        {
            var node = tree.Nodes[i];
            if (node.Parent is { } parent && links.IsLinked(node) && HtmlElements.Block.Contains(node.Name) && node.HeadingLevel == 0)
            {
                parents[parent] = parents.GetValueOrDefault(parent) + 1;
            }
        }

        if (parents.Count == 0)
        {
            return [];
        }

        // One element that holds the whole list is no entry.
        var (list, _) = parents.MaxBy(parent => parent.Value);
        var siblings = new List<HtmlNode>();
        for (var i = Math.Max(start, list.Index + 1); i < Math.Min(end, list.End); i = tree.Nodes[i].End)
        {
            siblings.Add(tree.Nodes[i]);
        }

        var name = siblings.Find(links.IsLinked)!.Name;
        if (name is "dt" or "dd")
        {
            return Definitions(tree, list.Index, list.End);
        }

        var entries = siblings.Where(node => node.Name == name && (node.Id.Length > 0 || links.IsLinked(node))).ToList();
        return entries.Count > 1 ? entries.ConvertAll(node => (node.Index, node.End)) : [];
    }

    private static bool IsEntry(HtmlNode node) =>
        node.Name != "a"
        && (EntryRoles.Contains(node.Get("role") ?? "") || node.Words("class").Any(name => EntryClasses.Contains(name.ToLowerInvariant()))
        || node.Id.StartsWith("cite_note", StringComparison.Ordinal));

    /// <summary>Whether lines are a reference list: for the most part they name works, have labels or are pointed to.</summary>
    private static bool IsList(HtmlTree tree, PageLinks links, ReferenceRegion region, List<(int Start, int End)> lines)
    {
        var (works, all, menu) = (0, 0, 0);
        foreach (var (start, end) in lines)
        {
            var entry = EntryText.Of(tree, start, end);
            if (entry.Raw.Length == 0)
            {
                continue;
            }

            if (IsMenuLine(tree, start, end, entry))
            {
                menu++;
                continue;
            }

            all++;
            works += entry.Links.Count > 0
                    || entry.Label is not null
                    || ReferenceLineHeuristic.LooksLikeReference(entry.Raw)
                    || IsPointedTo(tree, links, start, end)
                ? 1
                : 0;
        }

        return all > 0 && all >= menu && (region.IsSure ? works > 0 || tree.Nodes[lines[0].Start].Name == "li" : works * 2 >= all);
    }

    // "Sort by author": a short line of nothing but a link within the site.
    private static bool IsMenuLine(HtmlTree tree, int start, int end, EntryText entry) =>
        entry is { Raw.Length: <= MaxMenuLine, Label: null, Links.Count: 0 }
        && !entry.Raw.Any(char.IsAsciiDigit)
        && Enumerable.Range(start, end - start)
            .All(i => !tree.Nodes[i].IsText
                || string.IsNullOrWhiteSpace(tree.Nodes[i].Text)
                || tree.Nodes[i].Closest(node => node.Name is "a" or "button") is { } link && link.Index >= start);

    /// <summary>Whether signs in the text point to an entry.</summary>
    public static bool IsPointedTo(HtmlTree tree, PageLinks links, int start, int end) =>
        Enumerable.Range(start, Math.Min(end - start, 8)).Any(i => PageLinks.IdsOf(tree.Nodes[i]).Any(links.IsPointedTo));

    private static List<(int Start, int End)> Outermost(HtmlTree tree, int start, int end, Func<HtmlNode, bool> fits)
    {
        var found = new List<(int, int)>();
        for (var i = start; i < end;)
        {
            var node = tree.Nodes[i];
            if (fits(node))
            {
                found.Add((i, node.End));
                i = node.End;
            }
            else
            {
                i = node.Name is "nav" or "footer" or "form" ? node.End : i + 1;
            }
        }

        return found;
    }

    // A term is the label, and what follows up to the next is the entry.
    private static List<(int Start, int End)> Definitions(HtmlTree tree, int start, int end)
    {
        var found = new List<(int Start, int End)>();
        for (var i = start; i < end;)
        {
            var node = tree.Nodes[i];
            if (node.Name is "dt" or "dd")
            {
                if (node.Name == "dd"
                    && found.Count > 0
                    && tree.Nodes[found[^1].Start].Name == "dt"
                    && tree.Nodes[found[^1].Start].Parent == node.Parent)
                {
                    found[^1] = (found[^1].Start, node.End);
                }
                else
                {
                    found.Add((i, node.End));
                }

                i = node.End;
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    /// <summary>Elements side by side that have several lines each: an entry is one of them, not one of its lines.</summary>
    private static List<(int Start, int End)>? Repeated(HtmlTree tree, List<(int Start, int End)> lines)
    {
        if (lines.Count < 3 || !lines.Exists(line => tree.Nodes[line.Start].Parent is not null))
        {
            return null;
        }

        // The innermost element that holds all the lines.
        var around = tree.Nodes[lines[0].Start].Parent;
        while (around is not null && around.End < lines[^1].End)
        {
            around = around.Parent;
        }

        var children = new List<(int Start, int End)>();
        for (var i = around?.Index + 1 ?? 0; around is not null && i < around.End; i = Math.Max(tree.Nodes[i].End, i + 1))
        {
            if (HtmlElements.Block.Contains(tree.Nodes[i].Name) && tree.Nodes[i].End > lines[0].Start)
            {
                children.Add((i, tree.Nodes[i].End));
            }
        }

        return children.Count > 1 && children.Count * 2 <= lines.Count ? children : null;
    }

    // A line of nothing but look-ups belongs to the entry before it.
    private static List<(int Start, int End)> Joined(HtmlTree tree, List<(int Start, int End)> lines)
    {
        var joined = new List<(int Start, int End)>(lines.Count);
        foreach (var line in lines)
        {
            if (joined.Count > 0 && EntryText.Of(tree, line.Start, line.End) is { Raw.Length: <= 3, Label: null })
            {
                joined[^1] = (joined[^1].Start, line.End);
            }
            else
            {
                joined.Add(line);
            }
        }

        return joined;
    }
}
