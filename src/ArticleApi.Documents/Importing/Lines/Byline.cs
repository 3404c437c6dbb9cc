using System.Text.RegularExpressions;

namespace ArticleApi.Documents.Importing.Lines;

/// <summary>A line with dates and names: "Posted May 4, 2021 Reviewed by A. Name", "By A. Name | 4 May 2021".</summary>
internal sealed partial record Byline(
    DateOnly? Published,
    (DateOnly Date, string Printed)? Updated,
    IReadOnlyList<string> Authors,
    IReadOnlyList<string> Reviewers,
    IReadOnlyList<string> Unused)
{
    private const int MaxLength = 240;
    private const int MaxNameWords = 8;

    private static readonly char[] Separators = [' ', ',', ';', '—', '–', '-', '/'];

    private static readonly HashSet<string> Degrees = new(StringComparer.OrdinalIgnoreCase)
    {
        "md", "phd", "psyd", "mph", "rn", "ms", "msc", "ma", "mba", "do", "rd", "lcsw", "dphil", "mbbs", "facp", "jr", "sr", "dsc", "bsc",
        "ba", "edd", "np", "pa-c",
    };

    /// <summary>What a line tells, or null where it is something else.</summary>
    public static Byline? Parse(string line)
    {
        if (line.Length > MaxLength)
        {
            return null;
        }

        var byline = new BylineParts();
        var known = 0;
        foreach (var part in line.Split(['|', '·', '•'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Read(part, byline))
            {
                known++;
            }
            else
            {
                byline.Unused.Add(part);
            }
        }

        return known > 0 ? new Byline(byline.Published, byline.Updated, byline.Authors, byline.Reviewers, byline.Unused) : null;
    }

    private static bool Read(string part, BylineParts byline)
    {
        var keys = Key().Matches(part);
        var first = keys.Count > 0 ? keys[0].Index : part.Length;
        if (first > 0)
        {
            if (WholeDate(part[..first]) is not { } date)
            {
                return false;
            }

            byline.Published ??= date;
        }

        for (var i = 0; i < keys.Count; i++)
        {
            var end = i + 1 < keys.Count ? keys[i + 1].Index : part.Length;
            var value = part[(keys[i].Index + keys[i].Length)..end].Trim(Separators);
            var key = keys[i].Groups["key"].Value.ToLowerInvariant();
            if (Dates.AtStart(value) is { } date)
            {
                // Only what follows "posted" or "published" is the day of publication.
                if (key.StartsWith("post", StringComparison.Ordinal)
                    || key.StartsWith("publ", StringComparison.Ordinal)
                    || key.StartsWith("date", StringComparison.Ordinal))
                {
                    byline.Published ??= date.Date;
                }
                else
                {
                    byline.Updated ??= (date.Date, part[keys[i].Index..end].Trim(Separators));
                }

                if (value[date.End..].Trim(Separators) is { Length: > 0 } rest)
                {
                    byline.Unused.Add(rest);
                }

                continue;
            }

            // "By A. Name, May 4, 2021"
            for (var space = value.IndexOf(' ', StringComparison.Ordinal); space >= 0; space = value.IndexOf(' ', space + 1))
            {
                if (WholeDate(value[space..]) is { } day)
                {
                    byline.Published ??= day;
                    value = value[..space].TrimEnd(Separators);
                    value = value.EndsWith(" on", StringComparison.OrdinalIgnoreCase) ? value[..^" on".Length].TrimEnd(Separators) : value;
                    break;
                }
            }

            if (!IsNames(value)
                || !(key.EndsWith("by", StringComparison.Ordinal)
                    || key is "von" or "por" or "par" or "di" or "av" or "door" or "af"
                    || key.StartsWith("author", StringComparison.Ordinal)))
            {
                return false;
            }

            var isReview = key.Contains("review", StringComparison.Ordinal) || key.Contains("check", StringComparison.Ordinal);
            (isReview ? byline.Reviewers : byline.Authors).AddRange(Names(value));
        }

        return true;
    }

    /// <summary>The names of a line of authors without "By".</summary>
    public static IReadOnlyList<string> AuthorsOf(string line) => Affiliation().IsMatch(line) ? [.. WithoutSigns(line)] : Names(line);

    // "Anna Berg 1, Carl Dahl 1,2,* and Eva Eng¹"
    private static IEnumerable<string> WithoutSigns(string line) =>
        Between()
            .Split(Affiliation().Replace(line, ""))
            .Select(part => part.Trim(Separators).Trim('*', '†', '‡', '§', '¶'))
            .Where(part => part.Length > 0 && !Degrees.Contains(part.Replace(".", "", StringComparison.Ordinal)));

    /// <summary>The names of a list; degrees stay with the name before them.</summary>
    public static IReadOnlyList<string> Names(string list)
    {
        var names = new List<string>();
        foreach (var part in Between().Split(list).Select(part => part.Trim(Separators)).Where(part => part.Length > 0))
        {
            if (names.Count > 0 && Degrees.Contains(part.Replace(".", "", StringComparison.Ordinal)))
            {
                names[^1] += ", " + part;
            }
            else
            {
                names.Add(part);
            }
        }

        return names;
    }

    /// <summary>Whether a line without "By" is a list of authors: names only, several or with a degree.</summary>
    public static bool IsAuthors(string line)
    {
        var parts = Between().Split(line).Select(part => part.Trim(Separators)).ToList();
        if (line.Length <= MaxLength && Affiliation().IsMatch(line))
        {
            parts = [.. WithoutSigns(line)];
            return parts.Count > 0 && parts.TrueForAll(part => part.Contains(' ', StringComparison.Ordinal) && IsName(part));
        }

        return line.Length <= MaxLength
            && parts.Count > 1
            && parts.TrueForAll(part =>
                Degrees.Contains(part.Replace(".", "", StringComparison.Ordinal))
                || (part.Contains(' ', StringComparison.Ordinal) && IsName(part)));
    }

    private static DateOnly? WholeDate(string text) =>
        text.Trim(Separators) is var trimmed && Dates.AtStart(trimmed) is { } date && date.End == trimmed.Length ? date.Date : null;

    private static bool IsNames(string value) => value.Length > 0 && Between().Split(value).All(part => IsName(part.Trim(Separators)));

    private static bool IsName(string name)
    {
        var words = name.Split(' ');
        return words.Length <= MaxNameWords && name.Length > 0 && char.IsUpper(name[0])
            && words.Count(word => char.IsUpper(word[0]) || !char.IsLetter(word[0])) * 2 >= words.Length
            && !name.Any(c => char.IsDigit(c) || c is '!' or '?' or ':');
    }

    [GeneratedRegex(
        @"(?:(?<=^|[\s|·•,;])(?<key>(?:posted|published) by"
        + @"|(?:last |originally |first )?(?:posted|published|updated|modified|revised|received|accepted|date|available)(?: on| online)?"
        + @"|(?:medically |clinically |fact[- ])?(?:reviewed|checked|written|edited)(?: by)?|authors?)(?=[\s:])"
        + @"|(?:^|(?<=[\s|·•]))(?<key>By)(?=[\s:])|(?-i:^(?<key>Von|Por|Par|Di|Av|Door|Af)(?=\s\p{Lu}\p{Ll}+\s))):?\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    [GeneratedRegex(
        @"(?<=\p{L}\.?)\s?(?:[0-9]{1,2}|[¹²³⁴⁵⁶⁷⁸⁹]{1,2}|[*†‡§¶])(?:\s?,?\s?(?:[0-9]{1,2}|[¹²³⁴⁵⁶⁷⁸⁹]|[*†‡§¶a-f](?![\p{L}])))*(?=,?\s|,?$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Affiliation();

    [GeneratedRegex(@",?\s(?:and|&|und|et|y)\s|,\s|;\s", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    private sealed class BylineParts
    {
        public DateOnly? Published { get; set; }

        public (DateOnly Date, string Printed)? Updated { get; set; }

        public List<string> Authors { get; } = [];

        public List<string> Reviewers { get; } = [];

        public List<string> Unused { get; } = [];
    }
}
