using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Text;

/// <summary>Makes the ids of an article's sections: headings in kebab-case, <c>results</c>, <c>results-2</c>.</summary>
/// <param name="taken">Ids that are not to be made.</param>
public sealed class SectionIds(IReadOnlyCollection<string> taken)
{
    private readonly UniqueNames names = new([.. taken, Section.LeadId]); // "Lead" as a heading is not the untitled opening.
    private bool hasLead = taken.Contains(Section.LeadId);

    /// <summary>The id of the next section; a heading of null is the untitled opening.</summary>
    public string Next(string? heading)
    {
        if (heading is null && !hasLead)
        {
            hasLead = true;
            return Section.LeadId;
        }

        return names.Add(heading is null ? Section.LeadId : Slugs.Of(heading) is { Length: > 0 } named ? named : "section");
    }
}
