using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Exporting;

/// <summary>Values that every format of references writes alike.</summary>
internal static class ExportedFields
{
    /// <summary>
    /// The line as printed where no title was found in it, else null. Formats write it as a note, so that the work can still be found.
    /// </summary>
    public static string? Note(Reference reference) => Value(reference.Title) is null ? Value(reference.Raw) : null;

    /// <summary>The address of the work on one line; null where it is none that a reader may show as a link.</summary>
    public static string? Address(Reference reference) => WebAddress.SafeOrNull(Value(reference.Url));

    /// <summary>A value on one line, or null where there is nothing to write.</summary>
    public static string? Value(string? text) => text is not null && CleanText.Of(text) is { Length: > 0 } clean ? clean : null;
}
