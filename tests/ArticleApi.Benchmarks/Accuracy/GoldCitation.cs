namespace ArticleApi.Benchmarks.Accuracy;

/// <summary>A marker: where it is printed, without the brackets around a group, and the labels that it stands for.</summary>
internal sealed record GoldCitation(int Start, int End, IReadOnlyList<string> Labels);
