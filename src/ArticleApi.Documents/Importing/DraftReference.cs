namespace ArticleApi.Documents.Importing;

/// <summary>An entry of the reference list.</summary>
/// <param name="Label">The label as printed, without its brackets or periods; null where there is none.</param>
/// <param name="Raw">The entry as printed, without its label.</param>
/// <param name="Line">The line of the input where it starts, counted from 1, or null where lines say nothing.</param>
public sealed record DraftReference(string? Label, string Raw, int? Line);
