using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.References;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing;

/// <summary>Imports a raw text: reads it with an importer, resolves its citations and extracts its claims.</summary>
public static class ArticleImport
{
    private const int MaxTitle = 200;

    /// <summary>Imports an input.</summary>
    /// <param name="input">The text, or the bytes of a format that is no text.</param>
    /// <param name="importer">Reads its format.</param>
    /// <param name="tagger">Finds the topics of its claims.</param>
    /// <param name="slug">The slug of the article; null where it is to be made from the title.</param>
    /// <param name="cancel">Stops the import, which then ends in an <see cref="OperationCanceledException"/>.</param>
    public static ImportResult Run(
        ImportInput input, IArticleImporter importer, TopicTagger tagger, string? slug = null, CancellationToken cancel = default)
    {
        var draft = importer.Read(input, cancel);
        if (draft.Notes.Any(note => note.Severity == NoteSeverity.Error))
        {
            return Refused(importer.Format, draft.Notes);
        }

        var paragraphs = draft.Sections.SelectMany(section => section.Paragraphs).Concat(draft.KeyPoints).ToList();
        if (draft.Sections.All(section => section.Paragraphs.Count == 0))
        {
            var nothing = input.Bytes.IsEmpty && CleanText.Of(input.Text).Length == 0
                ? ImportNote.Error("empty", "The text is empty.")
                : ImportNote.Error("no-body", "No paragraph was found: an article needs a title and at least one paragraph of text.");
            return Refused(importer.Format, [.. draft.Notes, nothing]);
        }

        if ((TooMany(importer.Format, "paragraphs", paragraphs.Count)
            ?? TooMany(importer.Format, "references", draft.References.Count)) is { } refused)
        {
            return refused;
        }

        var notes = new List<ImportNote>(draft.Notes);
        if (input.Bibliographies.Count > 0 && !importer.ReadsBibliographies)
        {
            notes.Add(ImportNote.Warning(
                "bibliography-not-read", $"The bibliography is not read: a text of the format {importer.Format} cites by no keys.", null));
        }

        var references = References(draft, notes, cancel);
        var marked = Marked(paragraphs, references, draft.AreMarkersTold, cancel);
        if (TooMany(importer.Format, "markers", marked.Sum(text => text.Markers.Count + text.Unresolved.Count)) is { } overfull)
        {
            return overfull;
        }

        var sections = Sections(draft, marked);
        var keyPoints = KeyPoints(draft, marked, notes);
        List<int?> lines = [.. paragraphs.Select(paragraph => paragraph.Line)];

        var words = draft.Words ?? WordsOf(input.Text);

        // Of a long text the paragraphs as they were are not kept while the claims are made.
        paragraphs.Clear();
        draft = draft with { Sections = [], KeyPoints = [] };
        var language = draft.Language
            ?? Languages.Find(sections.SelectMany(section => section.Paragraphs).Select(paragraph => paragraph.Text))
            ?? "en";
        var title = draft.Title ?? TitleFrom(sections, notes);
        var article = new Article
        {
            Slug = slug ?? Asked(draft.Slug, notes) ?? (Slugs.Of(title) is { Length: > 0 } made ? made : "article"),
            Title = title,
            Subtitle = draft.Subtitle,
            Category = draft.Category,
            Language = language,
            Authors = draft.Authors,
            ReviewedBy = draft.ReviewedBy,
            PublishedOn = draft.PublishedOn,
            Source = Safe(draft.Source, notes),
            KeyPoints = keyPoints,
            Sections = sections,
            References = references,
        };
        article = article with
        {
            Claims = ClaimExtractor.Extract(article, tagger, Unresolved(sections, marked), ImportLimits.MaxParts, cancel),
        };
        return TooMany(importer.Format, "claims", article.Claims.Count)
            ?? new ImportResult(article, Report(importer.Format, article, lines, marked, notes) with
            {
                Coverage = Coverage.Of(words, article, notes),
            });
    }

    /// <summary>The slug that a text asks for, or null and a note where that is none.</summary>
    private static string? Asked(string? slug, List<ImportNote> notes)
    {
        if (slug is null || Slugs.IsSlug(slug))
        {
            return slug;
        }

        notes.Add(ImportNote.Warning(
            "invalid-slug",
            $"{ImportNote.Quote(slug)} is no slug: lower-case letters and digits, words joined by single hyphens, at most "
            + $"{Article.MaxSlugLength} characters. The slug is made from the title.",
            null));
        return null;
    }

    private static ImportResult? TooMany(string format, string parts, int count) =>
        count <= ImportLimits.MaxParts ? null : Refused(format, [ImportLimits.TooMany(parts, ImportLimits.MaxParts)]);

    private static ImportResult Refused(string format, IReadOnlyList<ImportNote> notes) =>
        new(null, new ImportReport { Format = format, Notes = notes });

    private static SourceWords WordsOf(string text)
    {
        var words = new SourceWords(text.Length);
        words.Add(text);
        words.End();
        return words;
    }

    private static ImportReport Report(
        string format, Article article, List<int?> lines, IReadOnlyList<MarkedText> marked, List<ImportNote> notes)
    {
        for (var i = 0; i < marked.Count; i++)
        {
            foreach (var marker in marked[i].Unresolved)
            {
                notes.Add(ImportNote.Warning(
                    marker.Code, $"{ImportNote.Quote(marker.Text)} stays in the text: {marker.Reason}.", lines[i]));
            }
        }

        var cited = marked.SelectMany(text => text.Markers).Select(marker => marker.Label).ToHashSet(StringComparer.Ordinal);
        var resolved = marked.Sum(text => text.Markers.Count);
        var unresolved = marked.SelectMany(text => text.Unresolved).Select(marker => marker.Text).ToList();
        return new ImportReport
        {
            Format = format,
            Notes = [.. notes.OrderBy(note => note.Line ?? int.MaxValue)],
            Counts = new ImportCounts(
                article.Sections.Count,
                article.Sections.Sum(section => section.Paragraphs.Count),
                article.KeyPoints.Count,
                article.References.Count,
                resolved + unresolved.Count,
                resolved,
                article.Claims.Count),
            UnresolvedMarkers = unresolved,
            UncitedReferences = [.. article.References.Select(reference => reference.Label).Where(label => !cited.Contains(label))],
        };
    }

    private static List<Reference> References(ImportDraft draft, List<ImportNote> notes, CancellationToken cancel)
    {
        var names = Labels(draft, notes);
        var parsed = new Queue<ParsedReference>(ReferenceParser.ParseList(
            [.. draft.References.Zip(names).Where(entry => entry.First.Fields is null).Select(entry => (entry.Second, entry.First.Raw))],
            cancel));
        var references = new List<Reference>(draft.References.Count);
        foreach (var (entry, label) in draft.References.Zip(names))
        {
            if (entry.Fields is { } fields)
            {
                references.Add(Linked(fields with { Label = label, Raw = CleanText.Of(entry.Raw) }, entry, notes));
                continue;
            }

            var line = parsed.Dequeue();
            var (reference, authorsElided) = line;
            references.Add(Linked(reference, entry, notes));
            if (line.HasSeveralWorks)
            {
                notes.Add(ImportNote.Warning(
                    "several-works",
                    $"Reference {label} names several works; the fields are those of the first, the line keeps all.",
                    entry.Line));
            }

            if (authorsElided)
            {
                notes.Add(ImportNote.Info("authors-left-out", $"Reference {label} leaves out some of its authors.", entry.Line));
            }
        }

        return references;
    }

    private static List<string> Labels(ImportDraft draft, List<ImportNote> notes)
    {
        var names = new List<string>(draft.References.Count);
        var labels = new UniqueNames([]);
        var isLabelled = draft.References.Any(entry => entry.Label is not null);
        foreach (var entry in draft.References)
        {
            // The position is the label of an entry without one; among labelled entries no marker means it by that number.
            var wanted = entry.Label ?? $"{names.Count + 1}";
            var label = labels.Add(entry.Label is null && isLabelled ? wanted + "-unlabelled" : wanted);
            names.Add(label);
            if (entry.Label is not null && label != wanted)
            {
                notes.Add(ImportNote.Warning(
                    "duplicate-label", $"The label {wanted} is used before; this reference gets the label {label}.", entry.Line));
            }
            else if (entry.Label is null && isLabelled)
            {
                notes.Add(ImportNote.Warning(
                    "missing-label", $"This reference has no label among others that have; it gets the label {label}.", entry.Line));
            }
        }

        return names;
    }

    /// <summary>The reference with what its links tell, and the id that follows.</summary>
    private static Reference Linked(Reference reference, DraftReference entry, List<ImportNote> notes)
    {
        var links = entry.Links;
        var pages = links.Where(link => !Doi.IsResolver(link)).ToList();
        var url = reference.Url ?? pages.Find(WebAddress.IsSafe) ?? pages.FirstOrDefault();
        var linked = reference with
        {
            Doi = reference.Doi
                ?? links
                    .Select(link => Doi.IsResolver(link) ? Doi.Normalise(link) : Doi.InAddress(link))
                    .FirstOrDefault(doi => doi is not null),
            Url = Safe(url, WebAddress.IsSafe, $"reference {reference.Label}", entry.Line, notes),
        };
        return linked with { Id = WorkIdentity.IdOf(linked) };
    }

    private static ArticleSource Safe(ArticleSource source, List<ImportNote> notes) => source with
    {
        Url = Safe(source.Url, WebAddress.IsSafe, "the article", null, notes),
        License = Safe(source.License, license => !WebAddress.IsScript(license), "the licence", null, notes),
    };

    /// <summary>The address, or null and a note where it is not of the web.</summary>
    private static string? Safe(string? address, Func<string, bool> isSafe, string owner, int? line, List<ImportNote> notes)
    {
        if (address is null || isSafe(address))
        {
            return address;
        }

        notes.Add(ImportNote.Warning(
            "unsafe-url", $"The address {ImportNote.Quote(address)} of {owner} is left out: it is not of http or https.", line));
        return null;
    }

    private static IReadOnlyList<MarkedText> Marked(
        List<DraftText> paragraphs, List<Reference> references, bool areComplete, CancellationToken cancel) =>
        CitationMarkers.Find(
            [.. paragraphs.Select(paragraph => Tagged(paragraph, references))],
            references,
            areComplete,
            ImportLimits.MaxParts,
            cancel);

    private static TaggedText Tagged(DraftText paragraph, List<Reference> references) => new(
        CleanText.Of(paragraph.Text),
        [
            .. paragraph.Markers.Select(marker => new TaggedMarker(
                marker.Start,
                marker.End,
                [.. marker.References.Select(index => references[index].Label).Distinct(StringComparer.Ordinal)],
                marker.Kept,
                marker.Printed ?? paragraph.Text[marker.Start..marker.End])),
        ]);

    private static List<Section> Sections(ImportDraft draft, IReadOnlyList<MarkedText> marked)
    {
        var sections = new List<Section>(draft.Sections.Count);
        var ids = new SectionIds([]);
        var next = 0;
        foreach (var section in draft.Sections)
        {
            sections.Add(new Section
            {
                Id = ids.Next(section.Heading),
                Heading = section.Heading,
                Level = section.Level,
                Paragraphs =
                [
                    .. marked.Take(new Range(next, next + section.Paragraphs.Count))
                        .Select(text => new Paragraph { Text = text.Text, Markers = text.Markers }),
                ],
            });
            next += section.Paragraphs.Count;
        }

        return sections;
    }

    /// <summary>The paragraphs in which something looks like a marker and names no reference.</summary>
    private static HashSet<(string SectionId, int Paragraph)> Unresolved(List<Section> sections, IReadOnlyList<MarkedText> marked) =>
    [
        .. sections
            .SelectMany(section => section.Paragraphs.Select((_, i) => (section.Id, i + 1)))
            .Zip(marked)
            .Where(paragraph => paragraph.Second.Unresolved.Count > 0)
            .Select(paragraph => paragraph.First),
    ];

    private static List<KeyPoint> KeyPoints(ImportDraft draft, IReadOnlyList<MarkedText> marked, List<ImportNote> notes)
    {
        var points = new List<KeyPoint>(draft.KeyPoints.Count);
        foreach (var (point, text) in draft.KeyPoints.Zip(marked.Skip(marked.Count - draft.KeyPoints.Count)))
        {
            points.Add(new KeyPoint(text.Text));
            notes.AddRange(text.Markers
                .Where(marker => !marker.Kept && marker.Text.Length > 0)
                .Select(marker => ImportNote.Info(
                    "marker-in-key-point",
                    $"The marker {ImportNote.Quote(marker.Text)} was taken out of a key point, which has no citations.",
                    point.Line)));
        }

        return points;
    }

    /// <summary>An article without a title is called by its first heading or sentence.</summary>
    private static string TitleFrom(List<Section> sections, List<ImportNote> notes)
    {
        notes.Add(ImportNote.Warning("no-title", "No title was found; the article is called by its first heading or sentence.", null));
        if (sections[0].Heading is { } heading)
        {
            return heading;
        }

        var text = sections.SelectMany(section => section.Paragraphs).First().Text;
        var sentence = SentenceSplitter.Split(text) is [var (start, end), ..] ? text[start..end] : text;
        var title = CodePoints.First(sentence, MaxTitle);
        return title.Length < sentence.Length && title.LastIndexOf(' ') is > 0 and var space ? title[..space] : title;
    }
}
