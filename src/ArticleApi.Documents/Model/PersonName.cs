namespace ArticleApi.Documents.Model;

/// <summary>The name of a person or a group, in the parts that CSL names.</summary>
/// <param name="Family">The family name with its particles (CSL <c>family</c>), or null for a group.</param>
/// <param name="Given">The given names or initials as printed (CSL <c>given</c>), or null.</param>
/// <param name="Literal">The name of a group or an undivided name (CSL <c>literal</c>), or null for a person.</param>
public sealed record PersonName(string? Family, string? Given, string? Literal)
{
    /// <summary>The name that a citation shows: the family name, else the literal.</summary>
    public string Main => Family ?? Literal ?? Given ?? "";

    public static PersonName Person(string family, string? given) => new(family, given, null);

    public static PersonName Group(string literal) => new(null, null, literal);
}
