using System.Collections.Frozen;
using System.Text;

namespace ArticleApi.Documents.Exporting.BibTeX;

/// <summary>
/// Writes references as BibTeX (https://mirrors.ctan.org/biblio/bibtex/base/btxdoc.pdf) in UTF-8, with the entry types and fields that
/// the classic styles and biblatex share.
/// </summary>
/// <remarks>
/// The key is the id of the work: it stays the same in every export, where one of author and year would depend on what stands beside it.
/// <c>doi</c> and <c>url</c> are verbatim, as biblatex reads them; a style that does not know the types <c>online</c>, <c>dataset</c> or
/// <c>software</c> takes them for <c>misc</c>.
/// </remarks>
internal sealed class BibTeXExporter : IReferenceExporter
{
    private static readonly (string Name, string Container) Misc = ("misc", "howpublished");

    // CSL type to entry type, with the field that names what holds the work; any other is misc.
    private static readonly FrozenDictionary<string, (string Name, string Container)> Types =
        new Dictionary<string, (string Name, string Container)>
        {
            ["article"] = ("article", "journal"),
            ["article-journal"] = ("article", "journal"),
            ["article-magazine"] = ("article", "journal"),
            ["article-newspaper"] = ("article", "journal"),
            ["book"] = ("book", "series"),
            ["chapter"] = ("incollection", "booktitle"),
            ["classic"] = ("book", "series"),
            ["collection"] = ("book", "series"),
            ["dataset"] = ("dataset", "howpublished"),
            ["entry"] = ("incollection", "booktitle"),
            ["entry-dictionary"] = ("incollection", "booktitle"),
            ["entry-encyclopedia"] = ("incollection", "booktitle"),
            ["manuscript"] = ("unpublished", "howpublished"),
            ["pamphlet"] = ("booklet", "howpublished"),
            ["paper-conference"] = ("inproceedings", "booktitle"),
            ["post"] = ("online", "organization"),
            ["post-weblog"] = ("online", "organization"),
            ["report"] = ("techreport", "institution"),
            ["review"] = ("article", "journal"),
            ["review-book"] = ("article", "journal"),
            ["software"] = ("software", "howpublished"),
            ["thesis"] = ("phdthesis", "school"),
            ["webpage"] = ("online", "organization"),
        }.ToFrozenDictionary();

    public string Format => "bibtex";

    public string MediaType => "application/x-bibtex";

    public string Write(IReadOnlyList<ExportedReference> works)
    {
        var text = new StringBuilder();
        foreach (var (id, reference) in works)
        {
            var (type, container) = Types.GetValueOrDefault(reference.Type, Misc);
            text.Append('@').Append(type).Append('{').Append(id).Append(",\n");
            Field(text, "author", BibTeXNames.List(ExportedName.Of(reference)));
            Field(text, "title", Escaped(reference.Title, LaTeX.Title));
            Field(text, container, Escaped(reference.ContainerTitle, LaTeX.Text));
            Field(text, "year", reference.Year?.ToString());
            Field(text, "volume", Escaped(reference.Volume, LaTeX.Text));
            Field(text, "number", Escaped(reference.Issue, LaTeX.Text));
            Field(text, "pages", Escaped(reference.Pages, LaTeX.Pages));
            Field(text, "doi", Escaped(reference.Doi, LaTeX.Verbatim));
            Field(text, "url", Escaped(ExportedFields.Address(reference), LaTeX.Verbatim));
            Field(text, "note", Escaped(ExportedFields.Note(reference), LaTeX.Text));
            text.Append("}\n");
        }

        return text.ToString();
    }

    private static string? Escaped(string? text, Func<string, string> escape) =>
        ExportedFields.Value(text) is { } value ? escape(value) : null;

    private static void Field(StringBuilder text, string name, string? value)
    {
        if (value is not null)
        {
            text.Append("  ").Append(name).Append(" = {").Append(value).Append("},\n");
        }
    }
}
