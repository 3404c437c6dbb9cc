namespace ArticleApi.Documents.Model;

/// <summary>An entry of the controlled vocabulary.</summary>
public sealed record Topic
{
    /// <summary>The address of the topic: kebab-case.</summary>
    public required string Slug { get; init; }

    /// <summary>The preferred name (SKOS <c>prefLabel</c>).</summary>
    public required string Name { get; init; }

    /// <summary>Other names (SKOS <c>altLabel</c>); one all in capitals is matched case-sensitively in text.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    /// <summary>The slug of the broader topic (SKOS <c>broader</c>), or null.</summary>
    public string? Broader { get; init; }

    /// <summary>The MeSH descriptor (<c>D012701</c>), or null where none is certain.</summary>
    public string? Mesh { get; init; }
}
