using System.Globalization;
using System.Text.RegularExpressions;

namespace ArticleApi.Documents.References;

/// <summary>
/// The pages behind an entry on which the article itself cites it, "In NAPS, 2022. 2, 4, 6": they are no part of the work.
/// </summary>
internal static partial class CitedOn
{
    private const int Pair = 2;

    /// <summary>A line without them.</summary>
    public static string Without(string line)
    {
        if (Told().Match(line) is { Success: true } told)
        {
            return line[..told.Index].TrimEnd();
        }

        var pages = Pages().Match(line);
        if (!pages.Success)
        {
            return line;
        }

        // "Naps, 2022. 12, 34" may be volume and page, unless the line has told where it stands.
        var numbers = pages.Groups["page"].Captures;
        var isSure = numbers.Count != Pair || Placed().IsMatch(line.AsSpan(0, pages.Index));
        var before = 0;
        foreach (Capture page in numbers)
        {
            var value = int.Parse(page.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            isSure &= value > before;
            before = value;
        }

        return isSure ? line[..pages.Index] : line;
    }

    // "2022. 2, 4, 6"
    [GeneratedRegex(
        @"(?<=[\s,(](?:19|20)[0-9]{2}[a-k]?\)?\.)\s(?<page>[0-9]{1,3})(?:,\s(?<page>[0-9]{1,3})){0,30}\.?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pages();

    // "(cited on pages 2, 4)", "Cited on p. 3."
    [GeneratedRegex(
        @"\s?[(\[]?\bcited on (?:pages?|pp?\.)\s[0-9][0-9, –\-]{0,80}(?:\sand\s[0-9]{1,4})?[)\]]?\.?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Told();

    // "In Proc. NAPS,", "arXiv:…", "33:1–9,", "pp. 1–9"
    [GeneratedRegex(
        @"\bIn:?\s|\barXiv\b|\bpp?\.|\bvol\.|[0-9]\s?[:(]\s?[0-9]|[0-9][–\-][0-9]|\bpages\s|[Pp]ress\b|[Tt]hesis",
        RegexOptions.CultureInvariant)]
    private static partial Regex Placed();
}
