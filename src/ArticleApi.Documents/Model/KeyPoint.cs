namespace ArticleApi.Documents.Model;

/// <summary>One of the short takeaways that an article opens with.</summary>
/// <param name="Text">Clean text.</param>
public sealed record KeyPoint(string Text);
