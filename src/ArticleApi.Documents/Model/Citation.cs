namespace ArticleApi.Documents.Model;

/// <summary>The link from a claim to a reference, with the way it was found.</summary>
/// <param name="Label">The label of the reference in the article's list.</param>
/// <param name="Via">How the link was found.</param>
public sealed record Citation(string Label, CitationVia Via);
