namespace ArticleApi.Documents.References;

/// <summary>The style of a reference list, as most of its entries show it.</summary>
/// <param name="Form">The form of the first name.</param>
/// <param name="HasYearBehindNames">Whether the year stands behind the authors.</param>
/// <param name="SignBehindTitle">The sign between title and container, a period or a comma.</param>
/// <param name="StartsWithAuthors">Whether entries begin with who wrote them, so that a line without persons begins with a group.</param>
internal sealed record ListStyle(NameForm Form, bool HasYearBehindNames, char SignBehindTitle, bool StartsWithAuthors)
{
    private const int MinEntries = 3;

    /// <summary>The style of an entry that stands alone.</summary>
    public static ListStyle Unknown { get; } = new(NameForm.None, false, ' ', false);

    public static ListStyle Of(IReadOnlyCollection<LineFields> entries)
    {
        if (entries.Count < MinEntries)
        {
            return Unknown;
        }

        var named = entries.Where(entry => entry.Form is not NameForm.None).ToList();
        var split = entries.Where(entry => entry.SignBehindTitle is not ' ').ToList();
        return new ListStyle(
            named.GroupBy(entry => entry.Form).MaxBy(group => group.Count())?.Key ?? NameForm.None,
            named.Count(entry => entry.HasYearBehindNames) * 2 > named.Count,
            split.GroupBy(entry => entry.SignBehindTitle).MaxBy(group => group.Count()) is { } signs
                && signs.Count() * 3 > split.Count * 2 ? signs.Key : ' ',
            named.Count * 2 > entries.Count);
    }
}
