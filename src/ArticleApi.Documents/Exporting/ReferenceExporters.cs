using ArticleApi.Documents.Exporting.BibTeX;
using ArticleApi.Documents.Exporting.CslJson;
using ArticleApi.Documents.Exporting.Ris;

namespace ArticleApi.Documents.Exporting;

/// <summary>The list of the formats that references are written in.</summary>
public static class ReferenceExporters
{
    public static IReadOnlyList<IReferenceExporter> All { get; } =
    [
        new CslJsonExporter(),
        new BibTeXExporter(),
        new RisExporter(),
    ];
}
