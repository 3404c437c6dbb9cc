using ArticleApi.Documents.Importing.Lines;
using ArticleApi.Documents.References;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Jats;

/// <summary>Reads the reference lists. Fields without tags are parsed from the printed line.</summary>
internal static class ReferenceReader
{
    private const int MaxNote = 300;
    private const int MaxLabelStart = 20;

    /// <summary>
    /// The elements of the entries, in order: the <c>ref</c> of every list; where there is no list, the footnotes that hold a citation.
    /// </summary>
    public static IReadOnlyList<JatsNode> Entries(JatsNode article)
    {
        var entries = article.Topmost("ref", "sub-article", "response").Where(node => node.Name == "ref").ToList();
        return entries.Count > 0
            ? entries
            : [
                .. article.Topmost("fn", "sub-article", "response", "table-wrap", "fig")
                    .Where(node => node.Name == "fn" && Citations(node).Count > 0),
            ];
    }

    /// <summary>
    /// The labels of the entries. An author and a year are none; where no entry has one but the text cites them by numbers, these are.
    /// </summary>
    public static IReadOnlyList<string?> Labels(JatsNode article, IReadOnlyList<JatsNode> entries)
    {
        var labels = entries.Select(Label).ToList();
        if (labels.TrueForAll(label => label is null))
        {
            CountFromText(article, entries, labels);
            CountFromLines(entries, labels);
        }

        return labels;
    }

    public static List<DraftReference> Read(
        IReadOnlyList<JatsNode> entries, IReadOnlyList<string?> labels, List<ImportNote> notes, CancellationToken cancel)
    {
        var references = new List<DraftReference>(entries.Count);
        var partial = new List<int>();
        for (var i = 0; i < entries.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            references.Add(Read(entries[i], labels[i], notes));
            if (references[i].Raw.Length == 0)
            {
                // It stays, since the cross-references count it.
                references[i] = references[i] with { Raw = labels[i] ?? $"{i + 1}" };
                notes.Add(ImportNote.Warning(
                    "doubtful-reference", "This entry of the reference list is empty; its label stands for it.", entries[i].Line));
            }

            if (references[i].Fields is { } fields
                && Citations(entries[i]) is [{ Printed: var printed }, ..]
                && CitationLine.IsPunctuated(printed)
                && (!CitationFields.AreComplete(fields) || (CitationFields.LackPlace(fields) && CitationLine.HasLooseNumbers(printed))))
            {
                partial.Add(i);
            }
        }

        // A tag goes before the line; what has none is read from the line.
        var parsed = ReferenceParser.ParseList([.. partial.Select(i => (labels[i] ?? $"{i + 1}", references[i].Raw))], cancel);
        foreach (var (i, line) in partial.Zip(parsed))
        {
            references[i] = references[i] with { Fields = CitationFields.Completed(references[i].Fields!, line.Reference) };
        }

        return references;
    }

    private static DraftReference Read(JatsNode entry, string? label, List<ImportNote> notes)
    {
        var citations = Citations(entry);
        if (citations.Count == 0)
        {
            var text = entry.CleanTextWithout("label");
            var isWork = entry.Child("note") is null || (text.Length <= MaxNote && ReferenceLineHeuristic.LooksLikeReference(text));
            if (!isWork)
            {
                notes.Add(
                    ImportNote.Info("note-among-references", "This entry of the reference list is a note; it has no fields.", entry.Line));
            }

            return new DraftReference(label, WithoutLabel(text, label), entry.Line) { Fields = isWork ? null : CitationFields.None };
        }

        if (citations.Count > 1)
        {
            notes.Add(ImportNote.Info(
                "several-works",
                $"This entry of the reference list names {citations.Count} works; its fields are those of the first.",
                entry.Line));
        }

        var (fielded, printed) = (citations[0].Fielded, citations[0].Printed);
        var fields = CitationFields.Read(fielded);
        var lines = citations
            .Select(citation => CitationLine.IsPunctuated(citation.Printed)
                ? CitationLine.Printed(citation.Printed)
                : CitationLine.Composed(citation.Fielded))
            .ToList();
        var raw = string.Join(' ', lines);
        if (fielded.Descendants().Any(node => node.Name == "etal") && fields.Authors.Count > 0)
        {
            notes.Add(
                ImportNote.Info("authors-left-out", $"The reference {ImportNote.Quote(raw)} leaves out some of its authors.", entry.Line));
        }

        raw = WithoutLabel(raw, label);

        var links = CitationFields.Links(fielded).Concat(CitationFields.Links(printed)).Distinct(StringComparer.Ordinal).ToList();
        return new DraftReference(label, raw, entry.Line)
        {
            Fields = !CitationFields.IsEmpty(fields)
                ? fields
                : citations.Count > 1 ? ReferenceParser.Parse(label ?? "", lines[0]).Reference : null,
            Links = links,
        };
    }

    // ". Roe A", "21. Roe A", "[21] Roe A": what is left of the label that the element has apart.
    private static string WithoutLabel(string raw, string? label)
    {
        var line = raw.TrimStart('.', ',', ';', ':', ')', ']', ' ');
        return label is not null && ReferenceLabel.Split(line) is { } split && split.Label == label && split.End < line.Length
            ? line[split.End..].TrimStart('.', ',', ';', ':', ')', ']', ' ')
            : line.Length > 0 ? line : raw;
    }

    /// <summary>The citations of an entry; of alternatives the tagged one for the fields, the printed one for the line.</summary>
    private static List<JatsCitation> Citations(JatsNode entry)
    {
        var citations = new List<JatsCitation>();
        foreach (var node in entry
            .Descendants("mixed-citation", "element-citation", "citation", "nlm-citation", "product", "related-article")
            .Prepend(entry))
        {
            var forms = node.Elements.Where(IsCitation).ToList();
            var tagged = forms.Find(form => form.Name is "element-citation" or "nlm-citation");
            var printed = forms.Find(form => form.Name is "mixed-citation" or "citation");

            // SciELO has both forms of one work side by side.
            if (node.Name == "citation-alternatives" ? forms.Count > 0 : forms.Count == 2 && tagged is not null && printed is not null)
            {
                citations.Add(new JatsCitation(tagged ?? forms[0], printed ?? forms[0]));
            }
            else
            {
                citations.AddRange(forms.Select(form => new JatsCitation(form, form)));
            }
        }

        return citations;
    }

    private static bool IsCitation(JatsNode node) => node.Name is "mixed-citation" or "element-citation" or "citation" or "nlm-citation";

    private static string? Label(JatsNode entry)
    {
        var printed = (entry.Child("label") ?? Citations(entry).FirstOrDefault()?.Printed.Child("label"))
            ?.CleanTextWithout()
            .Trim('[', ']', '(', ')', '.', ',', ':', ' ');
        return printed is { Length: > 0 } && SignText.IsLabel(printed) ? printed : null;
    }

    /// <summary>Takes the numbers that the lines begin with, "21. Roe A", where they count the entries.</summary>
    private static void CountFromLines(IReadOnlyList<JatsNode> entries, List<string?> labels)
    {
        var printed = entries
            .Select(entry => ReferenceLabel.Split(Start(entry)) is { IsBare: false } split ? split.Label : null)
            .ToList();
        if (printed.Index().Count(entry => entry.Item == $"{entry.Index + 1}") * 5 < entries.Count * 4)
        {
            return;
        }

        for (var i = 0; i < labels.Count; i++)
        {
            labels[i] ??= printed[i];
        }
    }

    private static string Start(JatsNode entry)
    {
        var text = (Citations(entry).FirstOrDefault()?.Printed ?? entry).CleanTextWithout("label");
        return text[..Math.Min(text.Length, MaxLabelStart)];
    }

    private static void CountFromText(JatsNode article, IReadOnlyList<JatsNode> entries, List<string?> labels)
    {
        var places = entries.Index().Where(entry => entry.Item.Attribute("id") is not null)
            .DistinctBy(entry => entry.Item.Attribute("id"))
            .ToDictionary(entry => entry.Item.Attribute("id")!, entry => entry.Index, StringComparer.Ordinal);
        var numbers = new Dictionary<int, int>();
        var words = 0;
        foreach (var xref in article.Topmost("xref"))
        {
            if (!places.TryGetValue(xref.Attribute("rid") ?? "", out var place))
            {
                continue;
            }

            if (!int.TryParse(
                    xref.CleanTextWithout().Trim('[', ']', '(', ')', ' '), System.Globalization.NumberStyles.None, null, out var number)
                || number is 0 or > 9999 || Years.IsYear($"{number}"))
            {
                words++;
            }
            else if (!numbers.TryAdd(place, number) && numbers[place] != number)
            {
                return;
            }
        }

        if (words >= numbers.Count
            || numbers.Values.Distinct().Count() < numbers.Count
            || numbers.All(number => number.Value == number.Key + 1))
        {
            return;
        }

        var next = numbers.Values.Max();
        for (var i = 0; i < labels.Count; i++)
        {
            labels[i] = numbers.TryGetValue(i, out var number) ? $"{number}" : $"{++next}";
        }
    }
}
