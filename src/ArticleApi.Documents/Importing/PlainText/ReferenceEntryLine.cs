using System.Text.RegularExpressions;
using ArticleApi.Documents.Importing.Lines;
using ArticleApi.Documents.References;

namespace ArticleApi.Documents.Importing.PlainText;

/// <summary>Tells the entries of a reference list from other lines, and a line that begins one from a line that continues it.</summary>
internal static partial class ReferenceEntryLine
{
    private const int MaxHeadingWords = 8;

    /// <summary>Whether a line has a label, or names, a year and more of what a reference has.</summary>
    public static bool IsEntry(string line) => ReferenceLabel.IsLabelled(line) || ReferenceLineHeuristic.LooksLikeReference(line);

    /// <summary>Whether a line has a label, or one thing that a work has.</summary>
    public static bool LooksLikeEntry(string line) => ReferenceLabel.IsLabelled(line) || LooksLikeWork(line);

    /// <summary>Whether a line has a year, a DOI or an address.</summary>
    public static bool LooksLikeWork(string line) =>
        Work().IsMatch(line) || (line.Contains("10.", StringComparison.Ordinal) && Doi.Find(line) is not null)
        || line.Contains("://", StringComparison.Ordinal);

    /// <summary>Whether a line is a work that begins with a person or a group and a year.</summary>
    public static bool IsNamedWork(string line) => NamedWork().IsMatch(line) && ReferenceLineHeuristic.LooksLikeReference(line);

    /// <summary>Whether a line is a heading of the body; one that stands before an entry divides the list.</summary>
    public static bool IsHeadingBetween(List<TextLine> lines, int at) =>
        HeadingNames.IsReferences(lines[at].Text)
        || (HeadingForm.Has(lines[at].Text) && !IsEntry(lines[at].Text) && (at + 1 == lines.Count || !IsEntry(lines[at + 1].Text))
            && (HeadingNames.IsCommon(lines[at].Text) || lines[at].AfterBlank
                || (lines[at].Words <= MaxHeadingWords && (at == 0 || lines[at - 1].EndsSentence))));

    /// <summary>Whether a line goes on with the entry in the line before it.</summary>
    public static bool Continues(string before, string line) =>
        ReferenceLineHeuristic.EndsInAddress(before) ? ContinuesAddress(line) : StartsWithin(line) || before[^1] != '.';

    /// <summary>Whether a line is an address by itself, or starts within a sentence.</summary>
    public static bool StartsWithin(string line) =>
        char.IsLower(line[0]) || StartsAddress(line) || line.StartsWith("10.", StringComparison.Ordinal);

    /// <summary>Whether a line starts with an address, "https://", "doi:".</summary>
    public static bool StartsAddress(string line) =>
        line.StartsWith("http", StringComparison.OrdinalIgnoreCase) || line.StartsWith("doi", StringComparison.OrdinalIgnoreCase)
        || line.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a line is the rest of the address before it, or another address.</summary>
    public static bool ContinuesAddress(string line) =>
        StartsWithin(line)
        || (!line.Contains(' ', StringComparison.Ordinal) && line.Any(c => char.IsAsciiDigit(c) || c is '/' or '_' or '-' or '.' or '='));

    // "Roe, J. (2001)", "Roe J, Doe K.", "Harbour Trust. (2001)."
    [GeneratedRegex(
        @"^\p{Lu}[\p{L}'’\-]{1,30}(?: [\p{Lu}][\p{L}'’\-]{1,30})?,? \p{Lu}{1,3}(?:\.|,|\b)"
        + @"|^\p{Lu}[^.(]{2,100}\. \((?:1[5-9]|20)[0-9]{2}[a-k]?\)\.",
        RegexOptions.CultureInvariant)]
    private static partial Regex NamedWork();

    [GeneratedRegex(@"\b(?:1[5-9]|20)[0-9]{2}[a-k]?\b|\(n\.\s?d\.\)|\(in press\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Work();
}
