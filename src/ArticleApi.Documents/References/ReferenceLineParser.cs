using System.Globalization;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.References;

/// <summary>
/// Reads the fields of one reference line: first its addresses, then the authors and the year, then title, container and locator.
/// </summary>
internal static partial class ReferenceLineParser
{
    // Lists print no longer line but by mistake: of the rest only the addresses are read.
    internal const int MaxLength = 1500;
    private const int MinLocator = 3;

    public static LineFields Read(string raw, ListStyle style)
    {
        var fields = new LineFields();
        var rest = ReferenceAddresses.Take(raw, fields);
        if (Ibidem().IsMatch(rest))
        {
            return fields;
        }

        rest = rest.Length <= MaxLength ? rest : rest[..(char.IsHighSurrogate(rest[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
        rest = Label().Replace(HalfWidth(rest), "").TrimStart('.', ',', ';', ':', ')', ']', ' ');
        if (SecondWork().Match(rest) is { Success: true } second)
        {
            fields.HasSeveralWorks = true;
            rest = rest[rest.IndexOf(' ', StringComparison.Ordinal)..second.Groups["second"].Index].Trim(' ', ';', ',');
        }

        rest = Glued().Replace(CitedOn.Without(rest), " ");
        rest = Emphasis().Replace(ArXiv().Replace(rest, "arXiv"), "${text}");
        rest = Spaces().Replace(Noise().Replace(AccessDate().Replace(rest, " "), " "), " ").Trim();
        if (PublicationDate().Match(rest) is { Success: true } dated)
        {
            fields.PublishedYear = YearOf(dated.Groups["year"].Value);
            rest = $"{rest[..dated.Index]} {rest[(dated.Index + dated.Length)..]}".Trim();
        }

        rest = Spaces().Replace(rest, " ").Trim();
        if (TypeInBrackets().Match(rest) is { Success: true } bracketed)
        {
            fields.Type = bracketed.Value[1] is 'C' or 'c' ? "software" : "dataset";
        }
        else if (Patent().Match(rest) is { Success: true } patent)
        {
            fields.Type = "patent";
            rest = $"{rest[..patent.Index]}{rest[(patent.Index + patent.Length)..]}";
        }

        if (Law().Match(rest) is { Success: true } law)
        {
            fields.Type = law.Groups["act"].Success ? "legislation" : "legal_case";
            fields.Title = law.Groups["title"].Value;
            fields.Year = YearOf(LastYear(rest));
            return fields;
        }

        Body(rest[ReferenceHeadParser.Read(rest, fields, style)..].TrimStart('.', ',', ':', ';', ' '), fields, style);
        return fields;
    }

    private static string HalfWidth(string line) => line.AsSpan().IndexOfAnyInRange('\u3000', '\uFFEF') < 0
        ? line
        : line.Replace('，', ',').Replace('。', '.').Replace('．', '.').Replace('：', ':').Replace('；', ';').Replace('（', '(')
        .Replace('）', ')').Replace('［', '[').Replace('］', ']');

    /// <summary>Reads title, container and locator.</summary>
    private static void Body(string body, LineFields fields, ListStyle style)
    {
        var from = 0;
        if (QuotationParser.Find(body) is { } quoted
            && (quoted.Start == 0 || (fields.Authors.Count == 0 && body[..quoted.Start].TrimEnd() is [.., ',' or '.' or ')'])))
        {
            fields.Title = TitleParser.Closed(quoted.Text);
            fields.SignBehindTitle = '"';
            from = quoted.End;
        }
        else if (TitleMark().Match(body) is { Success: true } mark)
        {
            fields.Title = TitleParser.Closed(body[..mark.Index]);
            fields.Type = mark.Groups["type"].Value switch
            {
                "M" => mark.Groups["in"].Success ? ReferenceTypes.Chapter : ReferenceTypes.Book,
                "C" => "paper-conference",
                "D" => "thesis",
                "R" => "report",
                "N" => "article-newspaper",
                "P" => "patent",
                "S" => "standard",
                "DS" => "dataset",
                "EB" => ReferenceTypes.WebPage,
                _ => null,
            };
            from = mark.Index + mark.Length;
        }

        else if (fields.Year is null && YearThenContainer().Match(body) is { Success: true } dated)
        {
            fields.Title = TitleParser.Closed(body[..dated.Index]);
            fields.Year = YearOf(dated.Groups["year"].Value);
            from = dated.Index + dated.Length;
        }
        else if (fields.Authors.Count == 0 && TitleThenYear().Match(body) is { Success: true } titled)
        {
            fields.Title = TitleParser.Closed(titled.Groups["title"].Value);
            fields.Year ??= YearOf(titled.Groups["year"].Value);
            from = titled.Length;
        }

        var locator = LocatorParser.Find(body, from, fields.Year);
        var text = body;
        var tail = "";
        if (locator is { HasVolumeOrPages: true, Score: >= MinLocator })
        {
            (fields.Volume, fields.Issue, fields.Pages) = (locator.Volume, locator.Issue, locator.Pages);
            text = body[..locator.Start];
            tail = body[locator.End..];
        }
        else
        {
            // A title may speak of years; behind authors and year no other is printed but at the end.
            var isLast = locator is not null && body.AsSpan(locator.End).Trim(" .)]").Length == 0;
            locator = locator is { Year: not null, HasVolumeOrPages: false } && locator.Start > from
                && (isLast || fields.Year is null) ? locator : null;
            if (locator is not null)
            {
                text = body[..locator.Start];
                tail = body[locator.End..];
            }
        }

        fields.Year ??= locator?.Year;
        if (text.AsSpan(Math.Min(from, text.Length)).Trim(" .,;").IsEmpty && InBehind().IsMatch(tail))
        {
            // "“Title.” Pp. 215–30 in Book"
            (text, from, tail) = (tail, 0, "");
        }

        TitleParser.Read(text.TrimEnd(' ', '(', '['), from, tail, fields, style);
        fields.Year ??= fields.PublishedYear ?? YearOf(LastYear(tail)) ?? YearOf(LastYear(text[Math.Min(from, text.Length)..]));
        if (fields is { Authors.Count: 0, Year: null, Doi: null, Url: null, Volume: null, Container: null })
        {
            // No sign tells such a line from any other.
            (fields.Title, fields.Type) = (null, null);
        }
    }

    internal static int? YearOf(string text) =>
        text.Length >= 4 && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    private static string LastYear(string text) => AnyYear().Matches(text) is [.., var last] ? last.Value : "";

    [GeneratedRegex(@"^\W{0,3}(?:ibid|ibidem|op\.? ?cit|loc\.? ?cit|idem)\b\.?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ibidem();

    // "arXiv preprint arXiv:1412.6980v9 [cs.LG]"
    [GeneratedRegex(
        @"\barXiv(?:\spre-?print)?(?:[,.]?\s?arXiv)?\s?:\s?(?:\d{4}\.\d{4,5}|[a-z\-]{2,10}(?:\.[A-Z]{2})?/\d{7})(?:v\d{1,2})?"
        + @"(?:\s\[[\w.\-]{2,20}\])?",
        RegexOptions.CultureInvariant)]
    private static partial Regex ArXiv();

    [GeneratedRegex(@"(?<![\w*])\*{1,3}(?<text>[^*\s](?:[^*]{0,300}[^*\s])?)\*{1,3}(?![\w*])", RegexOptions.CultureInvariant)]
    private static partial Regex Emphasis();

    // "a) First. J A 2010, 1, 1; b) Second. J B 2011, 2, 2."
    [GeneratedRegex(
        @"^(?:\(a\)\s.{10,}?[;.,]?\s(?<second>\(b\)\s)|a\)\s.{10,}?[;.,]?\s(?<second>b\)\s)|a\.\s.{10,}?[;.]\s(?<second>b\.\s))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecondWork();

    // "adults.Sleep Res2010;137", "FAO.2014": where a space was lost
    [GeneratedRegex(
        @"(?<=\p{L}\.?)(?=(?:19|20)[0-9]{2}(?:\s?\p{Lu}\p{Ll}{2}\.?)?[;:])|(?<=\p{L}\.)(?=(?:19|20)[0-9]{2}\b)"
        + @"|(?<=\p{Ll}{4}[.?!])(?=\p{Lu}\p{Ll}+\.?\s)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Glued();

    private const string Day =
        @"(?:\p{Lu}[a-z]{2,8}\.?\s\d{1,2},?\s(?<year>(?:19|20)\d\d)|\d{1,2}[\s\-]\p{Lu}[a-z]{2,8}\.?,?[\s\-](?<year>(?:19|20)\d\d)"
        + @"|(?<year>(?:19|20)\d\d)(?:-\d\d-\d\d|\s\p{Lu}[a-z]{2,8}\.?(?:\s\d{1,2})?)|\d{1,2}[./]\d{1,2}[./](?<year>(?:19|20)?\d\d)"
        + @"|\p{Lu}[a-z]{2,8}\.?\s(?<year>(?:19|20)\d\d))";

    // The day on which someone looked is no day of the work.
    [GeneratedRegex(
        @"[(\[]?(?:-\s)?\b(?:[Ll]ast |[Dd]ate )?(?:[Aa]ccess(?:ed)?|[Rr]etrieved|[Vv]iewed|[Cc]ited|[Vv]isited|[Aa]bgerufen(?:\sam)?"
        + @"|[Zz]ugriff(?:\sam)?|[Cc]onsult(?:é le|ado(?: el)?|ed)|[Aa]cesso(?: em)?|[Дд]ата обращения)(?:\son)?:?\s"
        + Day + @"[)\]]?[.,;]?",
        RegexOptions.CultureInvariant)]
    private static partial Regex AccessDate();

    [GeneratedRegex(
        @"(?<=[.?!]\s)(?:First |Last )?(?:Published|Posted|Updated)(?:\sonline)?(?:\son)?:?\s" + Day + @"\.?",
        RegexOptions.CultureInvariant)]
    private static partial Regex PublicationDate();

    [GeneratedRegex(
        @"\b(?:PMID|PMCID|Pub ?Med)\s?:?\s?(?:PMID:?\s)?(?:PMC)?\d+[.;,]?"
        + @"|\bPMC\d+[.;,]?"
        + @"|[(\[]?\b(?:Epub|ePub|E-pub)\s(?:ahead of print)?[^.;()\]]{0,30}[)\].;]?"
        + @"|\[(?:Cross ?Ref|Pub ?Med|Google Scholar|PMC free article|Free full text|Medline|Web of Science|ISI|CAS|Internet|[Oo]nline"
        + @"|serial online|WWW Document|Electronic version|Электронный ресурс)\]"
        + @"|\(80-?\.?\s?\)"
        + @"|\s?\((?:[Vv]ersion|v\.?)\s?\d[\w.\-]{0,12}\)"
        + @"|\bwww\.[^\s<>""]+"
        + @"|\bISSN:?\s[\dX\-–]{8,10}\.?"
        + @"|\bISBN(?:-1[03])?:?\s[\dX\-– ]{9,18}\.?"
        + @"|,?\s?\(?Advance(?:d)?\s(?:online\s)?(?:publication|access)\)?\.?"
        + @"|\bdoi:?\s?(?=[.,;]|$)"
        + @"|\bAvailable\s(?:from|at|online)(?:\sat)?:?\s?(?=[.,;]|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Noise();

    [GeneratedRegex(@"(?:\s[.,;])+(?=\s?[.,;]|\s*$)|\s{2,}|\s\(\s?\)|\s\[\s?\]", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    // GB/T 7714: "Title[J]. "; GOST: "Title // Container".
    [GeneratedRegex(@"\s?\[(?<type>[JMCDRNPSGZ]|EB|DB|DS|CP)(?:/OL|/CD)?\](?:\.|(?<in>//))?\s?|\s?//\s?", RegexOptions.CultureInvariant)]
    private static partial Regex TitleMark();

    [GeneratedRegex(@"^[.,\s]*[Ii]n:?\s", RegexOptions.CultureInvariant)]
    private static partial Regex InBehind();

    [GeneratedRegex(@"\[(?:[Cc]omputer (?:software|program)|[Dd]ata ?set)", RegexOptions.CultureInvariant)]
    private static partial Regex TypeInBrackets();

    [GeneratedRegex(@"(?<=\bPatent)\s(?:[Nn]o\.\s?)?(?:[A-Z]{2}\s?)?\d[\d ,/]{3,14}\d(?:\s?[A-Z]\d?)?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Patent();

    // "Title. (1990) J. Sleep 12"
    [GeneratedRegex(@"(?<=[.?!]\s)\((?<year>(?:1[5-9]|20)\d\d)[a-k]?\)[.,:]?\s(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex YearThenContainer();

    [GeneratedRegex(@"^(?:\[\d{1,4}\]|\(\d{1,4}\)(?=\s\p{Lu})|\d{1,3}[.)](?=\s\p{Lu}))\s?", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    // "Brown v. Board of Education, 347 U.S. 483 (1954)", "Care Act, Pub. L. No. 111-148"
    [GeneratedRegex(
        @"^(?:(?<title>\p{Lu}[^,;:]{1,80}\svs?\.?\s\p{Lu}[^,;:]{1,80}?),?\s(?:\[\d{4}\]|\(\d{4}\)|\d{1,4}\s\p{Lu})"
        + @"|(?<title>(?<act>\p{Lu}[^,;:.]{4,150}\sAct)(?:\sof\s\d{4})?),?\s(?:Pub\.|\d{1,3}\sU\.S\.C))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Law();

    // What has no author starts with the title: "Sleep in numbers (2020). Harbour Times."
    [GeneratedRegex(
        @"^(?<title>[^()\[\]]{8,300}?)[.,]?\s\((?<year>(?:1[5-9]|20)\d\d)[a-k]?(?:,\s[^()]{1,30})?\)[.,:]?\s(?=[\p{Lu}“])",
        RegexOptions.CultureInvariant)]
    private static partial Regex TitleThenYear();

    [GeneratedRegex(@"(?<![\w/])(?:1[5-9]|20)\d\d(?![\w/])", RegexOptions.CultureInvariant)]
    private static partial Regex AnyYear();
}
