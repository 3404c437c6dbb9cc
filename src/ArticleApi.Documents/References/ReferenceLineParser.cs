using System.Globalization;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.References;

/// <summary>Reads one line: addresses, then the authors and the year at its head, then title, container and locator.</summary>
internal static partial class LineReader
{
    // Lists print no longer line but by mistake: of the rest only the addresses are read.
    private const int MaxLength = 1500;
    private const int MaxYearsTried = 3;
    private const int MaxPeriodsTried = 12;
    private const int MaxNames = 400;
    private const int MinLocator = 3;

    public static LineFields Read(string raw, ListStyle style)
    {
        var fields = new LineFields();
        var rest = TakeAddresses(Rejoined(raw), fields);
        if (Ibidem().IsMatch(rest))
        {
            return fields;
        }

        rest = rest.Length <= MaxLength ? rest : rest[..(char.IsHighSurrogate(rest[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
        rest = Label().Replace(HalfWidth(rest), "");
        rest = Emphasis().Replace(ArXiv().Replace(rest, "arXiv"), "${text}");
        rest = Spaces().Replace(Noise().Replace(AccessDate().Replace(rest, " "), " "), " ").Trim();
        if (PublicationDate().Match(rest) is { Success: true } dated)
        {
            fields.Dated = YearOf(dated.Groups["year"].Value);
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

        Body(rest[Head(rest, fields, style)..].TrimStart('.', ',', ':', ';', ' '), fields, style);
        return fields;
    }

    // Lines break behind the slash and the hyphen of a DOI.
    private static string Rejoined(string raw) =>
        raw.Length <= MaxLength && raw.Contains("10.", StringComparison.Ordinal) ? BrokenDoi().Replace(BrokenResolver().Replace(raw, "https://doi.org/"), "${start}") : raw;

    private static string HalfWidth(string line) => line.AsSpan().IndexOfAnyInRange('\u3000', '\uFFEF') < 0
        ? line
        : line.Replace('，', ',').Replace('。', '.').Replace('．', '.').Replace('：', ':').Replace('；', ';').Replace('（', '(').Replace('）', ')').Replace('［', '[').Replace('］', ']');

    /// <summary>Takes the DOI and the web address out of a line; the address of a page stays whole where a DOI is a part of it.</summary>
    private static string TakeAddresses(string raw, LineFields fields)
    {
        var rest = raw;
        if (Doi.Find(raw) is { } doi && !IsInPage(raw, doi.Start))
        {
            fields.Doi = doi.Doi;
            rest = $"{raw[..doi.Start].TrimEnd(' ', '(', '[', '<')} {raw[doi.End..].TrimStart('.', ')', ']', '>')}";
        }

        // What a second DOI or a doi.org address leaves behind is no address of its own.
        while (rest.Length <= MaxLength && Address().Match(rest) is { Success: true } match)
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

    // Whether an address other than the resolver's has begun before the place and goes on to it.
    private static bool IsInPage(string line, int at)
    {
        var word = at == 0 ? 0 : line.LastIndexOfAny([' ', '<', '"'], at - 1) + 1;
        return line.AsSpan(word, at - word).Contains("://", StringComparison.Ordinal);
    }

    /// <summary>Reads the authors and the year behind them; the index is that of what follows.</summary>
    private static int Head(string line, LineFields fields, ListStyle style)
    {
        if (Repeated().Match(line) is { Success: true } repeated)
        {
            fields.RepeatsAuthors = true;
            return YearAt(line, repeated.Length, fields) ?? repeated.Length;
        }

        var run = PersonNames.Scan(line, 0, allowsGroups: true);
        if (run.Names.Count == 1 && run.Form is NameForm.FamilyInitials && line[run.End - 1] is '.' && InFull(line, style) is { } direct
            && (style.Form is NameForm.GivenFamily || direct.Run.Names.All(name => name.Given is { } given && given.EndsWith('.'))))
        {
            // "Donald E. Knuth. Title" among other names in full
            return Take(direct.Run, direct.Next);
        }

        if (run.Names.Count > 0)
        {
            var end = run.End;
            if (EditorSignAt().Match(line, end) is { Success: true } editors)
            {
                fields.AreEditors = true;
                end += editors.Length;
            }

            if (YearAt(line, end, fields) is { } bodyStart)
            {
                return Take(run, bodyStart);
            }

            if (QuoteAt().Match(line, end) is { Success: true } quote)
            {
                return Take(run, quote.Index + quote.Length - 1);
            }

            if (end > run.End)
            {
                return Take(run, end);
            }
        }

        if (YearBehindList(line, run, fields, style) is { } behind)
        {
            return behind;
        }

        if (Quotation.Find(line) is { Start: > 0 } title && PersonNames.IsList(line[..title.Start]))
        {
            return Take(PersonNames.ParseForm(PersonNames.WithoutEditorSign(line[..title.Start])), title.Start);
        }

        if (PersonNames.TitleStart(line, run) is > 0 and var titleStart)
        {
            return Take(run, titleStart);
        }

        return InFull(line, style) is { } full ? Take(full.Run, full.Next) : Group(line, fields, style);

        int Take(NameRun names, int next)
        {
            (fields.Authors, fields.Elided, fields.Form) = (names.Names, names.Elided, names.Form);
            return next;
        }
    }

    /// <summary>"Kandel, Eric R., and James H. Schwartz. ": names in full end at the first period up to which there is nothing else, but for that of an initial.</summary>
    private static (NameRun Run, int Next)? InFull(string line, ListStyle style)
    {
        var tried = 0;
        var initial = 0;
        foreach (Match period in SentencePeriod().Matches(line))
        {
            if (++tried > MaxPeriodsTried || period.Index > MaxNames)
            {
                break;
            }

            if (PersonNames.ParseForm(line[..period.Index]) is { Form: NameForm.FamilyCommaGiven or NameForm.GivenFamily } names
                && (names.Form is NameForm.FamilyCommaGiven || style.Form is NameForm.GivenFamily || (names.Names.Count > 1 && And().IsMatch(line.AsSpan(0, period.Index)))))
            {
                if (period.Index < 2 || line[period.Index - 2] is not (' ' or '.'))
                {
                    return (names, period.Index + period.Length);
                }

                initial = initial == 0 ? period.Index + 1 : initial;
            }
        }

        return initial > 0 ? (PersonNames.ParseForm(line[..initial]), initial) : null;
    }

    // "(2020). ", ", 2020. ", " 2020: "
    private static int? YearAt(string line, int at, LineFields fields)
    {
        var match = HeadYear().Match(line, at);
        if (!match.Success)
        {
            return null;
        }

        fields.Year = PrintedYear(match);
        fields.HasYearBehindNames = true;
        return match.Index + match.Length;
    }

    private static int? PrintedYear(Match match) =>
        match.Groups["later"].Success ? YearOf(match.Groups["later"].Value) : YearOf(match.Groups["year"].Value);

    /// <summary>"World Health Organization (2020)", "Keeler, Johanna. 2020.": the year behind names that have to be known by it.</summary>
    private static int? YearBehindList(string line, NameRun run, LineFields fields, ListStyle style)
    {
        var tried = 0;
        foreach (Match match in BodyYear().Matches(line))
        {
            if (++tried > MaxYearsTried)
            {
                break;
            }

            var before = line[..match.Index].Trim();
            var isBracketed = match.Groups["open"].Success;
            var isAtEnd = line.AsSpan(match.Index + match.Length).Trim(" .").Length == 0;
            if (before.Length == 0 || isAtEnd || (run.Elided && match.Index > run.End + 3) || (run.Names.Count > 0 && match.Index > run.End && SentenceEnd().IsMatch(line.AsSpan(run.End, match.Index - run.End))))
            {
                continue;
            }

            // A year that stands behind anything but names is a part of the title, or that of another order.
            if (!PersonNames.IsList(before))
            {
                continue;
            }

            var names = PersonNames.ParseForm(PersonNames.WithoutEditorSign(before));
            if (!isBracketed && names.Form is NameForm.None && !style.HasYearBehindNames && !(names.Names is [{ Literal: { } group }] && PersonNames.SaysGroup(group)))
            {
                continue;
            }

            fields.AreEditors |= PersonNames.WithoutEditorSign(before).Length < before.Length;
            fields.Year = PrintedYear(match);
            fields.HasYearBehindNames = true;
            (fields.Authors, fields.Elided, fields.Form) = (names.Names, names.Elided, names.Form);
            return match.Index + match.Length;
        }

        return null;
    }

    /// <summary>"World Health Organization. Title. Container.": what has three parts starts with a group, what has two with the title.</summary>
    private static int Group(string line, LineFields fields, ListStyle style)
    {
        var match = GroupInFront().Match(line);
        match = match.Success ? match : GroupBeforeComma().Match(line);
        if (!match.Success)
        {
            return 0;
        }

        var name = match.Groups["name"].Value;
        var words = name.Count(c => c == ' ') + 1;
        var rest = line[match.Length..];
        var says = (PersonNames.SaysGroup(name) && words <= 12) || (Acronym().IsMatch(name) && rest.Length > 0 && !char.IsDigit(rest[0]));
        var isShort = words <= 8 && TitleSplit.Breaks(rest).Any(place => place.Sign is not ',');
        if (match.Groups["sign"].Value is "," ? !says || !rest.Contains(',', StringComparison.Ordinal) || style.SignBehindTitle is not ',' : !(says || isShort))
        {
            return 0;
        }

        if (!PersonNames.IsGroup(Digits().Replace(name, "")) || rest.Length < 4 || (!says && !style.StartsWithAuthors && words > 1 && !IsCapitals(name)))
        {
            return 0;
        }

        fields.Authors = [(style.Form is NameForm.GivenFamily ? PersonNames.TryDirect(name) : null) ?? PersonName.Group(name)];
        return YearAt(line, match.Length, fields) ?? match.Length;
    }

    private static bool IsCapitals(string name) =>
        name.Split(' ').All(word => word.Length == 0 || !char.IsLower(word[0]) || ContainerWords.IsConnector(word));

    /// <summary>Reads title, container and locator.</summary>
    private static void Body(string body, LineFields fields, ListStyle style)
    {
        var from = 0;
        if (Quotation.Find(body) is { } quoted && (quoted.Start == 0 || (fields.Authors.Count == 0 && body[..quoted.Start].TrimEnd() is [.., ',' or '.' or ')'])))
        {
            fields.Title = TitleSplit.Closed(quoted.Text);
            fields.SignBehindTitle = '"';
            from = quoted.End;
        }
        else if (TitleMark().Match(body) is { Success: true } mark)
        {
            fields.Title = TitleSplit.Closed(body[..mark.Index]);
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
            fields.Title = TitleSplit.Closed(body[..dated.Index]);
            fields.Year = YearOf(dated.Groups["year"].Value);
            from = dated.Index + dated.Length;
        }
        else if (fields.Authors.Count == 0 && TitleThenYear().Match(body) is { Success: true } titled)
        {
            fields.Title = TitleSplit.Closed(titled.Groups["title"].Value);
            fields.Year ??= YearOf(titled.Groups["year"].Value);
            from = titled.Length;
        }

        var locator = LocatorReader.Find(body, from, fields.Year);
        var text = body;
        var tail = "";
        if (locator is { HasPlace: true, Score: >= MinLocator })
        {
            (fields.Volume, fields.Issue, fields.Pages) = (locator.Volume, locator.Issue, locator.Pages);
            text = body[..locator.Start];
            tail = body[locator.End..];
        }
        else
        {
            // A title may speak of years; behind authors and year no other is printed but at the end.
            var isLast = locator is not null && body.AsSpan(locator.End).Trim(" .)]").Length == 0;
            locator = locator is { Year: not null, HasPlace: false } && locator.Start > from && (isLast || fields.Year is null) ? locator : null;
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

        TitleSplit.Read(text.TrimEnd(' ', '(', '['), from, tail, fields, style);
        fields.Year ??= fields.Dated ?? YearOf(LastYear(tail)) ?? YearOf(LastYear(text[Math.Min(from, text.Length)..]));
        if (fields is { Authors.Count: 0, Year: null, Doi: null, Url: null, Volume: null, Container: null })
        {
            // No sign tells such a line from any other.
            (fields.Title, fields.Type) = (null, null);
        }
    }

    private static int? YearOf(string text) =>
        text.Length >= 4 && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    private static string LastYear(string text) => AnyYear().Matches(text) is [.., var last] ? last.Value : "";

    [GeneratedRegex(@"^\W{0,3}(?:ibid|ibidem|op\.? ?cit|loc\.? ?cit|idem)\b\.?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ibidem();

    [GeneratedRegex(@"(?:(?:[\[(]?(?:Retrieved|Accessed|Available|Abgerufen|Disponible|Disponível|Verfügbar)(?:\s(?:on\s)?(?:\w+\s\d{1,2},\s\d{4}|\d{1,2}\s\w+\s\d{4}),?)?(?:\s(?:from|at|online at|online|via|en|em|sur|à|unter|on))?:?\s?)|\bURL:?\s)?(?<url>(?:https?|ftp)://[^\s<>""]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    // "arXiv preprint arXiv:1412.6980v9 [cs.LG]"
    [GeneratedRegex(@"\barXiv(?:\spre-?print)?(?:[,.]?\s?arXiv)?\s?:\s?(?:\d{4}\.\d{4,5}|[a-z\-]{2,10}(?:\.[A-Z]{2})?/\d{7})(?:v\d{1,2})?(?:\s\[[\w.\-]{2,20}\])?", RegexOptions.CultureInvariant)]
    private static partial Regex ArXiv();

    [GeneratedRegex(@"(?<![\w*])\*{1,3}(?<text>[^*\s](?:[^*]{0,300}[^*\s])?)\*{1,3}(?![\w*])", RegexOptions.CultureInvariant)]
    private static partial Regex Emphasis();

    private const string Day = @"(?:\p{Lu}[a-z]{2,8}\.?\s\d{1,2},?\s(?<year>(?:19|20)\d\d)|\d{1,2}[\s\-]\p{Lu}[a-z]{2,8}\.?,?[\s\-](?<year>(?:19|20)\d\d)|(?<year>(?:19|20)\d\d)(?:-\d\d-\d\d|\s\p{Lu}[a-z]{2,8}\.?(?:\s\d{1,2})?)|\d{1,2}[./]\d{1,2}[./](?<year>(?:19|20)?\d\d)|\p{Lu}[a-z]{2,8}\.?\s(?<year>(?:19|20)\d\d))";

    // The day on which someone looked is no day of the work.
    [GeneratedRegex(@"[(\[]?(?:-\s)?\b(?:[Ll]ast |[Dd]ate )?(?:[Aa]ccess(?:ed)?|[Rr]etrieved|[Vv]iewed|[Cc]ited|[Vv]isited|[Aa]bgerufen(?:\sam)?|[Zz]ugriff(?:\sam)?|[Cc]onsult(?:é le|ado(?: el)?|ed)|[Aa]cesso(?: em)?|[Дд]ата обращения)(?:\son)?:?\s" + Day + @"[)\]]?[.,;]?", RegexOptions.CultureInvariant)]
    private static partial Regex AccessDate();

    [GeneratedRegex(@"(?<=[.?!]\s)(?:First |Last )?(?:Published|Posted|Updated)(?:\sonline)?(?:\son)?:?\s" + Day + @"\.?", RegexOptions.CultureInvariant)]
    private static partial Regex PublicationDate();

    [GeneratedRegex(@"\b(?:PMID|PMCID|Pub ?Med)\s?:?\s?(?:PMID:?\s)?(?:PMC)?\d+[.;,]?|\bPMC\d+[.;,]?|[(\[]?\b(?:Epub|ePub|E-pub)\s(?:ahead of print)?[^.;()\]]{0,30}[)\].;]?|\[(?:Cross ?Ref|Pub ?Med|Google Scholar|PMC free article|Free full text|Medline|Web of Science|ISI|CAS|Internet|[Oo]nline|serial online|WWW Document|Electronic version|Электронный ресурс)\]|\(80-?\.?\s?\)|\s?\((?:[Vv]ersion|v\.?)\s?\d[\w.\-]{0,12}\)|\bwww\.[^\s<>""]+|\bISSN:?\s[\dX\-–]{8,10}\.?|\bISBN(?:-1[03])?:?\s[\dX\-– ]{9,18}\.?|,?\s?\(?Advance(?:d)?\s(?:online\s)?(?:publication|access)\)?\.?|\bdoi:?\s?(?=[.,;]|$)|\bAvailable\s(?:from|at|online)(?:\sat)?:?\s?(?=[.,;]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Noise();

    [GeneratedRegex(@"(?:\s[.,;])+(?=\s?[.,;]|\s*$)|\s{2,}|\s\(\s?\)|\s\[\s?\]", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\p{Ll}\.\s\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^(?:[—–―_-]{2,8}|[—―]|(?:-\s?){3,6})[.,:]?\s?", RegexOptions.CultureInvariant)]
    private static partial Regex Repeated();

    private const string BracketedYear =
        @"(?<open>[(\[])\s?(?:(?:\p{L}{3,10}\.?(?:[\s/\-–]\p{L}{3,10}\.?)?\s|c(?:a|irca)?\.?\s|\d{1,2}\.?\s\p{L}{3,10}\s)?(?<year>(?:1[4-9]|20)\d\d)[a-k]?(?:/(?<later>(?:1[4-9]|20)\d\d)|\s?[\-–]\s?(?:\d{4}|\d\d))?(?:[,;]?\s[^()\[\]]{1,40}|\s?\[[^\]]{1,12}\])?|(?i:n\.\s?d\.?(?:-[a-k])?|no date|s\.\s?[fda]\.?|o\.\s?J\.|in press|forthcoming|submitted|in preparation|under review|accepted|in Druck))\s?[)\]]";

    [GeneratedRegex(@"\G[\s.,:;]*(?:" + BracketedYear + @"|(?<year>(?:1[4-9]|20)\d\d)[a-k]?(?:\s?[\-–]\s?(?:1[4-9]|20)\d\d)?(?:\s\[(?:1[4-9]|20)\d\d\])?(?=[.,:](?:\s|$)|\s[\p{Lu}\p{Lo}“""‘«'„])|(?i:n\.\s?d\.|in press|forthcoming)(?=[.,:\s]))[.,:;]?\s?", RegexOptions.CultureInvariant)]
    private static partial Regex HeadYear();

    [GeneratedRegex(BracketedYear + @"[.,:;]?\s?|(?<=[.,]\s)(?<year>(?:1[4-9]|20)\d\d)[a-k]?(?=[.,:])[.,:]\s?|(?<=\p{L}\s)(?<year>(?:1[4-9]|20)\d\d)[a-k]?(?:\.\s|\s(?=[\p{Lu}“""‘«]))", RegexOptions.CultureInvariant)]
    private static partial Regex BodyYear();

    [GeneratedRegex(@"\G\s?[.,]?\s?(?:[(\[](?:Eds?|Hrsg|Hg|Comps?|Editors?|dir|coords?|orgs?|Series Eds?)\.?[)\]]|(?:eds?|editors?|Hrsg|Hg|comps?)\b)[.,:]?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EditorSignAt();

    [GeneratedRegex(@"\G[\s.,:;]*[“""‘«„]", RegexOptions.CultureInvariant)]
    private static partial Regex QuoteAt();

    [GeneratedRegex(@"(?:\.|:(?=\s\p{Lu}))\s", RegexOptions.CultureInvariant)]
    private static partial Regex SentencePeriod();

    [GeneratedRegex(@"^(?<name>[\p{Lu}\p{Lo}](?:[^.?!:;“""()\[\]\d,]|(?<=\b\p{Lu}|\bSt|\bInc|\bLtd|\bCo)\.(?=\s?\p{L})|,(?=\s(?:Inc|Ltd)|[^.,:]{1,60}\band\s)|\([A-Za-z]{2,12}\)|(?<!\s)\d|\s\d(?=\d{0,3}\s\p{Lu})){1,120}?)(?<!\b\p{Lu})\s?(?<sign>[.:])\s", RegexOptions.CultureInvariant)]
    private static partial Regex GroupInFront();

    [GeneratedRegex(@"^(?<name>\p{Lu}[^.?!:;“""()\[\]\d,]{1,120})(?<sign>,)\s", RegexOptions.CultureInvariant)]
    private static partial Regex GroupBeforeComma();

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

    // "GBD 2017 Diet Collaborators"
    [GeneratedRegex(@"(?<=\s)\d+\s", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\p{Lu}{2,8}$", RegexOptions.CultureInvariant)]
    private static partial Regex Acronym();

    [GeneratedRegex(@"\s(?:and|&)\s", RegexOptions.CultureInvariant)]
    private static partial Regex And();

    [GeneratedRegex(@"^(?:\[\d{1,4}\]|\(\d{1,4}\)(?=\s\p{Lu})|\d{1,3}[.)](?=\s\p{Lu}))\s?", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    // "Brown v. Board of Education, 347 U.S. 483 (1954)", "Care Act, Pub. L. No. 111-148"
    [GeneratedRegex(@"^(?:(?<title>\p{Lu}[^,;:]{1,80}\svs?\.?\s\p{Lu}[^,;:]{1,80}?),?\s(?:\[\d{4}\]|\(\d{4}\)|\d{1,4}\s\p{Lu})|(?<title>(?<act>\p{Lu}[^,;:.]{4,150}\sAct)(?:\sof\s\d{4})?),?\s(?:Pub\.|\d{1,3}\sU\.S\.C))", RegexOptions.CultureInvariant)]
    private static partial Regex Law();

    [GeneratedRegex(@"https?://\s?(?:dx\.\s?)?doi\.\s?org/\s?(?=10\.)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BrokenResolver();

    [GeneratedRegex(@"(?<start>\b10\.[0-9]{4,9}/(?:[^\s,;\]]{0,100}[\-_/])?)\s(?=[^\s,;]*[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex BrokenDoi();

    // What has no author starts with the title: "Sleep in numbers (2020). Harbour Times."
    [GeneratedRegex(@"^(?<title>[^()\[\]]{8,300}?)[.,]?\s\((?<year>(?:1[5-9]|20)\d\d)[a-k]?(?:,\s[^()]{1,30})?\)[.,:]?\s(?=[\p{Lu}“])", RegexOptions.CultureInvariant)]
    private static partial Regex TitleThenYear();

    [GeneratedRegex(@"(?<![\w/])(?:1[5-9]|20)\d\d(?![\w/])", RegexOptions.CultureInvariant)]
    private static partial Regex AnyYear();
}
