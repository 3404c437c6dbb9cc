using System.Text.RegularExpressions;
using ArticleApi.Documents.Importing.Lines;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Importing.Word;

/// <summary>
/// Which paragraphs are headings, and how deep: by style or outline level; else by their look, short and bold or large all over, without a
/// final stop.
/// </summary>
internal sealed partial class WordOutline
{
    private const int MaxStyled = 250;
    private const int MaxLevel = 6;
    private const int Larger = 2;

    private readonly List<WordParagraph> paragraphs;
    private readonly int[] styled;
    private readonly bool[] looks;
    private readonly List<(int Size, bool IsItalic)> ranks;

    private WordOutline(List<WordParagraph> paragraphs)
    {
        this.paragraphs = paragraphs;
        styled = [.. paragraphs.Select(StyledLevel)];
        (BodySize, IsBodyBold) = Body();
        looks = new bool[paragraphs.Count];
        for (var i = 0; i < looks.Length; i++)
        {
            looks[i] = styled[i] == 0 && LooksLikeHeading(paragraphs[i]);
        }

        // Behind the last of them nothing stands that it could be the heading of.
        for (var i = looks.Length - 1; i >= 0 && looks[i]; i--)
        {
            looks[i] = HeadingNames.IsReferences(paragraphs[i].Text);
        }

        ranks =
        [
            .. Enumerable.Range(0, looks.Length).Where(i => looks[i] && IsMarked(paragraphs[i])).Select(i => Rank(paragraphs[i])).Distinct()
                .OrderByDescending(rank => rank.Size).ThenBy(rank => rank.IsItalic),
        ];
    }

    /// <summary>The size of most of the text, in half points.</summary>
    public int BodySize { get; }

    /// <summary>Whether most of the text is bold, so that it tells nothing.</summary>
    public bool IsBodyBold { get; }

    public static WordOutline Of(List<WordParagraph> paragraphs) => new(paragraphs);

    public bool IsHeading(int at) => styled[at] > 0 || looks[at];

    /// <summary>The level of a heading's style, 1 to 9; 0 for all others.</summary>
    public int StyledLevelAt(int at) => styled[at];

    /// <summary>Whether a paragraph is set off from the body: bold, larger or centred.</summary>
    public bool IsSetOff(int at) => IsMarked(paragraphs[at]) || paragraphs[at].IsCentred;

    /// <summary>The levels of the headings of the body, in order; 0 for what is none.</summary>
    /// <param name="taken">The paragraphs that are of the head or of the reference list.</param>
    public int[] Levels(IReadOnlySet<int> taken)
    {
        var levels = new int[paragraphs.Count];
        var top = Enumerable.Range(0, levels.Length).Where(i => styled[i] > 0 && !taken.Contains(i)).Select(i => styled[i])
            .DefaultIfEmpty(0).Min();
        var above = 0;
        for (var i = 0; i < levels.Length; i++)
        {
            if (taken.Contains(i))
            {
                continue;
            }

            if (styled[i] > 0)
            {
                levels[i] = above = Math.Min(styled[i] - top + Section.TopLevel, MaxLevel);
            }
            else if (looks[i])
            {
                var text = paragraphs[i].Text;
                levels[i] = above > 0 && !HeadingNames.IsReferences(text)
                    ? Math.Min(above + 1, MaxLevel)
                    : HeadingNames.NumberEnd(text) > 0
                        ? HeadingNames.LevelOf(text)
                        : Math.Min(Section.TopLevel + Math.Max(0, ranks.IndexOf(Rank(paragraphs[i]))), MaxLevel);
            }
        }

        return levels;
    }

    private static int StyledLevel(WordParagraph paragraph)
    {
        var level = paragraph.OutlineLevel ?? paragraph.Style?.OutlineLevel ?? 0;
        return level is > 0 and < 10 && paragraph.Text.Length <= MaxStyled && paragraph.Text.Any(char.IsLetterOrDigit)
            && !WordStyleNames.IsTitle(paragraph.Style)
                ? level
                : 0;
    }

    private (int Size, bool IsBold) Body()
    {
        var sizes = new Dictionary<int, int>();
        var (bold, all) = (0L, 0L);
        foreach (var run in paragraphs.Where((_, i) => styled[i] == 0).SelectMany(paragraph => paragraph.Runs))
        {
            sizes[run.Look.Size] = sizes.GetValueOrDefault(run.Look.Size) + run.Text.Length;
            bold += run.Look.Bold ? run.Text.Length : 0;
            all += run.Text.Length;
        }

        var usual = sizes.OrderByDescending(size => size.Value).ThenBy(size => size.Key).Select(size => size.Key).FirstOrDefault();
        return (usual, bold * 2 > all);
    }

    private bool LooksLikeHeading(WordParagraph paragraph)
    {
        var text = paragraph.Text.TrimEnd(':', ' ');
        if (paragraph.IsBibliography || !HeadingForm.Has(text) || Caption().IsMatch(text) || WordStyleNames.IsCaption(paragraph.Style))
        {
            return false;
        }

        return IsMarked(paragraph)
            || (paragraph.Numbering is null && (HeadingNames.IsCommon(text) || HeadingNames.IsReferences(text)));
    }

    private bool IsMarked(WordParagraph paragraph) =>
        (!IsBodyBold && paragraph.All(look => look.Bold))
        || (BodySize > 0 && paragraph.All(look => look.Size >= BodySize + Larger));

    private static (int Size, bool IsItalic) Rank(WordParagraph paragraph) => (paragraph.Size, paragraph.All(look => look.Italic));

    [GeneratedRegex(
        @"^(?:fig(?:ure|ura|\.)?|table(?:au)?|tab(?:la|ela|elle|\.)|abb(?:ildung|\.)|box|scheme)\s?[0-9]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Caption();
}
