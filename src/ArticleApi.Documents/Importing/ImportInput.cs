using ArticleApi.Documents.Importing.Bibliographies;

namespace ArticleApi.Documents.Importing;

/// <summary>What an importer reads: a text, or the bytes of a format that is no text.</summary>
/// <param name="Text">The text; empty where the format is no text.</param>
public sealed record ImportInput(string Text)
{
    /// <summary>The bytes of a format that is no text, such as Word's.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The bibliographies that came with the text, to which its citation keys point.</summary>
    public IReadOnlyList<BibliographyFile> Bibliographies { get; init; } = [];

    public static implicit operator ImportInput(string text) => new(text);
}
