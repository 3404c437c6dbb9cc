using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Text;

/// <summary>Slugs: the letters and digits of a name, lower case, without diacritics, words joined by single hyphens.</summary>
public static class Slugs
{
    /// <summary>The slug of a name, cut at a word where it is too long; empty where the name has no letter and no digit.</summary>
    public static string Of(string name)
    {
        var slug = Folding.Kebab(name);
        if (slug.Length <= Article.MaxSlugLength)
        {
            return slug;
        }

        var cut = slug.LastIndexOf('-', Article.MaxSlugLength);
        return slug[..(cut > 0 ? cut : Article.MaxSlugLength)];
    }

    public static bool IsSlug(string text) => text.Length > 0 && Of(text) == text;
}
