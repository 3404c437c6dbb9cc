using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Exporting;

/// <summary>What the formats of references have in common.</summary>
internal static class ExportedFields
{
    /// <summary>
    /// The line as printed where no title was found in it, so that the work can still be told; else null. Formats carry it as a note,
    /// never as a title, which it is not.
    /// </summary>
    public static string? Note(Reference reference) => Value(reference.Title) is null ? Value(reference.Raw) : null;

    /// <summary>A value on one line, or null where there is nothing to write.</summary>
    public static string? Value(string? text) => text is not null && CleanText.Of(text) is { Length: > 0 } clean ? clean : null;
}
