namespace ArticleApi.Benchmarks.Accuracy;

/// <summary>A person or a group.</summary>
internal sealed record GoldAuthor(string? Family, string? Given, string? Literal)
{
    public string? Main => Family ?? Literal;
}
