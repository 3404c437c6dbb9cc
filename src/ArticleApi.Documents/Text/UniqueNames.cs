namespace ArticleApi.Documents.Text;

/// <summary>Names told apart by <c>-2</c> and so on.</summary>
/// <param name="taken">Names that are not to be given.</param>
internal sealed class UniqueNames(IEnumerable<string> taken)
{
    private readonly HashSet<string> names = [.. taken];
    private readonly Dictionary<string, int> repeats = [];

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
