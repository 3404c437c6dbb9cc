using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Storage;

/// <summary>An article as it is stored, whole.</summary>
/// <param name="Claims">The claims of <paramref name="Article"/> with their surroundings.</param>
internal sealed record StoredArticle(
    Article Article, IReadOnlyList<ClaimInContext> Claims, long Revision, DateTime UpdatedAt)
{
    /// <summary>An article as reading it back would give it.</summary>
    public static StoredArticle Of(Article article, long revision, DateTime updatedAt)
    {
        var head = new ArticleHead(0, article.Slug, article.Title, article.PublishedOn, article.Source.Url, revision, updatedAt);
        var sections = article.Sections.ToDictionary(
            section => section.Id,
            section => (section.Heading, Texts: section.Paragraphs.Select(paragraph => new IndexedText(paragraph.Text)).ToList()),
            StringComparer.Ordinal);
        var references = article.References.ToDictionary(reference => reference.Label, StringComparer.Ordinal);
        return new(
            article,
            [
                .. article.Claims.Select((claim, i) => new ClaimInContext(
                    claim,
                    i + 1,
                    head,
                    sections[claim.Location.SectionId].Heading,
                    sections[claim.Location.SectionId].Texts[claim.Location.Paragraph - 1],
                    [.. claim.Citations.Select(citation => references[citation.Label])])),
            ],
            revision,
            updatedAt);
    }

    /// <summary>The same article in another revision.</summary>
    public StoredArticle In(long revision, DateTime updatedAt)
    {
        if (Claims is not [{ Article: var first }, ..])
        {
            return this with { Revision = revision, UpdatedAt = updatedAt };
        }

        var head = first with { Revision = revision, UpdatedAt = updatedAt };
        return new(Article, [.. Claims.Select(claim => claim with { Article = head })], revision, updatedAt);
    }
}
