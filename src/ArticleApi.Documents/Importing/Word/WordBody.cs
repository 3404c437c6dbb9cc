using System.Text.RegularExpressions;
using ArticleApi.Documents.Importing.Lines;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Importing.Word;

/// <summary>Reads the paragraphs of the body into sections and key points.</summary>
internal sealed partial class WordBody(
    List<WordParagraph> paragraphs, WordOutline outline, WordMarkers markers, List<ImportNote> notes, Omissions omissions)
{
    private readonly List<DraftSection> sections = [];
    private List<DraftText> texts = [];
    private string? heading;
    private int level = Section.TopLevel;
    private bool areKeyPoints;

    public List<DraftText> KeyPoints { get; } = [];

    /// <summary>The sections of all paragraphs but those of the head and the reference list.</summary>
    public IReadOnlyList<DraftSection> Read(IReadOnlySet<int> taken, CancellationToken cancel)
    {
        var levels = outline.Levels(taken);
        for (var i = 0; i < paragraphs.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            if (!taken.Contains(i))
            {
                Read(paragraphs[i], levels[i]);
            }
        }

        EndSection();
        return sections;
    }

    /// <summary>Whether a line is a list of keywords.</summary>
    public static bool IsKeywords(string text) => KeywordList().IsMatch(text);

    private void Read(WordParagraph paragraph, int depth)
    {
        var text = paragraph.Text;
        if (depth > 0)
        {
            Begin(paragraph, depth);
        }
        else if (!text.Any(char.IsLetterOrDigit))
        {
            return;
        }
        else if (IsKeywords(text))
        {
            omissions.Add("lists of keywords", paragraph.Line, SourceWords.CountOf(text));
        }
        else if (PageBoilerplate.Is(text))
        {
            notes.Add(ImportNote.Info(
                "boilerplate", $"{ImportNote.Quote(text)} belongs to the page, not to the article, and is left out.", paragraph.Line)
                .LeavingOut(text));
        }
        else if (areKeyPoints && (paragraph.Numbering is not null || Bullets.IsBullet(text)))
        {
            KeyPoints.Add(markers.Read(paragraph));
        }
        else
        {
            areKeyPoints = false;
            if (WordStyleNames.IsAbstract(paragraph.Style) && heading is null && texts.Count == 0)
            {
                heading = "Abstract";
            }

            texts.Add(markers.Read(paragraph));
        }
    }

    private void Begin(WordParagraph paragraph, int depth)
    {
        EndSection();
        var name = WordHead.Plain(paragraph);
        if (paragraph.Runs.Exists(run => run.Citation >= 0 || run.Note is not null))
        {
            omissions.Add("citations in headings", paragraph.Line);
        }

        areKeyPoints = KeyPoints.Count == 0 && HeadingNames.IsKeyPoints(name);
        if (!areKeyPoints)
        {
            (heading, level) = (name.Length > 0 ? name : paragraph.Text, depth);
        }
    }

    private void EndSection()
    {
        if (heading is not null || texts.Count > 0)
        {
            sections.Add(new DraftSection(heading, heading is null ? Section.TopLevel : level, texts));
        }

        texts = [];
        heading = null;
    }

    [GeneratedRegex(
        @"^(?:key ?words?(?: and phrases)?|index terms|palabras clave|schlüsselw[öo]rter|mots[- ]cl[ée]s|palavras[- ]chave)\s?[:.—–-]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KeywordList();
}
