using System.Text.RegularExpressions;

namespace ArticleApi.Documents.References;

/// <summary>Takes the DOI and the web address out of a reference line, so that the rest can be read as text.</summary>
internal static partial class ReferenceAddresses
{
    /// <summary>Reads the addresses of a line into the fields and gives the line without them.</summary>
    public static string Take(string raw, LineFields fields) => TakeFrom(Rejoined(raw), fields);

    /// <summary>Takes the DOI and the web address out of a line; the address of a page stays whole where a DOI is a part of it.</summary>
    private static string TakeFrom(string raw, LineFields fields)
    {
        var rest = raw;
        if (Doi.Find(raw) is { } doi && !IsInPage(raw, doi.Start))
        {
            fields.Doi = doi.Doi;
            rest = $"{raw[..doi.Start].TrimEnd(' ', '(', '[', '<')} {raw[doi.End..].TrimStart('.', ')', ']', '>')}";
        }

        // What a second DOI or a doi.org address leaves behind is no address of its own.
        while (rest.Length <= ReferenceLineParser.MaxLength && Address().Match(rest) is { Success: true } match)
        {
            var url = match.Groups["url"].Value.TrimEnd('.', ',', ';', ')', ']', '>');
            rest = $"{rest[..match.Index].TrimEnd()} {rest[(match.Index + match.Length)..]}";
            if (!Doi.IsResolver(url) && Uri.TryCreate(url, UriKind.Absolute, out _))
            {
                fields.Url ??= url;
                fields.Doi ??= Doi.InAddress(url);
            }
            else
            {
                fields.Doi ??= Doi.Normalise(url);
            }
        }

        // Behind the page stands its DOI, perhaps.
        if (fields.Doi is null && Doi.Find(rest) is { } later)
        {
            fields.Doi = later.Doi;
            rest = $"{rest[..later.Start].TrimEnd(' ', '(', '[')} {rest[later.End..].TrimStart('.', ')', ']')}";
        }

        return rest;
    }

    // Lines break behind the slash and the hyphen of a DOI.
    private static string Rejoined(string raw) =>
        raw.Length <= ReferenceLineParser.MaxLength
            && raw.Contains("10.", StringComparison.Ordinal)
            ? BrokenDoi().Replace(BrokenResolver().Replace(raw, "https://doi.org/"), "${start}") : raw;

    // Whether an address other than the resolver's has begun before an index and goes on to it.
    private static bool IsInPage(string line, int at)
    {
        var word = at == 0 ? 0 : line.LastIndexOfAny([' ', '<', '"'], at - 1) + 1;
        return line.AsSpan(word, at - word).Contains("://", StringComparison.Ordinal);
    }

    [GeneratedRegex(
        @"(?:(?:[\[(]?(?:Retrieved|Accessed|Available|Abgerufen|Disponible|Disponível|Verfügbar)(?:\s(?:on\s)?"
        + @"(?:\w+\s\d{1,2},\s\d{4}|\d{1,2}\s\w+\s\d{4}),?)?(?:\s(?:from|at|online at|online|via|en|em|sur|à|unter|on))?:?\s?)|\bURL:?\s)?"
        + @"(?<url>(?:https?|ftp)://[^\s<>""]+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"https?://\s?(?:dx\.\s?)?doi\.\s?org/\s?(?=10\.)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BrokenResolver();

    [GeneratedRegex(@"(?<start>\b10\.[0-9]{4,9}/(?:[^\s,;\]]{0,100}[\-_/])?)\s(?=[^\s,;]*[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex BrokenDoi();
}
