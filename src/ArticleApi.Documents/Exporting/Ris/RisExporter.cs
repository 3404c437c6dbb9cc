using System.Collections.Frozen;
using System.Text;

namespace ArticleApi.Documents.Exporting.Ris;

/// <summary>
/// Writes references as RIS (https://en.wikipedia.org/wiki/RIS_(file_format)): one tag a line, ended by CR LF, from <c>TY</c> to
/// <c>ER</c>.
/// </summary>
internal sealed class RisExporter : IReferenceExporter
{
    // CSL type to type of RIS; any other is GEN.
    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        ["article"] = "JOUR",
        ["article-journal"] = "JOUR",
        ["article-magazine"] = "MGZN",
        ["article-newspaper"] = "NEWS",
        ["bill"] = "BILL",
        ["book"] = "BOOK",
        ["broadcast"] = "MPCT",
        ["chapter"] = "CHAP",
        ["classic"] = "CLSWK",
        ["collection"] = "BOOK",
        ["dataset"] = "DATA",
        ["entry"] = "CHAP",
        ["entry-dictionary"] = "DICT",
        ["entry-encyclopedia"] = "ENCYC",
        ["figure"] = "FIGURE",
        ["graphic"] = "ART",
        ["hearing"] = "HEAR",
        ["legal_case"] = "CASE",
        ["legislation"] = "STAT",
        ["manuscript"] = "UNPB",
        ["map"] = "MAP",
        ["motion_picture"] = "MPCT",
        ["musical_score"] = "MUSIC",
        ["pamphlet"] = "PAMP",
        ["paper-conference"] = "CPAPER",
        ["patent"] = "PAT",
        ["periodical"] = "SER",
        ["personal_communication"] = "PCOMM",
        ["post"] = "BLOG",
        ["post-weblog"] = "BLOG",
        ["regulation"] = "STAT",
        ["report"] = "RPRT",
        ["review"] = "JOUR",
        ["review-book"] = "JOUR",
        ["software"] = "COMP",
        ["song"] = "SOUND",
        ["standard"] = "STAND",
        ["thesis"] = "THES",
        ["webpage"] = "ELEC",
    }.ToFrozenDictionary();

    public string Format => "ris";

    public string MediaType => "application/x-research-info-systems";

    public string Write(IReadOnlyList<ExportedReference> works)
    {
        var text = new StringBuilder();
        foreach (var (id, reference) in works)
        {
            var (first, last) = Ends(reference.Pages);
            Line(text, "TY", Types.GetValueOrDefault(reference.Type, "GEN"));
            Line(text, "ID", id);
            foreach (var name in ExportedName.Of(reference))
            {
                Line(text, "AU", name.Literal ?? Inverted(name));
            }

            Line(text, "PY", reference.Year?.ToString("D4"));
            Line(text, "TI", reference.Title);
            Line(text, "T2", reference.ContainerTitle);
            Line(text, "VL", reference.Volume);
            Line(text, "IS", reference.Issue);
            Line(text, "SP", first);
            Line(text, "EP", last);
            Line(text, "DO", reference.Doi);
            Line(text, "UR", ExportedFields.Address(reference));
            Line(text, "N1", ExportedFields.Note(reference));
            text.Append("ER  - \r\n");
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, string tag, string? value)
    {
        if (ExportedFields.Value(value) is { } line)
        {
            text.Append(tag).Append("  - ").Append(line).Append("\r\n");
        }
    }

    // "Family, Given, Suffix"
    private static string Inverted(ExportedName name) =>
        string.Join(", ", new[] { name.Family, name.Given, name.Suffix }.Where(part => part is not null));

    // Both ends of "12-19"; anything else, as "S1-S5, 12" or "e12", is the start.
    private static (string? First, string? Last) Ends(string? pages) =>
        pages?.Split('-') is [var first, var last]
        && !pages.Contains(',', StringComparison.Ordinal)
        && ExportedFields.Value(first) is not null
        && ExportedFields.Value(last) is not null
            ? (first, last)
            : (pages, null);
}
