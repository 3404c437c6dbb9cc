namespace ArticleApi.Documents.Importing;

/// <summary>Reads one format. Malformed input gives notes, and as much of the article as can be trusted; nothing throws.</summary>
public interface IArticleImporter
{
    /// <summary>The name of the format, as callers give it.</summary>
    string Format { get; }

    ImportDraft Read(string text);
}
