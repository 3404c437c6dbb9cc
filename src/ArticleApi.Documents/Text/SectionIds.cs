using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Text;

/// <summary>The ids of an article's sections: headings in kebab-case, told apart by <c>-2</c> and so on.</summary>
/// <param name="taken">Ids that are not to be made.</param>
public sealed class SectionIds(IEnumerable<string> taken)
{
    private readonly HashSet<string> taken = new(taken, StringComparer.Ordinal);
    private readonly Dictionary<string, int> repeats = new(StringComparer.Ordinal);

    /// <summary>The id of the next section; a heading of null is the untitled opening.</summary>
    public string Next(string? heading)
    {
        var slug = heading is null ? Section.LeadId : Slugs.Of(heading) is { Length: > 0 } named ? named : "section";

        // "Lead" as a heading is not the untitled opening.
        var first = heading is not null && slug == Section.LeadId ? 2 : 1;
        for (var n = Math.Max(first, repeats.GetValueOrDefault(slug) + 1); ; n++)
        {
            var id = n == 1 ? slug : $"{slug}-{n}";
            if (taken.Add(id))
            {
                repeats[slug] = n;
                return id;
            }
        }
    }
}
