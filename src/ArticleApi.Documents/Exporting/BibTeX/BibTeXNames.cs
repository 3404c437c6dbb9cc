using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Exporting.BibTeX;

/// <summary>
/// Writes names as BibTeX wants them: "Family, Suffix, Given and {The Group}". Braces keep a name together that has commas or an "and".
/// </summary>
internal static class BibTeXNames
{
    /// <summary>The names in one value, or null where there are none.</summary>
    public static string? List(IReadOnlyList<ExportedName> names) => names.Count == 0 ? null : string.Join(" and ", names.Select(Name));

    private static string Name(ExportedName name)
    {
        if (name.Literal is { } literal)
        {
            return Whole(literal);
        }

        // Without a comma behind it the last word alone would be the family name.
        if (name.Given is null)
        {
            return Whole(name.Family!);
        }

        var family = HidesParticle(name.Family!) ? Whole(name.Family!) : Part(name.Family!);
        return name.Suffix is null ? $"{family}, {Part(name.Given)}" : $"{family}, {Part(name.Suffix)}, {Part(name.Given)}";
    }

    // "Silva e Souza", "al-Haideri": particles are words in lower case before the name, not within it and not all of it.
    private static bool HidesParticle(string family) =>
        family.Split(' ').SkipWhile(StartsLower).DefaultIfEmpty("").Any(word => word.Length == 0 || StartsLower(word));

    private static bool StartsLower(string word) => word.Length > 0 && char.IsLower(word[0]);

    private static string Part(string part) =>
        part.Contains(',', StringComparison.Ordinal) || CleanText.Of(part).Split(' ').Contains("and", StringComparer.OrdinalIgnoreCase)
            ? Whole(part)
            : LaTeX.Text(CleanText.Of(part));

    private static string Whole(string name) => $"{{{LaTeX.Text(CleanText.Of(name))}}}";
}
