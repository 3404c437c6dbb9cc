namespace ArticleApi.Benchmarks.Accuracy;

/// <summary>How many things were found, how many there are, and how many of them were found. All three nought: nothing to judge.</summary>
internal sealed record Score(int Found, int Wanted, int Right)
{
    public bool IsJudged => Found > 0 || Wanted > 0;

    public double Precision => Found == 0 ? 0 : (double)Right / Found;

    public double Recall => Wanted == 0 ? 0 : (double)Right / Wanted;

    public double F1 => Right == 0 ? 0 : 2.0 * Right / (Found + Wanted);

    public static Score operator +(Score one, Score other) =>
        new(one.Found + other.Found, one.Wanted + other.Wanted, one.Right + other.Right);
}
