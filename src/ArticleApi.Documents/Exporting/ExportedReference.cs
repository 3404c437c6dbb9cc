using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Exporting;

/// <summary>A reference under the id that its export gives it.</summary>
/// <param name="Id">The key of the entry, unique in one export.</param>
/// <param name="Reference">The reference.</param>
public sealed record ExportedReference(string Id, Reference Reference);
