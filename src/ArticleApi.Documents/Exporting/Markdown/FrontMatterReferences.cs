using System.Globalization;
using System.Text;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.References;

namespace ArticleApi.Documents.Exporting.Markdown;

/// <summary>
/// Writes the references whose fields reading their line would not give, such as those of a bibliography, into the front matter: in
/// CSL's fields, as Pandoc has them.
/// </summary>
internal static class FrontMatterReferences
{
    // Lines are read by the style that most of them show, so that leaving some out may change how the others read.
    private const int MaxPasses = 3;

    public static void Write(
        StringBuilder text, IReadOnlyList<Reference> references, Func<Reference, string> name, Func<string, string> quoted)
    {
        var told = Told([.. references.Where(NamesWork)]);
        if (told.Count == 0)
        {
            return;
        }

        text.Append("references:\n");
        foreach (var reference in references.Where(told.Contains))
        {
            var start = "  - ";
            foreach (var (field, value) in Fields(reference, name(reference)))
            {
                if (!string.IsNullOrEmpty(value))
                {
                    text.Append(start).Append(field).Append(": ").Append(quoted(value)).Append('\n');
                    start = "    ";
                }
            }

            WriteAuthors(text, reference, quoted);
        }
    }

    private static IEnumerable<(string Field, string? Value)> Fields(Reference reference, string name) =>
    [
        ("id", name),
        ("type", reference.Type),
        ("issued", reference.Year?.ToString("0000", CultureInfo.InvariantCulture)),
        ("title", reference.Title is { } title ? MarkdownText.Line(title) : null),
        ("container-title", reference.ContainerTitle is { } container ? MarkdownText.Line(container) : null),
        ("volume", reference.Volume),
        ("issue", reference.Issue),
        ("page", reference.Pages),
        ("DOI", reference.Doi),
        ("URL", Text.WebAddress.SafeOrNull(reference.Url)),
    ];

    private static void WriteAuthors(StringBuilder text, Reference reference, Func<string, string> quoted)
    {
        if (reference.Authors.Count > 0)
        {
            text.Append("    author:\n");
        }

        foreach (var author in reference.Authors)
        {
            var field = author.Literal is null ? "family: " : "literal: ";
            text.Append("      - ").Append(field).Append(quoted(author.Main ?? "")).Append('\n');
            if (author.Given is { } given)
            {
                text.Append("        given: ").Append(quoted(given)).Append('\n');
            }
        }
    }

    private static HashSet<Reference> Told(IReadOnlyList<Reference> references)
    {
        var told = new HashSet<Reference>(ReferenceEqualityComparer.Instance);
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            var lines = references.Where(reference => !told.Contains(reference)).ToList();
            var read = ReferenceParser.ParseList([.. lines.Select(reference => (reference.Label, reference.Raw))]);
            var others = lines.Zip(read).Where(pair => !IsSame(pair.First, pair.Second.Reference)).Select(pair => pair.First).ToList();
            if (others.Count == 0)
            {
                return told;
            }

            told.UnionWith(others);
        }

        return [.. references];
    }

    private static bool NamesWork(Reference reference) =>
        reference.Authors.Count > 0 || (reference.Title ?? reference.Doi ?? reference.Url) is not null;

    // An address that the line does not print is the target of its footnote: that of the DOI, if there is one.
    private static bool IsSame(Reference reference, Reference read) =>
        reference.Authors.SequenceEqual(read.Authors)
        && reference == read with
        {
            Id = reference.Id,
            Authors = reference.Authors,
            Doi = read.Doi ?? reference.Doi,
            Url = reference.Doi is null ? read.Url ?? reference.Url : read.Url,
        };
}
