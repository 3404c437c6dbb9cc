using System.Globalization;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.References;

/// <summary>
/// Reads the fields of a reference from its line: APA, Vancouver and AMA, MLA and IEEE with quoted titles, MDPI and Nature. The fields
/// are as printed, less the punctuation that belongs to none; what cannot be had stays null.
/// </summary>
public static partial class ReferenceParser
{
    // Of a longer line, which no list prints, only the DOI is read.
    private const int MaxLength = 4000;

    /// <summary>Reads the lines of a list, in order.</summary>
    public static IReadOnlyList<ParsedReference> ParseList(IReadOnlyList<(string Label, string Line)> list) =>
        [.. list.Select(entry => Parse(entry.Label, entry.Line))];

    /// <summary>Reads a line that stands under a label.</summary>
    public static ParsedReference Parse(string label, string line)
    {
        var raw = CleanText.Of(line);
        var fields = new Fields();
        var rest = TakeAddresses(raw, fields);
        if (raw.Length <= MaxLength)
        {
            rest = Noise().Replace(AccessDate().Replace(rest, " "), " ").Trim();
            if (PublicationDate().Match(rest) is { Success: true } dated)
            {
                fields.Dated = YearOf(dated.Groups["year"].Value);
                rest = $"{rest[..dated.Index]} {rest[(dated.Index + dated.Length)..]}".Trim();
            }

            _ = Quoted(rest, fields) || YearInBrackets(rest, fields) || YearBeforeVolume(rest, fields) || YearBetween(rest, fields)
                || CommasThroughout(rest, fields) || YearAfterContainer(rest, fields) || NatureOrder(rest, fields) || Loose(rest, fields);
        }

        var reference = new Reference
        {
            Label = label,
            Id = "",
            Raw = raw,
            Type = fields.TypeOrGuess(),
            Authors = fields.Authors,
            Year = fields.Year ?? fields.Dated,
            Title = NullIfEmpty(fields.Title),
            ContainerTitle = NullIfEmpty(fields.Container),
            Volume = NullIfEmpty(fields.Volume),
            Issue = NullIfEmpty(fields.Issue),
            Pages = NullIfEmpty(fields.Pages)?.Replace('–', '-').Replace('—', '-').Replace('‐', '-').Replace('‑', '-').Replace('−', '-').Replace(" ", "", StringComparison.Ordinal),
            Doi = fields.Doi,
            Url = fields.Url,
        };
        return new ParsedReference(reference with { Id = WorkIdentity.IdOf(reference) }, fields.Elided);
    }

    /// <summary>The letter that tells works of one year apart, "2020a", or null.</summary>
    internal static char? YearSuffix(string raw, int year)
    {
        var digits = year.ToString("0000", CultureInfo.InvariantCulture);
        for (var at = raw.IndexOf(digits, StringComparison.Ordinal); at >= 0; at = raw.IndexOf(digits, at + 4, StringComparison.Ordinal))
        {
            if (at + 4 < raw.Length && raw[at + 4] is >= 'a' and <= 'k' && (at + 5 == raw.Length || !char.IsLetterOrDigit(raw[at + 5])))
            {
                return raw[at + 4];
            }
        }

        return null;
    }

    /// <summary>Takes the DOI and the web address out of a line; the address of a page stays whole where a DOI is a part of it.</summary>
    private static string TakeAddresses(string raw, Fields fields)
    {
        var rest = raw;
        if (References.Doi.Find(raw) is { } doi && !IsInPage(raw, doi.Start))
        {
            fields.Doi = doi.Doi;
            rest = $"{raw[..doi.Start].TrimEnd(' ', '(', '[')} {raw[doi.End..].TrimStart('.', ')', ']')}";
        }

        // What a second DOI or a doi.org address leaves behind is no address of its own.
        while (rest.Length <= MaxLength && Address().Match(rest) is { Success: true } match)
        {
            var url = match.Groups["url"].Value.TrimEnd('.', ',', ';', ')', ']');
            rest = $"{rest[..match.Index].TrimEnd()} {rest[(match.Index + match.Length)..]}";
            if (!References.Doi.IsResolver(url) && Uri.TryCreate(url, UriKind.Absolute, out _))
            {
                fields.Url ??= url;
                fields.Doi ??= References.Doi.InAddress(url);
            }
            else
            {
                fields.Doi ??= References.Doi.Normalise(url);
            }
        }

        // Behind the page stands its DOI, perhaps.
        if (fields.Doi is null && References.Doi.Find(rest) is { } later)
        {
            fields.Doi = later.Doi;
            rest = $"{rest[..later.Start].TrimEnd(' ', '(', '[')} {rest[later.End..].TrimStart('.', ')', ']')}";
        }

        return rest;
    }

    // Whether an address other than the resolver's has begun before the place and goes on to it.
    private static bool IsInPage(string line, int at)
    {
        var word = at == 0 ? 0 : line.LastIndexOfAny([' ', '<', '"'], at - 1) + 1;
        return line.AsSpan(word, at - word).Contains("://", StringComparison.Ordinal);
    }

    /// <summary>APA and Harvard: "Authors (2020). Title. Container, 13(11), 1–21."</summary>
    private static bool YearInBrackets(string line, Fields fields)
    {
        var match = BracketedYear().Match(line);
        if (!match.Success || match.Index > line.Length * 3 / 4 && line[(match.Index + match.Length)..].Trim(' ', '.').Length == 0)
        {
            return false;
        }

        // A year that stands behind anything but names is a part of the title, or that of another order.
        var authors = line[..match.Index].Trim();
        var rest = line[(match.Index + match.Length)..].TrimStart('.', ',', ':', ' ');
        if (!PersonNames.IsList(authors))
        {
            return false;
        }

        fields.Year = YearOf(match.Groups["year"].Value);
        (fields.Authors, fields.Elided) = PersonNames.Parse(EditorSign().Replace(authors, ""));
        if (InBook(rest, fields))
        {
            return true;
        }

        TitleAndContainer(TakeVolume(rest, fields), fields);
        return true;
    }

    /// <summary>"Chapter. In A. Editor (Ed.), Book (pp. 1–9). Publisher."</summary>
    private static bool InBook(string rest, Fields fields)
    {
        var match = ChapterIn().Match(rest);
        if (!match.Success)
        {
            return false;
        }

        fields.Type = ReferenceTypes.Chapter;
        fields.Title = Closed(match.Groups["title"].Value);
        var book = match.Groups["book"].Value;
        if (Pages().Match(book) is { Success: true } pages)
        {
            fields.Pages = pages.Groups["pages"].Value;
        }

        fields.Container = Closed(UpToPublisher(Parenthesis().Replace(book, "", 1)));
        return true;
    }

    /// <summary>Vancouver, AMA, PubMed: "Title. Container. 2021;13(11):4158."</summary>
    private static bool YearBeforeVolume(string line, Fields fields)
    {
        var match = YearThenVolume().Match(line);
        if (!match.Success)
        {
            return false;
        }

        fields.Year = YearOf(match.Groups["year"].Value);
        fields.Volume = match.Groups["volume"].Value.Trim();
        fields.Issue = match.Groups["issue"].Value;
        fields.Pages = match.Groups["pages"].Value.TrimEnd('.', ',');
        return AuthorsThenTitle(line[..match.Index], fields);
    }

    /// <summary>Frontiers: "Authors. Title. Container (2020) 13:415."</summary>
    private static bool YearBetween(string line, Fields fields)
    {
        var match = BracketedYearThenVolume().Match(line);
        return match.Success && Tail(line, match, fields);
    }

    /// <summary>Elsevier: "J.L. Keeler, J. Treasure, Title, Container 13 (2020) 415–420."</summary>
    private static bool CommasThroughout(string line, Fields fields)
    {
        var match = VolumeThenBracketedYear().Match(line);
        if (!match.Success)
        {
            return false;
        }

        var (authors, titleStart) = PersonNames.LeadingInitialsFirst(line);
        var comma = line.LastIndexOf(", ", match.Index, StringComparison.Ordinal);
        if (authors.Count == 0 || comma <= titleStart)
        {
            return false;
        }

        fields.Authors = authors;
        fields.Title = Closed(line[titleStart..comma]);
        fields.Container = line[(comma + 2)..match.Index].Trim(' ', ',');
        fields.Year = YearOf(match.Groups["year"].Value);
        fields.Volume = match.Groups["volume"].Value;
        fields.Issue = match.Groups["issue"].Value;
        fields.Pages = match.Groups["pages"].Value;
        return true;
    }

    /// <summary>MDPI and ACS: "Authors. Title. Container 2021, 13, 4158."</summary>
    private static bool YearAfterContainer(string line, Fields fields)
    {
        var match = ContainerThenYear().Match(line);
        return match.Success && Tail(line, match, fields);
    }

    /// <summary>Nature: "Authors. Title. Container 13, 1–21 (2021)."</summary>
    private static bool NatureOrder(string line, Fields fields)
    {
        var match = VolumeThenYear().Match(line);
        return match.Success && Tail(line, match, fields);
    }

    private static bool Tail(string line, Match match, Fields fields)
    {
        fields.Year = YearOf(match.Groups["year"].Value);
        fields.Volume = match.Groups["volume"].Value;
        fields.Issue = match.Groups["issue"].Value;
        fields.Pages = match.Groups["pages"].Value;
        return AuthorsThenTitle(line[..match.Index], fields);
    }

    /// <summary>MLA and IEEE: 'Authors. "Title." Container, vol. 13, no. 11, 2021, pp. 1–21.'</summary>
    private static bool Quoted(string line, Fields fields)
    {
        var match = QuotedTitle().Match(line);
        if (!match.Success || match.Groups["title"].Value.Length < 8)
        {
            return false;
        }

        var rest = line[(match.Index + match.Length)..].Trim(' ', ',', '.');
        var bracketed = BracketedYear().Match(line[..match.Index]);
        var authors = bracketed.Success ? line[..bracketed.Index] : line[..match.Index];
        fields.Title = match.Groups["title"].Value.TrimEnd(',', '.', ' ');
        (fields.Authors, fields.Elided) = FullNames(authors);
        fields.Year = YearOf(bracketed.Success ? bracketed.Groups["year"].Value : LastYear(rest));
        fields.Volume = Volume().Match(rest).Groups["volume"].Value;
        fields.Issue = Issue().Match(rest).Groups["issue"].Value;
        fields.Pages = Pages().Match(rest).Groups["pages"].Value;
        var end = rest.AsSpan().IndexOfAny(',', '(');
        fields.Container = rest[..(end < 0 ? rest.Length : end)].Trim(' ', '.', '“', '”');
        if (fields.Volume.Length == 0 && Chicago().Match(rest) is { Success: true } chicago)
        {
            fields.Container = chicago.Groups["container"].Value;
            fields.Volume = chicago.Groups["volume"].Value;
            fields.Issue = chicago.Groups["issue"].Value;
            fields.Pages = chicago.Groups["pages"].Value;
        }

        return true;
    }

    /// <summary>What has a year and no order that is known: authors and title where the line starts with names.</summary>
    private static bool Loose(string line, Fields fields)
    {
        fields.Year = fields.Dated ?? YearOf(LastYear(line));
        var (authors, titleStart, elided) = PersonNames.Leading(line);
        if (authors.Count == 0)
        {
            return false;
        }

        (fields.Authors, fields.Elided) = (authors, elided);
        var rest = TrailingYear().Replace(line[titleStart..], "").Trim();
        TitleAndContainer(TakeVolume(rest, fields), fields);
        return true;
    }

    private static bool AuthorsThenTitle(string line, Fields fields)
    {
        var (authors, titleStart, elided) = PersonNames.Leading(line);
        var rest = line[titleStart..].Trim();
        if (authors.Count == 0 && Boundaries(rest) is [var first, _, ..] && rest[..first].Split(' ').Length <= 8)
        {
            // "World Health Organization. Title. Container." has three parts, a title and its container two.
            authors = [PersonName.Group(rest[..first].Trim(' ', '.'))];
            rest = rest[(first + 1)..].Trim();
        }

        (fields.Authors, fields.Elided) = (authors, elided);
        TitleAndContainer(rest, fields);
        return true;
    }

    /// <summary>Takes "…, 13(11), 1–21" off the end.</summary>
    private static string TakeVolume(string rest, Fields fields)
    {
        rest = AheadOfPrint().Replace(rest, "").Trim();
        var match = VolumeBehindSpace().Match(rest);
        match = match.Success ? match : VolumeAtEnd().Match(rest);
        if (!match.Success)
        {
            return rest;
        }

        fields.Volume = match.Groups["volume"].Value;
        fields.Issue = match.Groups["issue"].Value;
        fields.Pages = match.Groups["pages"].Value;
        if (fields.Pages.Length == 0 && fields.Issue.Length == 0 && PageRange().IsMatch(fields.Volume))
        {
            (fields.Volume, fields.Pages) = (null, fields.Volume);
        }

        return rest[..match.Index];
    }

    /// <summary>Splits "Title. Container" at the title's final period.</summary>
    private static void TitleAndContainer(string text, Fields fields)
    {
        text = text.Trim();
        var hasVolume = !string.IsNullOrEmpty(fields.Volume) || !string.IsNullOrEmpty(fields.Pages);
        var body = text.TrimEnd('.', ',', ';', ':', ' ');
        if (Edition().Match(body) is { Success: true } edition)
        {
            // What follows an edition is the publisher.
            fields.Type ??= ReferenceTypes.Book;
            fields.Title = Closed(body[..edition.Index]);
            return;
        }

        var boundaries = Boundaries(body);
        if (boundaries.Count == 0)
        {
            fields.Title = body;
            return;
        }

        // "growth. J. Biol. Chem.": short words with capitals between two periods are a part of the container.
        var last = boundaries.Count - 1;
        while (last > 0 && IsAbbreviation(body[(boundaries[last - 1] + 1)..boundaries[last]]))
        {
            last--;
        }

        var isAbbreviated = last < boundaries.Count - 1 && text.EndsWith('.');

        var after = body[(boundaries[last] + 1)..].Trim();
        var title = Closed(body[..(boundaries[last] + 1)]);
        if (hasVolume || fields.Doi is not null || fields.Url is not null)
        {
            fields.Title = title;
            fields.Container = isAbbreviated ? after + "." : after;
        }
        else
        {
            fields.Title = title;
            fields.Type ??= after.Length > 0 ? ReferenceTypes.Book : null;
        }

        if (Thesis().IsMatch(text))
        {
            fields.Type = "thesis";
        }
    }

    private static bool IsAbbreviation(string part)
    {
        var words = part.Trim().Split(' ');
        return words.Length <= 4 && words[^1].Length <= (words.Length == 1 ? 12 : 7) && words.All(word => word.Length > 0 && char.IsUpper(word[0]));
    }

    /// <summary>The places of the signs that end a sentence in a title: before a space and a capital, outside brackets, after no initial.</summary>
    private static List<int> Boundaries(string text)
    {
        var places = new List<int>();
        var depth = 0;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            depth += text[i] is '(' or '[' ? 1 : text[i] is ')' or ']' && depth > 0 ? -1 : 0;
            if (depth == 0 && text[i] is '.' or '?' or '!' && text[i + 1] == ' ' && i + 2 < text.Length && !char.IsLower(text[i + 2])
                && !(text[i] == '.' && i >= 2 && text[..i].EndsWith(" vs", StringComparison.Ordinal)))
            {
                places.Add(i);
            }
        }

        return places;
    }

    private static (IReadOnlyList<PersonName> Names, bool Elided) FullNames(string authors)
    {
        // Where a period closes the authors, the first is turned round; one that is not is a group.
        var isClosed = authors.TrimEnd() is [.., '.'];
        authors = authors.Trim(' ', ',', '.');
        if (isClosed && !authors.Contains('.', StringComparison.Ordinal) && !authors.Contains(',', StringComparison.Ordinal)
            && !authors.Contains(" and ", StringComparison.Ordinal) && !authors.Contains(" & ", StringComparison.Ordinal) && !authors.EndsWith("et al", StringComparison.Ordinal)
            && authors.Length > 0)
        {
            return ([PersonName.Group(authors)], false);
        }

        if (authors.Length == 0)
        {
            return ([], false);
        }

        var elided = authors.EndsWith("et al", StringComparison.Ordinal);
        authors = elided ? authors[..^"et al".Length].Trim(' ', ',') : authors;
        var names = new List<PersonName>();
        var parts = authors.Replace(" and ", ", ", StringComparison.Ordinal).Replace(" & ", ", ", StringComparison.Ordinal)
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            var words = parts[i].Split(' ');
            if (i == 0 && parts.Length > 1 && words.Length <= 2 && !parts[0].Contains('.', StringComparison.Ordinal))
            {
                // MLA turns only the first name round: "Keeler, Johanna L., and Janet Treasure".
                names.Add(PersonName.Person(parts[0], parts[++i]));
            }
            else
            {
                names.Add(words.Length > 1 ? PersonName.Person(words[^1], string.Join(' ', words[..^1])) : PersonName.Group(parts[i]));
            }
        }

        return (names, elided);
    }

    private static string UpToPublisher(string book)
    {
        var boundaries = Boundaries(book.TrimEnd('.', ' '));
        return boundaries.Count > 0 ? book[..boundaries[^1]] : book;
    }

    /// <summary>A title without the period that closes it; a question mark is its own.</summary>
    private static string Closed(string title) => title.Trim().TrimEnd('.', ',', ';', ':', ' ');

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static int? YearOf(string text) =>
        text.Length >= 4 && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    private static string LastYear(string text) => AnyYear().Matches(text) is [.., var last] ? last.Value : "";

    [GeneratedRegex(@"(?:(?:Retrieved|Accessed|Available)(?:\s(?:on\s)?(?:\w+\s\d{1,2},\s\d{4}|\d{1,2}\s\w+\s\d{4}),?)?\s(?:from|at|online at)?:?\s?)?(?<url>https?://[^\s<>""]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    private const string Day = @"(?:\p{Lu}[a-z]{2,8}\.?\s\d{1,2},?\s(?<year>(?:19|20)\d\d)|\d{1,2}\s\p{Lu}[a-z]{2,8}\.?,?\s(?<year>(?:19|20)\d\d)|(?<year>(?:19|20)\d\d)(?:-\d\d-\d\d|\s\p{Lu}[a-z]{2,8}\.?\s\d{1,2}))";

    // The day on which someone looked is no day of the work.
    [GeneratedRegex(@"[(\[]?\b(?:[Ll]ast |[Dd]ate )?(?:[Aa]ccessed|[Rr]etrieved|[Vv]iewed|[Cc]ited)(?:\son)?:?\s" + Day + @"[)\]]?[.,;]?", RegexOptions.CultureInvariant)]
    private static partial Regex AccessDate();

    [GeneratedRegex(@"(?<=[.?!]\s)(?:First |Last )?(?:Published|Posted|Updated)(?:\sonline)?(?:\son)?:?\s" + Day + @"\.?", RegexOptions.CultureInvariant)]
    private static partial Regex PublicationDate();

    [GeneratedRegex(@"\b(?:PMID|PMCID)\s?:?\s?(?:PMC)?\d+\.?|\bEpub\s\d{4}[^.;]{0,20}\.?|\[(?:CrossRef|PubMed|Google Scholar)\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Noise();

    [GeneratedRegex(@"\(\s?(?<year>(?:1[4-9]|20)\d\d[a-k]?|n\.\s?d\.|in press|forthcoming)(?:,\s[^()]{1,30})?\s?\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BracketedYear();

    [GeneratedRegex(@"\((?:Eds?|Hrsg|Comps?)\.?\)\.?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EditorSign();

    [GeneratedRegex(@"^(?<title>.{3,}?[.?!])\sIn:?\s(?:(?<editors>[^()]{2,300})\s\(Eds?\.\),?\s)?(?<book>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex ChapterIn();

    [GeneratedRegex(@"\s?\([^()]*\bpp?\.[^()]*\)|\s?\(\d[^()]*ed\.[^()]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Parenthesis();

    [GeneratedRegex(@"\b(?<year>(?:1[4-9]|20)\d\d)(?:\s[A-Z][a-z]{2,8}(?:[\s\-]\w{1,9})?)?\s?(?:;\s?(?<volume>[\w\s./\-–]{1,20}?)\s?(?:\((?<issue>[^()]{1,30})\))?\s?(?::\s?(?<pages>\w{1,12}(?:\s?[-–]\s?\w{1,12})?))?|:\s?(?<pages>\d{1,6}\s?[-–]\s?\d{1,6}))\s?[.;,]?\s?(?=$|[^\w])", RegexOptions.CultureInvariant)]
    private static partial Regex YearThenVolume();

    [GeneratedRegex(@"\s\((?<year>(?:19|20)\d\d)\)\s?(?<volume>\d{1,5})(?:\s?\((?<issue>[^()]{1,20})\))?:\s?(?<pages>\w{1,12}(?:\s?[-–]\s?\w{1,12})?)\.?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex BracketedYearThenVolume();

    [GeneratedRegex(@"\s(?<volume>\d{1,5}[A-Z]?)(?:\s?\((?<issue>[^()]{1,20})\))?\s\((?<year>(?:19|20)\d\d)\)\s(?<pages>\w{1,12}(?:\s?[-–]\s?\w{1,12})?)\.?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex VolumeThenBracketedYear();

    [GeneratedRegex(@"\s(?<year>(?:19|20)\d\d),\s(?<volume>\w{1,8})(?:\s?\((?<issue>[^()]{1,20})\))?,\s(?<pages>\w{1,12}(?:\s?[-–]\s?\w{1,12})?)\.?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex ContainerThenYear();

    [GeneratedRegex(@",?\s(?<volume>\d{1,5})(?:\s?\((?<issue>[^()]{1,20})\))?,\s(?<pages>\w{1,12}(?:\s?[-–]\s?\w{1,12})?)\s\((?<year>(?:19|20)\d\d)\)\.?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex VolumeThenYear();

    // "Stat Med 17, 1661-1670", "PLoS ONE 10(3): e0123456": no comma stands before the volume.
    [GeneratedRegex(@"(?<=[\p{L}.)])\s(?<volume>\d{1,4})(?:\s?\((?<issue>[^()]{1,30})\))?\s?[,:]\s?(?:pp?\.\s?)?(?<pages>[A-Za-z]{0,4}\d\w{0,11}(?:\s?[-–—‐‑−]\s?\w{1,12})?)[.,;\s]*$", RegexOptions.CultureInvariant)]
    private static partial Regex VolumeBehindSpace();

    // Two volumes in one have one or two digits.
    [GeneratedRegex(@"^\d{3,5}[-–]\d{1,5}$", RegexOptions.CultureInvariant)]
    private static partial Regex PageRange();

    [GeneratedRegex(@",\s?(?:vol\.\s?)?(?<volume>\d{1,5}[A-Za-z]?(?:[-–/]\d{1,5})?|Suppl(?:ement)?\.?\s?\w{0,6})(?:\s?\((?<issue>[^()]{1,30})\))?(?:,\s?no\.\s?(?<issue>\w{1,10}))?(?:[,:]\s?(?:pp?\.\s?|Article\s)?(?<pages>[A-Za-z]{0,4}\d(?:[\w.]{0,11}\w)?(?:\s?[-–—‐‑−]\s?\w(?:[\w.]{0,11}\w)?)?))?[.,;\s]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex VolumeAtEnd();

    [GeneratedRegex(@",?\s?\(?Advance(?:d)?\sonline\spublication\)?\.?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AheadOfPrint();

    [GeneratedRegex(@"[.,]?\s\(?\d{1,2}(?:st|nd|rd|th)\sed(?:ition|n)?\.?(?:,[^()]{1,30})?\)?(?=[.\s,;]|$)|\s\(Rev\.\sed\.\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Edition();

    [GeneratedRegex(@"[""“](?<title>[^""“”]{3,600}?)[""”]", RegexOptions.CultureInvariant)]
    private static partial Regex QuotedTitle();

    [GeneratedRegex(@"\bvol\.\s?(?<volume>\w{1,8})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Volume();

    [GeneratedRegex(@"\bno\.\s?(?<issue>\w{1,8})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Issue();

    [GeneratedRegex(@"\bpp?\.\s?(?<pages>\w{1,10}(?:\s?[-–]\s?\w{1,10})?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pages();

    [GeneratedRegex(@"^(?<container>[^\d,]{2,200}?),?\s(?<volume>(?!(?:19|20)\d\d\b)\d{1,5})(?!\d|\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))(?:,\sno\.\s(?<issue>\w{1,10}))?(?:\s\((?:[^()]{0,20}\s)?\d{4}\))?(?::\s?(?<pages>\w{1,10}(?:\s?[-–]\s?\w{1,10})?))?", RegexOptions.CultureInvariant)]
    private static partial Regex Chicago();

    [GeneratedRegex(@"(?<![\w/])(?:19|20)\d\d(?![\w/])", RegexOptions.CultureInvariant)]
    private static partial Regex AnyYear();

    [GeneratedRegex(@"[;,.]?\s?(?:19|20)\d\d[a-k]?\.?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex TrailingYear();

    [GeneratedRegex(@"\b(?:dissertation|thesis)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Thesis();

    private sealed class Fields
    {
        public IReadOnlyList<PersonName> Authors { get; set; } = [];

        public bool Elided { get; set; }

        public int? Year { get; set; }

        /// <summary>The year of a day that the line gives as that of publication: "Published May 4, 2020."</summary>
        public int? Dated { get; set; }

        public string? Title { get; set; }

        public string? Container { get; set; }

        public string? Volume { get; set; }

        public string? Issue { get; set; }

        public string? Pages { get; set; }

        public string? Doi { get; set; }

        public string? Url { get; set; }

        public string? Type { get; set; }

        public string TypeOrGuess()
        {
            if (Type is not null)
            {
                return Type;
            }

            var isPartOfSeries = !string.IsNullOrEmpty(Volume) || !string.IsNullOrEmpty(Pages) || Doi is not null;
            return !string.IsNullOrEmpty(Container) && isPartOfSeries ? ReferenceTypes.JournalArticle
                : Url is not null ? ReferenceTypes.WebPage
                : ReferenceTypes.Default;
        }
    }
}
