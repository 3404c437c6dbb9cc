namespace ArticleApi.Benchmarks.Accuracy;

/// <summary>A heading with its paragraphs.</summary>
internal sealed record GoldSection(string? Heading, IReadOnlyList<GoldSpan>? Paragraphs);
