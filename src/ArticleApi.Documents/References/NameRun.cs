using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.References;

/// <summary>Names that follow one another in a line, "Keeler JL, Treasure J, et al.".</summary>
/// <param name="Names">The names.</param>
/// <param name="End">Behind the last of them, before the sign that closes the list.</param>
/// <param name="Elided">Whether others are left out, by an ellipsis or "et al.".</param>
/// <param name="Form">The form of the first name.</param>
internal sealed record NameRun(IReadOnlyList<PersonName> Names, int End, bool Elided, NameForm Form)
{
    public static NameRun None { get; } = new([], 0, false, NameForm.None);
}
