namespace ArticleApi.Documents.Exporting;

/// <summary>The formats that references are written in: a line each.</summary>
public static class ReferenceExporters
{
    public static IReadOnlyList<IReferenceExporter> All { get; } = [];
}
