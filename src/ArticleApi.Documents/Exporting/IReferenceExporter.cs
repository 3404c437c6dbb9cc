namespace ArticleApi.Documents.Exporting;

/// <summary>Writes references in one format. A pure function: same references, same text.</summary>
public interface IReferenceExporter
{
    /// <summary>The name of the format, as callers ask for it: <c>csl</c>.</summary>
    string Format { get; }

    /// <summary>The media type of what it writes, without parameters.</summary>
    string MediaType { get; }

    /// <summary>The references in this format, in the order given.</summary>
    string Write(IReadOnlyList<ExportedReference> works);
}
