using System.Text.RegularExpressions;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Lines;

/// <summary>Tells a heading from a paragraph by its form: short, with a capital, without a final stop.</summary>
internal static partial class HeadingForm
{
    private const int MaxLength = 120;
    private const int MaxWords = 16;

    /// <summary>Whether a line has the form of a heading, wherever it stands.</summary>
    public static bool Has(string line)
    {
        if (HeadingNames.IsCommon(line))
        {
            return true;
        }

        var start = HeadingNames.NumberEnd(line);
        return line.Length <= MaxLength
            && start < line.Length
            && line.AsSpan().Count(' ') < MaxWords
            && (char.IsUpper(line[start]) || char.IsDigit(line[start]) || line[start] is '¿' || Characters.IsOpeningQuote(line[start]))
            && line.Any(char.IsLetter)
            && !Bullets.IsBullet(line)
            && line[^1] is not ('.' or ',' or ';' or '!' or ':' or '…')
            && TrailingMarker.Without(line).Length == line.Length
            && line.AsSpan().IndexOfAny("=∑|@") < 0
            && !YearInBrackets().IsMatch(line)
            && !line.Contains("://", StringComparison.Ordinal);
    }

    public static bool IsNumbered(string line) => HeadingNames.NumberEnd(line) > 0;

    // "Source: IPCC (2006a)"
    [GeneratedRegex(@"\([^()]*\b(?:1[5-9]|20)[0-9]{2}[a-k]?\)", RegexOptions.CultureInvariant)]
    private static partial Regex YearInBrackets();
}
