using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.References;

/// <summary>Gives references of the same work the same id.</summary>
public static class WorkIdentity
{
    private const string Prefix = "ref_";

    /// <summary>
    /// The id of the work: of its DOI if it has one; else of first author, year and title (letters and digits, lower case, no diacritics);
    /// else of the raw line. The three kinds never meet, so a reference with a DOI is never matched to one without.
    /// </summary>
    public static string IdOf(Reference reference)
    {
        if (reference.Doi is { } doi)
        {
            return DerivedId.Of(Prefix, "doi", doi);
        }

        var author = reference.Authors is [var first, ..] ? Folding.Key(first.Main) : "";
        var title = Folding.Key(reference.Title ?? "");
        return author.Length > 0 && reference.Year is { } year && title.Length > 0
            ? DerivedId.Of(Prefix, "work", author, $"{year}", title)
            : DerivedId.Of(Prefix, "raw", reference.Raw);
    }
}
