using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Importing.Word;

/// <summary>A work as the field that cites it has it.</summary>
/// <param name="Key">What names it in this document; a name for the same work in another program differs.</param>
/// <param name="Fields">Its fields; null where the document holds no data of it.</param>
internal sealed record CitedWork(string Key, Reference? Fields);
