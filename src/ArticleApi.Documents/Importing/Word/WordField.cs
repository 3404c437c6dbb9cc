using System.Text;

namespace ArticleApi.Documents.Importing.Word;

/// <summary>A field that is being read: its instruction, then what it prints.</summary>
/// <param name="line">Where it begins.</param>
internal sealed class WordField(int line)
{
    public int Line => line;

    public StringBuilder Instruction { get; } = new();

    /// <summary>Its data in base64, or those of the field within it.</summary>
    public StringBuilder Data { get; } = new();

    /// <summary>Whether what follows is what it prints.</summary>
    public bool HasResult { get; set; }

    public FieldMeaning Meaning { get; set; } = FieldMeaning.Text;

    /// <summary>Its citation, by index; -1 where it is none.</summary>
    public int Citation { get; set; } = -1;

    /// <summary>The citation that it stands in, by index; -1 where there is none.</summary>
    public int CitationAround { get; set; } = -1;
}
