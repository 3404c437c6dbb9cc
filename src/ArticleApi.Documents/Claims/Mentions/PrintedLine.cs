namespace ArticleApi.Documents.Claims.Mentions;

/// <summary>A reference by the words that its line starts with, for mentions that its fields do not answer.</summary>
/// <param name="Entry">The reference.</param>
/// <param name="Words">The folded words, with a space behind each.</param>
/// <param name="IsRead">Whether its authors and its year were understood.</param>
internal sealed record PrintedLine(AuthorYearEntry Entry, string Words, bool IsRead)
{
    /// <summary>Whether the line has each of the names, in one of its forms.</summary>
    public bool NamesAll(string[][] names) => Array.TrueForAll(
        names, forms => Array.Exists(forms, form => Words.Contains($" {form} ", StringComparison.Ordinal)));
}
