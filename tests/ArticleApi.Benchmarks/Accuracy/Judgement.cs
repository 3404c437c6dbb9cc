namespace ArticleApi.Benchmarks.Accuracy;

/// <summary>A measure in both ways of counting.</summary>
internal sealed record Judgement(Score Strict, Score Soft)
{
    public static Judgement operator +(Judgement one, Judgement other) => new(one.Strict + other.Strict, one.Soft + other.Soft);
}
