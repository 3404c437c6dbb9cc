using System.Text.RegularExpressions;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.References;

/// <summary>Parts what stands between the authors and the locator into title and container, less editors, edition and imprint.</summary>
internal static partial class TitleSplit
{
    private const int MaxBreaks = 16;
    private const int MaxBooksTried = 4;
    private const int MaxContainer = 260;
    private const int SureContainer = 5;
    private const int SureJournal = 7;

    /// <summary>A sign at which a title may end.</summary>
    /// <param name="At">Where the sign stands.</param>
    /// <param name="Next">Where what follows begins.</param>
    /// <param name="Sign">The sign.</param>
    public readonly record struct Break(int At, int Next, char Sign);

    /// <summary>Reads the title, unless it is known, and the container.</summary>
    /// <param name="text">What stands before the locator.</param>
    /// <param name="from">Behind the title where it is known.</param>
    /// <param name="tail">What stands behind the locator.</param>
    /// <param name="fields">The fields read so far, which get more.</param>
    /// <param name="style">The style of the list.</param>
    public static void Read(string text, int from, string tail, LineFields fields, ListStyle style)
    {
        if (Thesis().IsMatch(text) || Thesis().IsMatch(tail))
        {
            fields.Type = "thesis";
        }

        if (fields.Title is not null)
        {
            Container(text[Math.Min(from, text.Length)..].Trim(' ', ',', '.', ';'), tail, fields);
            return;
        }

        text = text.Trim();
        if (fields.Authors.Count > 0 && InAtStart().Match(text) is { Success: true } untitled)
        {
            Book(text[untitled.Length..], tail, fields);
            return;
        }

        if (InBook(text, tail, fields) is { } book)
        {
            fields.Title = Closed(text[..book.Index]);
            Book(text[(book.Index + book.Length)..], tail, fields);
            return;
        }

        if (fields.Volume is not null || fields.Pages is not null || fields.Issue is not null)
        {
            InSeries(text, fields, style);
        }
        else
        {
            Alone(text, fields, style);
        }
    }

    /// <summary>The signs that may end a title: before a space and a capital, outside brackets, behind no abbreviation that needs more.</summary>
    public static List<Break> Breaks(string text)
    {
        var places = new List<Break>();
        var depth = 0;
        for (var i = 0; i + 2 < text.Length; i++)
        {
            var c = text[i];
            depth += c is '(' or '[' ? 1 : c is ')' or ']' && depth > 0 ? -1 : 0;
            if (depth > 0 || c is not ('.' or '?' or '!' or ',' or ';'))
            {
                continue;
            }

            var next = i + 1;
            next += text[next] is '”' or '"' or '’' or '»' ? 1 : 0;
            if (next + 1 < text.Length && text[next] == ' ' && (!char.IsLower(text[next + 1]) || StartsLowerContainer(text, next + 1)) && !(c == '.' && EndsInTitleWord(text, i)))
            {
                places.Add(new Break(i, next + 1, c));
            }
        }

        return places;
    }

    /// <summary>A title without the period that closes it; a question mark is its own.</summary>
    public static string Closed(string title)
    {
        title = title.Trim().TrimEnd('.', ',', ';', ':', ' ');
        return BracketsAtEnd().Replace(title, "").TrimEnd('.', ',', ';', ':', ' ').TrimStart('.', ',', ';', ':', ' ');
    }

    private static bool StartsLowerContainer(string text, int at) =>
        char.IsLower(text[at]) && at + 1 < text.Length && LowerContainer().IsMatch(text.AsSpan(at, Math.Min(20, text.Length - at)));

    private static bool EndsInTitleWord(string text, int period)
    {
        var word = text.AsSpan(0, period);
        word = word[(word.LastIndexOfAny(' ', '(') + 1)..];
        return word is "vs" or "Dr" or "St" or "Mr" or "Mrs" or "cf" or "ca" or "sp" or "spp" or "var" or "subsp";
    }

    /// <summary>Journals and other series: the break is taken behind which there stands most likely a container.</summary>
    private static void InSeries(string text, LineFields fields, ListStyle style)
    {
        var body = text.TrimEnd(',', ';', ':', ' ', '(');
        var trimmed = body.TrimEnd('.');
        var best = default(Break);
        var bestScore = int.MinValue;
        if (fields.Volume is null && fields.Issue is null && Imprint(body, fields) is > 0 and var imprint)
        {
            body = body[..imprint];
            trimmed = body.TrimEnd('.');
            fields.Type ??= Breaks(body).Count > 0 ? ReferenceTypes.Chapter : ReferenceTypes.Book;
        }

        if (fields.Type is ReferenceTypes.Book)
        {
            fields.Title = Closed(body);
            return;
        }

        var places = Breaks(body);
        if (!trimmed.Contains(' ', StringComparison.Ordinal) || places.TrueForAll(place => IsAbbreviationBreak(body, place) || (place.Sign is '.' && IsInitial(body, place.At))) && ContainerWords.Score(trimmed) >= SureContainer)
        {
            // AIP and others print no titles.
            fields.Container = Container(body);
            return;
        }

        for (var i = places.Count - 1; i >= 0 && i >= places.Count - MaxBreaks; i--)
        {
            var place = places[i];
            if (body.Length - place.Next > MaxContainer)
            {
                break;
            }

            var score = Score(body, trimmed, place, places, i, style);
            if (score > bestScore)
            {
                (best, bestScore) = (place, score);
            }
        }

        if (bestScore <= 0)
        {
            fields.Title = Closed(body);
            return;
        }

        fields.SignBehindTitle = best.Sign is ',' or ';' ? ',' : '.';
        var title = body[..(best.Sign is '?' or '!' ? best.At + 1 : best.At)];
        fields.Title = Closed(title);
        fields.Container = Container(body[best.Next..]);
        if (Proceedings().IsMatch(fields.Container))
        {
            fields.Type ??= fields.Volume is null ? "paper-conference" : null;
        }
    }

    private static int Score(string body, string trimmed, Break place, List<Break> places, int index, ListStyle style)
    {
        var container = place.Next < trimmed.Length ? trimmed.AsSpan(place.Next) : default;
        var score = ContainerWords.Score(container);
        var isComma = place.Sign is ',' or ';';
        score += isComma ? (style.SignBehindTitle is ',' ? 3 : place.Sign is ';' ? -3 : 0) : style.SignBehindTitle is ',' ? 0 : 3;
        score -= container.IsEmpty || !(char.IsUpper(container[0]) || char.IsDigit(container[0]) || char.IsLetter(container[0])) ? 5 : 0;
        score -= container.ContainsAny('?', '“') ? 6 : 0;
        score -= container.Contains(": ", StringComparison.Ordinal) ? 1 : 0;
        score -= place.Sign is '.' && IsAbbreviationBreak(body, place) ? 5 : 0;
        score -= place.Sign is '.' && IsInitial(body, place.At) && !IsBehindWord(body, place.At) ? 5 : 0;
        score += container.StartsWith("Proc", StringComparison.Ordinal) ? 3 : 0;
        score -= isComma && IsJournalList(body, place) ? 4 : 0;

        // A sentence that ends within the container is a part of the title.
        for (var i = index + 1; i < places.Count; i++)
        {
            if (places[i].Sign is '.' or '?' or '!' && !IsAbbreviationBreak(body, places[i]))
            {
                score -= 4;
            }
            else if (places[i].Sign is ',' && !isComma)
            {
                score -= 1;
            }
        }

        return score - (body.AsSpan(0, place.At).Trim().Length < 3 ? 12 : 0);
    }

    // "J. Biol. Chem.": the period belongs to a word that journals abbreviate.
    private static bool IsAbbreviationBreak(string body, Break place)
    {
        var before = body.AsSpan(0, place.At);
        var word = before[(before.LastIndexOfAny(" .(-") + 1)..];
        if (place.Sign is not '.' || word.IsEmpty || !char.IsUpper(word[0]) || (word.Length == 1 && IsBehindWord(body, place.At)))
        {
            return false;
        }

        // "Alcohol. Clin. Exp. Res.": a sentence of one word among abbreviations is one of them.
        var isAlone = word.Length <= 12 && before.Length - word.Length >= 2 && before[before.Length - word.Length - 1] == ' ' && before[before.Length - word.Length - 2] == '.';
        return ContainerWords.IsAbbreviation(word) || (isAlone && body.AsSpan(place.Next).Contains('.'));
    }

    private static bool IsInitial(string body, int period) => period > 0 && char.IsUpper(body[period - 1]) && (period == 1 || body[period - 2] is ' ' or '.' or '-');

    // "vitamin A. J. Nutr.": within a container no letter stands alone behind a word in lower case.
    private static bool IsBehindWord(string body, int period) =>
        period >= 3 && body[period - 2] == ' ' && body.AsSpan(0, period - 2) is [.., not ' '] before && char.IsLower(before[before.LastIndexOf(' ') + 1]) && char.IsLetter(before[^1]);

    // "J. Neurol., Neurosurg. Psychiatry", "Journal of Neurology, Neurosurgery, and Psychiatry"
    private static bool IsJournalList(string body, Break place)
    {
        var before = body.AsSpan(0, place.At);
        if (before.EndsWith(".", StringComparison.Ordinal))
        {
            return IsAbbreviationBreak(body, new Break(place.At - 1, place.Next, '.'));
        }

        var start = before.LastIndexOfAny(".,") + 1;
        var words = before[start..].Trim();
        return words.StartsWith("Journal of", StringComparison.Ordinal) || words.StartsWith("Annals of", StringComparison.Ordinal) || words.StartsWith("Archives of", StringComparison.Ordinal);
    }

    private static string Container(string text)
    {
        var container = InAtStart().Replace(text.Trim(' ', ',', ';', ':'), "");
        container = BracketsAtEnd().Replace(container, "").Trim(' ', ',', ';', ':', '(');

        // The period of "J. Biol. Chem." is its own.
        if (!container.Any(char.IsLetter) || container is "n.d" or "n.d." or "n.d.)" or "n. d.")
        {
            return "";
        }

        return container.EndsWith('.') && !container.AsSpan(0, container.Length - 1).Contains('.') ? container.TrimEnd('.') : container;
    }

    /// <summary>What has no place in a series: books, reports, pages of the web, and articles with a DOI and no numbers.</summary>
    private static void Alone(string text, LineFields fields, ListStyle style)
    {
        var body = text.TrimEnd('.', ',', ';', ':', ' ');
        if (Preprint().Match(body) is { Success: true } preprint)
        {
            fields.Type = "article";
            fields.Title = Closed(body[..preprint.Index]);
            fields.Container = preprint.Groups["server"].Value;
            return;
        }

        if (fields.Type is "thesis" && ThesisPart().Match(body) is { Success: true, Index: > 0 } thesis)
        {
            fields.Title = Closed(body[..thesis.Index]);
            return;
        }

        var imprint = Imprint(body, fields);
        if (imprint >= 0)
        {
            fields.Type ??= ReferenceTypes.Book;
            fields.Title = Closed(body[..imprint]);
            return;
        }

        var places = Breaks(body).Where(place => place.Sign is '.' or '?' or '!' || (style.SignBehindTitle is ',' && place.Sign is ',')).ToList();
        if (places.Count == 0)
        {
            fields.Title = Closed(body);
            return;
        }

        var last = places.Count - 1;
        while (last > 0 && IsAbbreviationBreak(body, places[last]))
        {
            last--;
        }

        var place = places[last];
        fields.Title = Closed(body[..(place.Sign is '?' or '!' ? place.At + 1 : place.At)]);
        if (fields.Type is not null)
        {
            return;
        }

        var isJournal = ContainerWords.Score(body.AsSpan(place.Next)) >= SureJournal && !ContainerWords.HasPublisher(body[place.Next..]);
        if (fields.Doi is not null || fields.Url is not null || fields.Dated is not null || isJournal)
        {
            fields.Type = isJournal ? ReferenceTypes.JournalArticle : fields.Type;
            fields.Container = Container(body[place.Next..]);
        }
        else
        {
            fields.Type = ReferenceTypes.Book;
        }
    }

    /// <summary>The container behind a title that is known.</summary>
    private static void Container(string text, string tail, LineFields fields)
    {
        if (text.Length == 0 || fields.Type is "thesis" or ReferenceTypes.Book)
        {
            return;
        }

        var inBook = InAtStart().Match(text);
        if (inBook.Success || fields.Type is ReferenceTypes.Chapter)
        {
            Book(text[inBook.Length..], tail, fields);
            return;
        }

        var isSeries = fields.Volume is not null || fields.Issue is not null;
        var end = EditorsWithin().Match(text) is { Success: true } editors ? editors.Index : text.Length;
        text = text[..end];
        if (!isSeries && Imprint(text, fields, isBehindTitle: true) is >= 0 and var imprint)
        {
            fields.Type ??= imprint == 0 ? ReferenceTypes.Book : fields.Pages is not null ? ReferenceTypes.Chapter : null;
            text = text[..imprint];
        }

        if (!isSeries && fields.Pages is null)
        {
            var cut = text.AsSpan().IndexOfAny(',', '(');
            text = cut < 0 ? text : text[..cut];
        }

        fields.Container = Container(text);
        fields.Type ??= !isSeries && Proceedings().IsMatch(fields.Container) ? "paper-conference" : null;
    }

    // "Chapter. In: Book", "Paper, in Proceedings of …"
    private static Match? InBook(string text, string tail, LineFields fields)
    {
        foreach (var match in BookIn().Matches(text).Take(MaxBooksTried))
        {
            var isPlain = !match.Value.Contains(':', StringComparison.Ordinal);
            var book = text[(match.Index + match.Length)..];
            if (!isPlain || EditorsWithin().IsMatch(book) || LeadingEditors().IsMatch(book) || Proceedings().IsMatch(book) || EditorsWithin().IsMatch(tail)
                || (fields.Pages is not null && fields.Volume is null && text[match.Index] is not ','))
            {
                return match;
            }
        }

        return null;
    }

    /// <summary>"G. H. Bower (Ed.), Book. New York: Press"</summary>
    private static void Book(string text, string tail, LineFields fields)
    {
        var book = text.Trim();
        var hasEditors = EditorsWithin().IsMatch(tail);
        if (LeadingEditors().Match(book) is { Success: true } editors && PersonNames.ParseForm(editors.Groups["editors"].Value).Names is [{ Given: not null }, ..])
        {
            hasEditors = true;
            book = book[editors.Length..];
        }
        else if (PersonNames.Scan(book, 0, allowsGroups: false) is { Names.Count: > 0 } run && PersonNames.TitleStart(book, run) is > 0 and var start && !Proceedings().IsMatch(book[..start]))
        {
            hasEditors = true;
            book = book[start..];
        }

        if (Quotation.Find(book) is { Start: 0 } quoted)
        {
            book = quoted.Text;
        }

        if (EditorsWithin().Match(book) is { Success: true } within)
        {
            hasEditors = true;
            book = book[..within.Index];
        }

        if (Imprint(book, fields) is > 0 and var imprint)
        {
            book = book[..imprint];
        }

        if ((fields.Volume is null || hasEditors) && Breaks(book).Find(place => place.Sign is '.' && !IsAbbreviationBreak(book, place)) is { At: > 0 } end)
        {
            book = book[..end.At];
        }

        if (VolumeAtEnd().Match(book) is { Success: true } volume)
        {
            fields.Volume ??= volume.Groups["volume"].Value;
            book = book[..volume.Index];
        }

        book = EditionAtEnd().Replace(book.TrimEnd('.', ',', ';', ' '), "");
        fields.Container = Container(book);
        fields.Type ??= Proceedings().IsMatch(fields.Container) ? "paper-conference" : hasEditors || fields.Volume is null ? ReferenceTypes.Chapter : null;
    }

    /// <summary>Where the imprint of a book begins, "2nd ed.", "New York: Press", "(Harbour Press"; -1 where there is none.</summary>
    private static int Imprint(string text, LineFields fields, bool isBehindTitle = false)
    {
        if (isBehindTitle && (PlaceAndPublisher().IsMatch(text) || IsPublisher(text.AsSpan().IndexOfAny(".,;()") is >= 0 and var first ? text[..first] : text, fields)))
        {
            return 0;
        }

        var edition = Edition().Match(text) is { Success: true } match ? match.Index : -1;
        var publisher = Publisher(edition < 0 ? text : text[..edition], fields);
        return publisher >= 0 ? publisher : edition;
    }

    private static int Publisher(string text, LineFields fields)
    {
        var at = 0;
        while (ImprintBreak().Match(text, at) is { Success: true } match)
        {
            var start = match.Index + match.Length;
            var end = text.AsSpan(start).IndexOfAny(".,;()");
            var part = text.Substring(start, end < 0 ? text.Length - start : end);
            if (match.Value[0] is not ',' || match.Index > 8)
            {
                if (IsPublisher(part, fields) || PlaceAndPublisher().IsMatch(text.AsSpan(start)))
                {
                    return BeforePlace(text, match.Index);
                }
            }

            at = start;
        }

        return -1;
    }

    // "Title. Buenos Aires, Press", "Title (Cambridge, MA, Press": the place stands before the publisher.
    private static int BeforePlace(string text, int publisher)
    {
        var before = text.AsSpan(0, publisher);
        var start = before.LastIndexOfAny('.', '(');
        if (text[publisher] is not ',' || start <= 3)
        {
            return publisher;
        }

        var place = before[(start + 1)..].Trim();
        return place.Length is > 1 and < 40 && place.Count(' ') < 4 && !place.ContainsAny('?', ':') && IsCapitals(place) ? before[start] is '(' ? start - 1 : start : publisher;
    }

    private static bool IsCapitals(ReadOnlySpan<char> words)
    {
        foreach (var range in words.Split(' '))
        {
            if (words[range] is { IsEmpty: false } word && char.IsLower(word[0]) && !ContainerWords.IsConnector(word))
            {
                return false;
            }
        }

        return true;
    }

    // An organisation prints its own reports.
    private static bool IsPublisher(string part, LineFields fields) =>
        part.Length is > 0 and < 80 && char.IsUpper(part[0]) && (ContainerWords.HasPublisher(part) || (fields.Authors is [{ Literal: { } group }, ..] && group == part));

    [GeneratedRegex(@"(?:\s?[(\[](?:[^()\[\]]{0,80}(?:[Tt]hesis|[Dd]issertation)[^()\[\]]{0,80}|[Dd]ata ?set|[Cc]omputer (?:software|program)[^()\[\]]{0,30}|[Pp]reprint|[Bb]log post|[Ww]eb ?(?:page|site|log)|[Oo]nline|Internet|Report[^()\[\]]{0,40}|[Pp]aper presentation|[Pp]oster[^()\[\]]{0,20}|[Ll]etter|[Aa]bstract|[Ee]ditorial)[)\]])+$", RegexOptions.CultureInvariant)]
    private static partial Regex BracketsAtEnd();

    [GeneratedRegex(@"^(?:bioRxiv|medRxiv|arXiv|eLife|mBio|iScience|npj|mSystems|mSphere|eNeuro|chemRxiv|eClinicalMedicine)\b", RegexOptions.CultureInvariant)]
    private static partial Regex LowerContainer();

    [GeneratedRegex(@"(?<=[.?!,”""’)\]])\s(?:[Ii]n|En|Dans|В кн\.)(?:\s?:\s?|\s(?!vitro|vivo|situ|silico|utero|Vitro|Vivo|Situ|Silico|Utero)(?=[\p{Lu}“""‘\d]))", RegexOptions.CultureInvariant)]
    private static partial Regex BookIn();

    [GeneratedRegex(@"^(?:[Ii]n|[Ee]n|[Dd]ans|[Ee]m|В кн\.)(?:\s?:\s?|\s(?=[\p{Lu}“""‘\d]))", RegexOptions.CultureInvariant)]
    private static partial Regex InAtStart();

    private const string EditorWord = @"(?:[Ee]ds?|EDS?|[Ee]ditors?|[Hh]rsg|[Hh]g|dir|coords?|[Oo]rgs?|[Cc]omps?)(?:\.?\s?&\s?[Tt]rans)?";

    [GeneratedRegex(@"^(?<editors>[^()\[\]“""]{2,300}?),?\s?(?:[(\[]" + EditorWord + @"\.?[)\]]|(?<=[,\s])" + EditorWord + @"\b\.?(?!\s?by\b))[.,:;]?\s", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingEditors();

    [GeneratedRegex(@"[.,;]?\s[(\[]?(?:[Ee]dited by|[Ee]d\. by|[Hh]rsg\. von|/\sпод ред\.)|(?:[,;]\s|\s[(\[])(?:[Ee]ds?\.(?=\s\p{Lu})|[Ee]ds?\s(?=\p{Lu}\p{L}+\s\p{Lu}{1,3}\b)|[Ee]ditors?:?(?=\s\p{Lu}))|[;,]\s(?:[^;,()]{2,40},\s){1,8}?Eds?\.|[.,]\s(?:\p{Lu}\.\s?){1,3}[\p{L}\-]{2,30}(?:,?\s(?:and\s)?(?:\p{Lu}\.\s?){1,3}[\p{L}\-]{2,30}){0,6},?\s(?:\(?Eds?\.?\)?)", RegexOptions.CultureInvariant)]
    private static partial Regex EditorsWithin();

    [GeneratedRegex(@"\b(?:Proceedings|Proc\.?|Conference|Conf\.|Symposium|Symp\.|Workshop|Congress|Meeting|Advances in Neural)\b?", RegexOptions.CultureInvariant)]
    private static partial Regex Proceedings();

    [GeneratedRegex(@"[.,;]?\s\(?(?:\d{1,2}(?:st|nd|rd|th|\.ª|\.|ª)?\s(?:(?:rev\.|revised|international|global)\s)?(?:ed(?:ition|n|s)?|édition|éd|edición|Aufl(?:age)?|изд)\b\.?|ed\.?\s\d{1,2}(?=[.,])|[Ff]irst ed\w*|[Ss]econd ed\w*|[Tt]hird ed\w*|[Rr]ev\. ed\.|[Rr]evised ed\w*|Edition \d{1,2}|\d{1,3}\. Aufl)(?:,[^()]{1,30})?\)?(?=[.\s,;]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Edition();

    [GeneratedRegex(@"[.,;]?\s\(?\d{1,2}(?:st|nd|rd|th)?\s(?:ed|edn|edition|Aufl)\b\.?\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex EditionAtEnd();

    [GeneratedRegex(@"[,.;]?\s\(?(?:[Vv]ol(?:ume)?s?|Bd|[Tt]ome?)\.?\s?(?<volume>\w{1,6})\)?[.,;\s]*$", RegexOptions.CultureInvariant)]
    private static partial Regex VolumeAtEnd();

    [GeneratedRegex(@"[.,]?\s[(\[]?(?:(?:[Uu]npublished\s)?(?:[Pp]h\.?\s?[Dd]\.?|[Dd]octoral|[Mm]aster(?:'s|’s|s)?|M\.?Sc\.?|M\.?A\.?|[Bb]achelor(?:'s|’s)?|M\.?D\.?|[Dd]iploma)\s(?:[Tt]hesis|[Dd]issertation)|(?<=[.,]\s[(\[]?)(?:[Tt]hesis|[Dd]issertation|Diss\.|[Tt]hèse|[Tt]esis|[Tt]ese))", RegexOptions.CultureInvariant)]
    private static partial Regex ThesisPart();

    [GeneratedRegex(@"(?:[.,;?!])\s(?=\p{Lu})|\s\((?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex ImprintBreak();

    // "New York, NY: Harbour Press", "Washington, D.C.: ASM"
    [GeneratedRegex(@"^\p{Lu}[\p{L}.'\-]{1,20}(?:\s[\p{L}.'\-]{1,20}){0,3}(?:,\s(?:[A-Z]{2}|\p{Lu}[\p{L}.'\-]{1,20}(?:\s\p{Lu}\p{L}{1,20})?))?\s?:\s\p{Lu}(?:[^.:]|(?<=\b\p{Lu})\.){1,100}[.,;)]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceAndPublisher();

    [GeneratedRegex(@"(?<=[.,?!]\s)(?<server>(?:arXiv|bioRxiv|medRxiv|chemRxiv|PsyArXiv|SSRN|Research Square|OSF Preprints|Preprints(?:\.org)?))\b[^.]{0,60}\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Preprint();

    [GeneratedRegex(@"\b(?:dissertation|thesis|thèse|tesis|tese|Diss\.|habilitation|proefschrift)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Thesis();
}
