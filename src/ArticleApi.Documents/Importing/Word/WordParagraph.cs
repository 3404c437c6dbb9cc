using System.Text;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Word;

/// <summary>A paragraph of the document with what tells its part in the article.</summary>
internal sealed class WordParagraph
{
    private string? text;

    /// <summary>The number of the paragraph in the document, counted from 1.</summary>
    public required int Line { get; init; }

    public WordStyle? Style { get; set; }

    /// <summary>The level of the outline that the paragraph itself tells, 1 to 9; 10 for none.</summary>
    public int? OutlineLevel { get; set; }

    public bool IsCentred { get; set; }

    /// <summary>Its list, and the level in that.</summary>
    public (string List, int Level)? Numbering { get; set; }

    /// <summary>Its number in its list; null where it has a bullet or none.</summary>
    public string? Number { get; set; }

    /// <summary>The table that it stands in, counted from 1; 0 for none.</summary>
    public int Table { get; set; }

    /// <summary>Whether a field or a content control made it as an entry of the bibliography.</summary>
    public bool IsBibliography { get; set; }

    /// <summary>Whether a field made it as an entry of a table of contents.</summary>
    public bool IsContents { get; set; }

    public List<WordRun> Runs { get; } = [];

    /// <summary>The clean text, its superscripts raised.</summary>
    public string Text => text ??= CleanText.Of(Lines);

    /// <summary>The text with its line breaks.</summary>
    public string Lines
    {
        get
        {
            var all = new StringBuilder();
            foreach (var run in Runs)
            {
                all.Append(run.Text);
            }

            return all.ToString();
        }
    }

    /// <summary>Whether all of its letters look so.</summary>
    public bool All(Func<RunLook, bool> looks)
    {
        var hasLetters = false;
        foreach (var run in Runs)
        {
            if (run.Text.Any(char.IsLetterOrDigit))
            {
                hasLetters |= run.Text.Any(char.IsLetter);
                if (!looks(run.Look))
                {
                    return false;
                }
            }
        }

        return hasLetters;
    }

    /// <summary>The size of its first letters in half points.</summary>
    public int Size => Runs.Find(run => run.Text.Any(char.IsLetter)).Look.Size;
}
