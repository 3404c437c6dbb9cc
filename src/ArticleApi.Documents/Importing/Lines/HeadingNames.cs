using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Lines;

/// <summary>The headings that many articles share: "Methods", "References", "Key points".</summary>
internal static partial class HeadingNames
{
    private const int MaxLength = 120;
    private const int MaxLevel = 6;

    private static readonly FrozenSet<string> Common = FrozenSet.Create(
        StringComparer.Ordinal,
        "abstract", "summary", "introduction", "background", "objective", "objectives", "aim", "aims", "methods", "method",
        "materials and methods", "methods and materials", "results", "findings", "results and discussion", "discussion", "conclusion",
        "conclusions", "limitations", "acknowledgements", "acknowledgments", "funding", "abbreviations", "competing interests",
        "conflict of interest", "conflicts of interest", "authors contributions", "author contributions", "data availability",
        "supplementary material", "supplementary materials", "appendix", "keywords", "overview", "case report", "case presentation",
        "statistical analysis", "ethics", "declarations");

    private static readonly FrozenSet<string> OfReferences = FrozenSet.Create(
        StringComparer.Ordinal,
        "references", "reference", "bibliography", "works cited", "work cited", "literature", "literature cited", "sources",
        "reference list", "list of references", "references and notes", "notes and references", "cited literature", "references cited",
        "cited works", "citations", "endnotes", "footnotes", "notes", "source", "article sources", "key references", "selected references",
        "selected bibliography", "scientific references", "references and further reading", "sources and further reading",
        "references and resources", "sources and references", "references and sources", "resources", "further reading", "literatur",
        "literaturverzeichnis", "quellen", "quellenverzeichnis", "einzelnachweise", "referenzen", "bibliographie", "bibliografia",
        "referencias", "referencias bibliograficas", "referencias", "fuentes", "riferimenti", "riferimenti bibliografici", "fonti",
        "litteratur", "referenser", "referanser", "kallor", "kilder", "literatuur", "bronnen", "literatuurlijst", "viitteet", "lahteet",
        "reference bibliographique", "references bibliographiques", "литература", "参考文献");

    private static readonly FrozenSet<string> OfKeyPoints = FrozenSet.Create(
        StringComparer.Ordinal,
        "key points", "key point", "key takeaways", "key takeaway", "takeaways", "highlights", "key messages", "key findings",
        "main points", "at a glance");

    public static bool IsCommon(string line) => line.Length <= MaxLength && Common.Contains(Name(line));

    public static bool IsReferences(string line) => line.Length <= MaxLength && OfReferences.Contains(Name(Count().Replace(line, "")));

    /// <summary>Whether a heading of references is also one that a part of the body may have.</summary>
    public static bool IsAmbiguous(string line) => Name(Count().Replace(line, "")) is
        "sources" or "source" or "literature" or "reference" or "notes" or "citations" or "resources" or "further reading" or "footnotes"
        or "endnotes" or "literatur" or "quellen" or "fuentes" or "fonti" or "kilder" or "bronnen";

    public static bool IsKeyPoints(string line) => line.Length <= MaxLength && OfKeyPoints.Contains(Name(line));

    /// <summary>The depth of a heading by its number: "2.1. Methods" stands one below "2. Methods".</summary>
    public static int LevelOf(string heading)
    {
        var end = NumberEnd(heading);
        var depth = heading.AsSpan(0, end).TrimEnd(" .)").Count('.');
        return Math.Min(Section.TopLevel + depth, MaxLevel);
    }

    /// <summary>
    /// The index behind the number of a heading, "2.", "2.1.", "2.1", "IV.", and the space behind it; 0 where there is none.
    /// </summary>
    public static int NumberEnd(string line)
    {
        var end = 0;
        while (end < line.Length && end < 12 && (char.IsAsciiDigit(line[end]) || (line[end] == '.' && end > 0)))
        {
            end++;
        }

        if (end == 0)
        {
            while (end < line.Length && end < 5 && line[end] is 'I' or 'V' or 'X')
            {
                end++;
            }

            end = end > 0 && end < line.Length && line[end] == '.' ? end + 1 : 0;
        }
        else if (end < line.Length && line[end] == ')')
        {
            end++;
        }

        // A bare number is a number, "7 Ways to Sleep".
        var isNumber = end > 0 && end + 1 < line.Length && line[end] == ' ' && (line[end - 1] == ')' || line.AsSpan(0, end).Contains('.'));
        return isNumber ? end + 1 : 0;
    }

    // "References (24)"
    [GeneratedRegex(@"\s*[(\[][0-9]{1,4}[)\]]\s*:?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Count();

    private static string Name(string line) => Folding.Words(line[NumberEnd(line)..].TrimEnd(':', ' '));
}
