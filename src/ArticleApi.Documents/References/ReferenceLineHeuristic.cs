using System.Text.RegularExpressions;

namespace ArticleApi.Documents.References;

/// <summary>
/// Tells a line of a reference list from a sentence: a reference has a DOI, an address, or a year where only references have one.
/// </summary>
internal static partial class ReferenceLineHeuristic
{
    // What names a work does so at its start; what is longer is no line of a list.
    private const int MaxLength = 1000;

    /// <summary>Whether the line has a DOI or an address, or a year with names or with a volume.</summary>
    public static bool LooksLikeReference(string line)
    {
        line = line.Length > MaxLength ? line[..MaxLength] : line;
        if (line.Contains("://", StringComparison.Ordinal) || line.Contains("www.", StringComparison.OrdinalIgnoreCase)
            || (line.Contains("10.", StringComparison.Ordinal) && Doi.Find(line) is not null))
        {
            return true;
        }

        var year = Year().Match(line);
        return year.Success
            && (YearInPlace().IsMatch(line) || Quoted().IsMatch(line) || NameParser.Leading(line).Names.Count > 0
            || FollowsNames(line, year));
    }

    /// <summary>Whether the line starts with names as references do: with initials, or up to the year.</summary>
    public static bool StartsWithNames(string line)
    {
        line = line.Length > MaxLength ? line[..MaxLength] : line;
        return NameParser.Leading(line).Names.Count > 0 || StartsWithAuthorAndYear(line)
            || (Year().Match(line) is { Success: true } year && FollowsNames(line, year))
            || NamesInFull().IsMatch(line);
    }

    /// <summary>
    /// Whether the line starts with its author, the year and more words, "Harbour Trust. 2004. Sleep", "BioLab, 2011. A list": a sign of a
    /// work in a list, less so in prose.
    /// </summary>
    public static bool StartsWithAuthorAndYear(string line) => AuthorAndYear().IsMatch(line);

    /// <summary>Whether the line ends in a DOI or an address, which nothing follows in a reference.</summary>
    public static bool EndsInAddress(string line)
    {
        var word = line.AsSpan(line.LastIndexOf(' ') + 1).TrimStart("(<[");
        return word.Contains("://", StringComparison.Ordinal) || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("doi:", StringComparison.OrdinalIgnoreCase)
            || (word.StartsWith("10.", StringComparison.Ordinal) && word.Contains('/'));
    }

    // "Roe, J. (2020). ", "Harbour Trust (n.d.), ", "Roe, J., 2020. "
    private static bool FollowsNames(string line, Match year)
    {
        var before = line[..year.Index].TrimEnd(' ', '(', '[');
        var isBracketed = before.Length < year.Index && line[before.Length..year.Index].AsSpan().IndexOfAny('(', '[') >= 0;
        var after = line.AsSpan(year.Index + year.Length);
        return isBracketed
            ? NameParser.IsList(before)
            : after is ['.' or ',' or ':' or ';', ..] && NameParser.IsList(before)
            && NameParser.Parse(before).Names.Any(name => name.Given is not null);
    }

    [GeneratedRegex(
        @"\b(?:1[5-9]|20)[0-9]{2}[a-k]?\b|(?<=[(\[])\s?(?:n\.\s?d\.|s\.\s?[fd]\b|in press|forthcoming)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    // "2021;13", "2021:13-15", "2021, 13(2), 4", "13, 1–21 (2021)", "Harbour Press, 2018."
    [GeneratedRegex(
        @"\b(?:1[5-9]|20)[0-9]{2}(?:\s\p{L}{3,9}\.?(?:[ \-]\d{1,2})?)?\s?(?:;\s?\w{1,12}|:\s?\d|,\s\d{1,5}(?:\s?\([^()]{1,20}\))?[,:]\s?\w)"
        + @"|\d\s\((?:1[5-9]|20)[0-9]{2}\)[.,:;]?(?:\s|$)"
        + @"|[,;.]\s?\(?(?:1[5-9]|20)[0-9]{2}[a-k]?\)?\.?\s*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex YearInPlace();

    [GeneratedRegex(@"^\p{Lu}[^.(]{2,160}[.,]\s\(?(?:1[5-9]|20)[0-9]{2}[a-k]?\)?[.,:]\s\S+\s\S+\s\S", RegexOptions.CultureInvariant)]
    private static partial Regex AuthorAndYear();

    // "Ann Roe and Bob B. Doe. 2001.", "Roe, Ann, and Bob Doe.", "Ann Roe, Bob Doe. Title"
    [GeneratedRegex(
        @"^(?:\p{Lu}[\p{L}'’\-]{1,30},\s)?\p{Lu}[\p{L}'’\-]{1,30}(?:\s(?:\p{Lu}\.|[\p{L}'’\-]{2,30})){0,3}"
        + @"(?:,?\s(?:and|&|und|y|et|e)\s|,\s|\.\s)"
        + @"\p{Lu}[\p{L}'’\-.]{0,30}\s(?:\p{Lu}|\p{Ll}{2,3}\s\p{Lu})",
        RegexOptions.CultureInvariant)]
    private static partial Regex NamesInFull();

    [GeneratedRegex(@"[""“][^""“”]{8,600}[.,?!]?[""”]", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
