namespace ArticleApi.Documents.Claims.Mentions;

/// <summary>A reference as author-year mentions name it.</summary>
/// <param name="Label">The label of the reference.</param>
/// <param name="Authors">The names of its authors, folded.</param>
/// <param name="IsElided">Whether the entry leaves out some of its authors.</param>
/// <param name="Suffix">The letter behind its year, "2018b", or null.</param>
internal sealed record AuthorYearEntry(string Label, string[] Authors, bool IsElided, char? Suffix)
{
    /// <summary>Whether the letters behind the years agree, or one of them has none.</summary>
    public bool HasSuffix(char? suffix) => suffix is null || Suffix is null || Suffix == suffix;

    /// <summary>
    /// Whether the names behind the first contradict nothing. "et al." of two authors is wrong, but it is found in print.
    /// </summary>
    public bool Admits(string[][] others, bool andOthers) => IsElided
        || (Authors.Length >= (andOthers ? 2 : 1) && Array.TrueForAll(others, forms => Authors.Skip(1).Any(forms.Contains)));
}
