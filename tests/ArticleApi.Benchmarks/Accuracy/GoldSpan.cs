namespace ArticleApi.Benchmarks.Accuracy;

/// <summary>A half-open span.</summary>
internal sealed record GoldSpan(int Start, int End);
