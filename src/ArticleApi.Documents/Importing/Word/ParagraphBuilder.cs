using System.Text;
using ArticleApi.Documents.Importing.Lines;

namespace ArticleApi.Documents.Importing.Word;

/// <summary>Builds paragraphs from runs: neighbours that look alike become one.</summary>
internal sealed class ParagraphBuilder(WordStyles styles, WordFields fields, Omissions omissions)
{
    private readonly StringBuilder text = new();
    private RunLook look;
    private int citation = -1;
    private int hiddenIn;

    /// <summary>The paragraph that is read; null between two.</summary>
    public WordParagraph? Current { get; private set; }

    /// <summary>How the run looks that is read.</summary>
    public RunLook Look { get; set; }

    /// <summary>The language of the run that is read.</summary>
    public string? Language { get; set; }

    /// <summary>How many characters are in a language, by its tag.</summary>
    public Dictionary<string, int> Languages { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Begins a paragraph, or goes on with the one before it, whose end was deleted.</summary>
    public void Begin(WordParagraph next)
    {
        if (Current is { } before)
        {
            Flush();
            next.Runs.AddRange(before.Runs);
        }

        Current = next;
        Style(null, null);
    }

    /// <summary>Ends the paragraph.</summary>
    public WordParagraph? End()
    {
        Flush();
        var ended = Current;
        Current = null;
        return ended;
    }

    /// <summary>Takes the look of a run from its paragraph, its character style and itself.</summary>
    public void Style(WordStyle? characters, WordStyle? own)
    {
        var (paragraph, defaults) = (Current?.Style, styles.Defaults);
        Look = new RunLook
        {
            Bold = own?.Bold ?? characters?.Bold ?? paragraph?.Bold ?? defaults.Bold ?? false,
            Italic = own?.Italic ?? characters?.Italic ?? paragraph?.Italic ?? defaults.Italic ?? false,
            Hidden = own?.Hidden ?? characters?.Hidden ?? paragraph?.Hidden ?? defaults.Hidden ?? false,
            Raised = own?.Raised ?? characters?.Raised ?? paragraph?.Raised ?? false,
            IsSymbol = own?.IsSymbol ?? characters?.IsSymbol ?? paragraph?.IsSymbol ?? false,
            Size = own?.Size ?? characters?.Size ?? paragraph?.Size ?? defaults.Size ?? 0,
        };
        Language = own?.Language ?? characters?.Language ?? paragraph?.Language ?? defaults.Language;
    }

    public void Append(string piece)
    {
        if (Current is not { } paragraph || fields.IsInstruction || piece.Length == 0)
        {
            return;
        }

        if (Look.Hidden)
        {
            if (hiddenIn != paragraph.Line && !string.IsNullOrWhiteSpace(piece) && !fields.IsContents)
            {
                omissions.Add("hidden texts", paragraph.Line);
                hiddenIn = paragraph.Line;
            }

            return;
        }

        if (look != Look || citation != fields.Citation)
        {
            Flush();
            (look, citation) = (Look, fields.Citation);
        }

        text.Append(piece);
        paragraph.IsBibliography |= fields.IsBibliography;
        paragraph.IsContents |= fields.IsContents;
        if (Language is { Length: > 0 } language)
        {
            Languages[language] = Languages.GetValueOrDefault(language) + piece.Length;
        }
    }

    /// <summary>Adds the sign of a note.</summary>
    public void AddNote(NoteKey note)
    {
        if (Current is { } paragraph && !fields.IsInstruction)
        {
            Flush();
            paragraph.Runs.Add(new WordRun("", Look, fields.Citation, note));
        }
    }

    private void Flush()
    {
        if (text.Length == 0)
        {
            return;
        }

        var piece = text.ToString();
        piece = look.IsSymbol ? SymbolFont.TextOf(piece) : piece;
        Current!.Runs.Add(new WordRun(look.Raised ? RaisedText.Of(piece) : piece, look, citation, null));
        text.Clear();
    }
}
