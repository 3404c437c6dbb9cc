namespace ArticleApi.Documents.Claims;

/// <summary>
/// English singulars and plurals of the names of topics. Terms all in capitals are abbreviations, which take only an "s".
/// </summary>
public static class Inflections
{
    /// <summary>
    /// The plurals and singulars of a name: <c>therapy</c> gives <c>therapys</c> and <c>therapies</c>. Some of them are no words; no
    /// text has them.
    /// </summary>
    public static IEnumerable<string> Of(string term)
    {
        if (term.Length < 2 || !char.IsLetter(term[^1]))
        {
            yield break;
        }

        var capitals = IsAllCapitals(term);
        if (capitals || !term.EndsWith('s'))
        {
            yield return term + "s";
        }

        if (capitals || term.Length < 4)
        {
            yield break;
        }

        if (term.EndsWith('y') && !"aeiou".Contains(term[^2], StringComparison.OrdinalIgnoreCase))
        {
            yield return term[..^1] + "ies";
        }
        else if (term.EndsWith("sis", StringComparison.Ordinal))
        {
            yield return term[..^2] + "es";
        }
        else if (term.EndsWith('s') || term.EndsWith('x') || term.EndsWith("ch", StringComparison.Ordinal)
            || term.EndsWith("sh", StringComparison.Ordinal))
        {
            yield return term + "es";
        }

        if (term.EndsWith("ies", StringComparison.Ordinal))
        {
            yield return term[..^3] + "y";
        }
        else if (term.EndsWith('s') && term[^2] is not ('s' or 'u' or 'i'))
        {
            yield return term[..^1];
        }
    }

    /// <summary>A name, then the names that may mean the same: its singular or plural, and names whose singular or plural it is.</summary>
    public static IReadOnlyList<string> Variants(string name)
    {
        string[] stems = name.Length < 3 ? [] : [name[..^1], name[..^2], name[..^3] + "y", name[..^2] + "is"];
        return [.. stems.Where(stem => Of(stem).Contains(name)).Concat(Of(name)).Prepend(name).Distinct(StringComparer.Ordinal)];
    }

    internal static bool IsAllCapitals(string term) => term.Any(char.IsLetter) && !term.Any(char.IsLower);
}
