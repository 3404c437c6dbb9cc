namespace ArticleApi.Documents.Model;

/// <summary>How a citation was found; a smaller value goes before a greater one.</summary>
public enum CitationVia
{
    /// <summary>By a marker in the sentence or right behind it.</summary>
    Marker,

    /// <summary>By a mention in the running text: "Hermens et al. (2020) suggest".</summary>
    Narrative,

    /// <summary>From the paragraph, whose markers and mentions all name this one reference.</summary>
    Paragraph,
}
