namespace ArticleApi.Benchmarks.Accuracy;

/// <summary>The strict and the soft score of one measure.</summary>
internal sealed record ScorePair(Score Strict, Score Soft)
{
    public static ScorePair operator +(ScorePair one, ScorePair other) => new(one.Strict + other.Strict, one.Soft + other.Soft);
}
