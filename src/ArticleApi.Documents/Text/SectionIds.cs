using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Text;

/// <summary>The ids of an article's sections: headings in kebab-case, told apart by <c>-2</c> and so on.</summary>
public sealed class SectionIds
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> repeats = new(StringComparer.Ordinal);

    /// <summary>The id of the next section; a heading of null is the untitled opening.</summary>
    public string Next(string? heading)
    {
        var slug = heading is null ? Section.LeadId : Slugs.Of(heading) is { Length: > 0 } named ? named : "section";
        if (heading is not null && slug == Section.LeadId)
        {
            repeats.TryAdd(slug, 1); // "Lead" as a heading is not the untitled opening.
        }

        var id = slug;
        for (var n = repeats.GetValueOrDefault(slug) + 1; ; n++)
        {
            id = n == 1 ? slug : $"{slug}-{n}";
            if (taken.Add(id))
            {
                repeats[slug] = n;
                return id;
            }
        }
    }
}
