using System.Text.RegularExpressions;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Exporting;

/// <summary>
/// A name in the parts that bibliographies keep apart. The suffix, "Jr.", is printed behind the given names but stands alone here.
/// </summary>
/// <param name="Family">The family name with its particles, as printed; null for a group.</param>
/// <param name="Given">The given names or initials, or null.</param>
/// <param name="Suffix">"Jr.", "III", "2nd", or null.</param>
/// <param name="Literal">The name of a group or an undivided name; null for a person.</param>
internal sealed partial record ExportedName(string? Family, string? Given, string? Suffix, string? Literal)
{
    /// <summary>The names of a reference in printed order, without empty ones.</summary>
    public static IReadOnlyList<ExportedName> Of(Reference reference) =>
        [.. reference.Authors.Select(From).Where(name => !string.IsNullOrWhiteSpace(name.Family ?? name.Literal))];

    private static ExportedName From(PersonName name)
    {
        if (string.IsNullOrWhiteSpace(name.Family))
        {
            return new(null, null, null, string.IsNullOrWhiteSpace(name.Literal) ? name.Given : name.Literal);
        }

        if (string.IsNullOrWhiteSpace(name.Given))
        {
            return new(name.Family, null, null, null);
        }

        var suffix = SuffixAtEnd().Match(name.Given);
        return suffix.Success
            ? new(name.Family, name.Given[..suffix.Index], suffix.Groups["suffix"].Value, null)
            : new(name.Family, name.Given, null, null);
    }

    [GeneratedRegex(@"(?<=\S), ?(?<suffix>(?:Jr|Sr|II|III|IV)\.?|[23](?:nd|rd))$", RegexOptions.CultureInvariant)]
    private static partial Regex SuffixAtEnd();
}
