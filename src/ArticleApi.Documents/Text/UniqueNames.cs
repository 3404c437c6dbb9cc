namespace ArticleApi.Documents.Text;

/// <summary>Makes names unique: a name that was given before gets <c>-2</c>, <c>-3</c> and so on.</summary>
/// <param name="taken">Names that are not to be given.</param>
/// <param name="comparer">Which names are the same; by their characters where none is given.</param>
internal sealed class UniqueNames(IEnumerable<string> taken, StringComparer? comparer = null)
{
    private readonly HashSet<string> names = new(taken, comparer ?? StringComparer.Ordinal);
    private readonly Dictionary<string, int> repeats = new(comparer ?? StringComparer.Ordinal);

    public string Add(string name)
    {
        var unique = name;
        while (!names.Add(unique))
        {
            repeats[name] = repeats.GetValueOrDefault(name, 1) + 1;
            unique = $"{name}-{repeats[name]}";
        }

        return unique;
    }
}
