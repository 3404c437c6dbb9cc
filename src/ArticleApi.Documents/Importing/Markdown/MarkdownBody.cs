using System.Text.RegularExpressions;
using ArticleApi.Documents.Importing.Lines;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>Reads the blocks of the body into sections and key points.</summary>
internal sealed partial class MarkdownBody
{
    private const int MaxLevel = 6;

    private readonly List<MarkdownBlock> blocks;
    private readonly HashSet<int> taken;
    private readonly Outline outline;
    private readonly MarkdownSource source;
    private readonly Works works;
    private readonly List<ImportNote> notes;
    private readonly CancellationToken cancel;
    private readonly List<DraftSection> sections = [];
    private List<DraftText> paragraphs = [];
    private string? heading;
    private int level = Section.TopLevel;

    public MarkdownBody(
        List<MarkdownBlock> blocks,
        HashSet<int> taken,
        Outline outline,
        MarkdownSource source,
        Works works,
        List<ImportNote> notes,
        CancellationToken cancel)
    {
        this.blocks = blocks;
        this.taken = taken;
        this.outline = outline;
        this.source = source;
        this.works = works;
        this.notes = notes;
        this.cancel = cancel;
    }

    public List<DraftText> KeyPoints { get; } = [];

    /// <summary>Whether every paragraph is known to be the article's.</summary>
    public bool IsExport { get; init; }

    public IReadOnlyList<DraftSection> Read()
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            if (taken.Contains(i))
            {
                continue;
            }

            var block = blocks[i];
            if (block.Kind == BlockKind.Other)
            {
                TellLeftOut(block);
            }
            else if (block.Kind == BlockKind.Heading || (block is { Kind: BlockKind.Paragraph, Depth: 0 } && Outline.IsBold(block.Source)))
            {
                i = ReadHeading(i);
            }
            else if (block.Kind == BlockKind.Paragraph)
            {
                ReadParagraph(block);
            }
        }

        EndSection();

        // Where the markup tells some markers, the numbers in brackets must be told too.
        var isTagged = sections.Exists(section => section.Paragraphs.Any(IsTagged)) || KeyPoints.Exists(IsTagged);
        if (!isTagged)
        {
            return sections;
        }

        for (var i = 0; i < KeyPoints.Count; i++)
        {
            KeyPoints[i] = WithNumbers(KeyPoints[i]);
        }

        return sections.ConvertAll(section => section with { Paragraphs = [.. section.Paragraphs.Select(WithNumbers)] });
    }

    private static bool IsTagged(DraftText text) => text.Markers.Any(marker => marker.References.Count > 0);

    private DraftText WithNumbers(DraftText text) => ParagraphReader.WithNumbers(text, works, notes);

    /// <summary>Reads a heading, and the key points where it stands over them; gives the index of the last block read.</summary>
    private int ReadHeading(int at)
    {
        var block = blocks[at];
        var text = MarkdownHeadings.TextOf(block.Source);
        if (KeyPoints.Count == 0 && HeadingNames.IsKeyPoints(text))
        {
            var end = at + 1;
            while (end < blocks.Count && !taken.Contains(end) && blocks[end] is { Kind: BlockKind.Paragraph, Depth: > 0 })
            {
                KeyPoints.Add(ParagraphReader.Read(Tokens(blocks[end]), works, notes, blocks[end].Line));
                end++;
            }

            if (end > at + 1)
            {
                return end - 1;
            }
        }

        if (block.Kind == BlockKind.Paragraph && !outline.BoldHeads)
        {
            ReadParagraph(block);
        }
        else if (text.Length > 0 || IsExport)
        {
            EndSection();
            heading = text.Length > 0 ? text : null; // The service writes one without a text over an untitled section.
            level = block.Kind == BlockKind.Paragraph
                ? HeadingNames.LevelOf(text)
                : Math.Clamp(block.Level + outline.Shift, Section.TopLevel, MaxLevel);
        }

        return at;
    }

    private void ReadParagraph(MarkdownBlock block)
    {
        var tokens = Tokens(block);
        if (tokens.Count > ImportLimits.MaxTokens || block.Source.Length > InlineReader.MaxLength)
        {
            notes.Add(ImportNote.Warning(
                "too-much-markup",
                $"Behind {InlineReader.MaxLength} characters or {ImportLimits.MaxTokens} signs of markup the rest of this paragraph is "
                + "read as text.",
                block.Line));
        }

        block.Forget();
        var text = ParagraphReader.Read(tokens, works, notes, block.Line);
        if (text.Text.Length == 0)
        {
            return;
        }

        if (IsExport)
        {
            paragraphs.Add(text);
        }
        else if (PageBoilerplate.Is(text.Text) || (text.Markers.Count == 0 && IsNavigation(tokens)) || TocSign().IsMatch(text.Text))
        {
            notes.Add(ImportNote.Info(
                "boilerplate", $"{ImportNote.Quote(text.Text)} belongs to the page, not to the article, and is left out.", block.Line)
                .LeavingOut(text.Text));
        }
        else if (Caption().IsMatch(text.Text))
        {
            notes.Add(ImportNote.Info("captions-left-out", $"The caption {ImportNote.Quote(text.Text)} is left out.", block.Line)
                .LeavingOut(text.Text));
        }
        else
        {
            paragraphs.Add(text);
        }
    }

    private IReadOnlyList<InlineToken> Tokens(MarkdownBlock block) =>
        InlineReader.Read(AttributeLine().Replace(block.Source, ""), source.Links, cancel);

    /// <summary>
    /// Whether a paragraph is links and nothing else: to places of the page, a table of contents, or several to other pages of the site.
    /// </summary>
    private static bool IsNavigation(IReadOnlyList<InlineToken> tokens)
    {
        var (links, places, isWithin) = (0, 0, false);
        foreach (var token in tokens)
        {
            if (token is { Kind: InlineKind.LinkStart, Target: { Length: > 0 } target })
            {
                (links, isWithin) = (links + 1, true);
                places += target[0] == '#' ? 1 : 0;
                if (target.Contains("://", StringComparison.Ordinal))
                {
                    return false;
                }
            }
            else if (token.Kind == InlineKind.LinkEnd)
            {
                isWithin = false;
            }
            else if (token.Kind == InlineKind.Text && !isWithin && !(links == 0 ? Lead() : Between()).IsMatch(token.Text))
            {
                return false;
            }
        }

        return links > 0 && (places == links || links > 2);
    }

    private void EndSection()
    {
        if (heading is not null || paragraphs.Count > 0)
        {
            sections.Add(new DraftSection(heading, level, paragraphs));
        }

        paragraphs = [];
        heading = null;
    }

    private void TellLeftOut(MarkdownBlock block)
    {
        if (block.Code == "too-deep")
        {
            notes.Add(ImportNote.Warning("too-deep", "The text is nested too deep here; its lines are read as paragraphs.", block.Line));
            return;
        }

        var what = block.Code switch
        {
            "tables-left-out" => "A table",
            "listings-left-out" => block.Language is { Length: > 0 } language ? $"Code ({language})" : "Code",
            "display-formulas-left-out" => "A formula",
            "latex-left-out" => "LaTeX",
            "short-codes-left-out" => "A short code",
            _ => $"HTML ({block.Language})",
        };
        notes.Add(ImportNote.Info(block.Code ?? "html-left-out", $"{what} is left out.", block.Line) with
        {
            Words = block.IsFenced ? 0 : block.Words + MarkdownWords.In(block.Source), // Those of a fenced block are no words of the text.
        });
    }

    // "Figure 1. What it shows", "Table: what it holds"
    [GeneratedRegex(
        @"^(?:(?:Fig(?:ure|\.)?|Table)\s[0-9]{1,3}[a-z]?(?:[.:|]|\s[–—])|(?:Figure|Table):)\s",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Caption();

    // "Jump to: "
    [GeneratedRegex(@"^\s*(?:[^\n]{1,30}:)?[\s|·•/\-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^[\s|·•/,–—\-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"^\s*(?:\[\[?_?tocm?_?\]?\]|\$\{toc\})\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TocSign();

    // kramdown: {: .lead}, and the sign of GitHub's alerts
    [GeneratedRegex(
        @"^[ \t]*(?:\{:[^{}\n]*\}|\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\])[ \t]*$\n?|(?<=\n)[ \t]*\{:[^{}\n]*\}[ \t]*$",
        RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex AttributeLine();
}
