using System.Text.RegularExpressions;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.References;

/// <summary>Splits the text between authors and locator into title and container. Editors, edition and imprint are left out.</summary>
internal static partial class TitleParser
{
    private const int MaxBreaks = 16;
    private const int MaxContainer = 260;
    private const int SureContainer = 5;
    private const int SureJournal = 7;

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
        if (fields.Authors.Count > 0 && BookParser.InAtStart().Match(text) is { Success: true } untitled)
        {
            BookParser.Read(text[untitled.Length..], tail, fields);
            return;
        }

        if (BookParser.FindIn(text, tail, fields) is { } book)
        {
            fields.Title = Closed(text[..book.Index]);
            BookParser.Read(text[(book.Index + book.Length)..], tail, fields);
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

    /// <summary>A title without the period that closes it; a question mark is its own.</summary>
    public static string Closed(string title)
    {
        title = title.Trim().TrimEnd('.', ',', ';', ':', ' ');
        return BracketsAtEnd().Replace(title, "").TrimEnd('.', ',', ';', ':', ' ').TrimStart('.', ',', ';', ':', ' ');
    }

    /// <summary>Journals and other series: the break is taken behind which there stands most likely a container.</summary>
    private static void InSeries(string text, LineFields fields, ListStyle style)
    {
        var body = text.TrimEnd(',', ';', ':', ' ', '(');
        var trimmed = body.TrimEnd('.');
        var best = default(TitleBreak);
        var bestScore = int.MinValue;
        if (fields.Volume is null && fields.Issue is null && ImprintParser.Find(body, fields) is > 0 and var imprint)
        {
            body = body[..imprint];
            trimmed = body.TrimEnd('.');
            fields.Type ??= TitleBreak.Find(body).Count > 0 ? ReferenceTypes.Chapter : ReferenceTypes.Book;
        }

        if (fields.Type is ReferenceTypes.Book)
        {
            fields.Title = Closed(body);
            return;
        }

        var breaks = TitleBreak.Find(body);
        if (!trimmed.Contains(' ', StringComparison.Ordinal)
            || breaks.TrueForAll(end => end.IsAbbreviation(body) || (end.Sign is '.' && end.IsInitial(body)))
            && ContainerWords.Score(trimmed) >= SureContainer)
        {
            // AIP and others print no titles.
            fields.Container = ContainerOf(body);
            return;
        }

        for (var i = breaks.Count - 1; i >= 0 && i >= breaks.Count - MaxBreaks; i--)
        {
            var end = breaks[i];
            if (body.Length - end.Next > MaxContainer)
            {
                break;
            }

            var score = Score(body, trimmed, end, breaks, i, style);
            if (score > bestScore)
            {
                (best, bestScore) = (end, score);
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
        fields.Container = ContainerOf(body[best.Next..]);
        if (BookParser.Proceedings().IsMatch(fields.Container))
        {
            fields.Type ??= fields.Volume is null ? "paper-conference" : null;
        }
    }

    private static int Score(string body, string trimmed, TitleBreak end, List<TitleBreak> breaks, int index, ListStyle style)
    {
        var container = end.Next < trimmed.Length ? trimmed.AsSpan(end.Next) : default;
        var score = ContainerWords.Score(container);
        var isComma = end.Sign is ',' or ';';
        score += isComma ? (style.SignBehindTitle is ',' ? 3 : end.Sign is ';' ? -3 : 0) : style.SignBehindTitle is ',' ? 0 : 3;
        score -= container.IsEmpty || !(char.IsUpper(container[0]) || char.IsDigit(container[0]) || char.IsLetter(container[0])) ? 5 : 0;
        score -= container.ContainsAny('?', '“') ? 6 : 0;
        score -= container.Contains(": ", StringComparison.Ordinal) ? 1 : 0;
        score -= end.Sign is '.' && end.IsAbbreviation(body) ? 5 : 0;
        score -= end.Sign is '.' && end.IsInitial(body) && !end.IsBehindWord(body) ? 5 : 0;
        score += container.StartsWith("Proc", StringComparison.Ordinal) ? 3 : 0;
        score -= isComma && end.IsInJournalName(body) ? 4 : 0;

        // A sentence that ends within the container is a part of the title.
        for (var i = index + 1; i < breaks.Count; i++)
        {
            if (breaks[i].Sign is '.' or '?' or '!' && !breaks[i].IsAbbreviation(body))
            {
                score -= 4;
            }
            else if (breaks[i].Sign is ',' && !isComma)
            {
                score -= 1;
            }
        }

        return score - (body.AsSpan(0, end.At).Trim().Length < 3 ? 12 : 0);
    }

    internal static string ContainerOf(string text)
    {
        var container = BookParser.InAtStart().Replace(text.Trim(' ', ',', ';', ':'), "");
        container = BracketsAtEnd().Replace(container, "").Trim(' ', ',', ';', ':', '(');

        // The period of "J. Biol. Chem." is its own.
        if (!container.Any(char.IsLetter) || container is "n.d" or "n.d." or "n.d.)" or "n. d.")
        {
            return "";
        }

        return container.EndsWith('.') && !container.AsSpan(0, container.Length - 1).Contains('.') ? container.TrimEnd('.') : container;
    }

    /// <summary>Reads works without volume and pages: books, reports, web pages, and articles that have but a DOI.</summary>
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

        var imprint = ImprintParser.Find(body, fields);
        if (imprint >= 0)
        {
            fields.Type ??= ReferenceTypes.Book;
            fields.Title = Closed(body[..imprint]);
            return;
        }

        var breaks = TitleBreak.Find(body).Where(end => end.Sign is '.' or '?' or '!'
            || (style.SignBehindTitle is ',' && end.Sign is ',')).ToList();
        if (breaks.Count == 0)
        {
            fields.Title = Closed(body);
            return;
        }

        var last = breaks.Count - 1;
        while (last > 0 && breaks[last].IsAbbreviation(body))
        {
            last--;
        }

        var end = breaks[last];
        fields.Title = Closed(body[..(end.Sign is '?' or '!' ? end.At + 1 : end.At)]);
        if (fields.Type is not null)
        {
            return;
        }

        var isJournal = ContainerWords.Score(body.AsSpan(end.Next)) >= SureJournal && !ContainerWords.HasPublisher(body[end.Next..]);
        if (fields.Doi is not null || fields.Url is not null || fields.PublishedYear is not null || isJournal)
        {
            fields.Type = isJournal ? ReferenceTypes.JournalArticle : fields.Type;
            fields.Container = ContainerOf(body[end.Next..]);
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

        var inBook = BookParser.InAtStart().Match(text);
        if (inBook.Success || fields.Type is ReferenceTypes.Chapter)
        {
            BookParser.Read(text[inBook.Length..], tail, fields);
            return;
        }

        var isSeries = fields.Volume is not null || fields.Issue is not null;
        var end = BookParser.EditorsWithin().Match(text) is { Success: true } editors ? editors.Index : text.Length;
        text = text[..end];
        if (!isSeries && ImprintParser.Find(text, fields, isBehindTitle: true) is >= 0 and var imprint)
        {
            fields.Type ??= imprint == 0 ? ReferenceTypes.Book : fields.Pages is not null ? ReferenceTypes.Chapter : null;
            text = text[..imprint];
        }

        if (!isSeries && fields.Pages is null)
        {
            var cut = text.AsSpan().IndexOfAny(',', '(');
            text = cut < 0 ? text : text[..cut];
        }

        fields.Container = ContainerOf(text);
        fields.Type ??= !isSeries && BookParser.Proceedings().IsMatch(fields.Container) ? "paper-conference" : null;
    }

    [GeneratedRegex(
        @"(?:\s?[(\[](?:[^()\[\]]{0,80}(?:[Tt]hesis|[Dd]issertation)[^()\[\]]{0,80}|[Dd]ata ?set"
        + @"|[Cc]omputer (?:software|program)[^()\[\]]{0,30}|[Pp]reprint|[Bb]log post|[Ww]eb ?(?:page|site|log)|[Oo]nline|Internet"
        + @"|Report[^()\[\]]{0,40}|[Pp]aper presentation|[Pp]oster[^()\[\]]{0,20}|[Ll]etter|[Aa]bstract|[Ee]ditorial)[)\]])+$",
        RegexOptions.CultureInvariant)]
    private static partial Regex BracketsAtEnd();

    [GeneratedRegex(
        @"[.,]?\s[(\[]?(?:(?:[Uu]npublished\s)?(?:[Pp]h\.?\s?[Dd]\.?|[Dd]octoral|[Mm]aster(?:'s|’s|s)?|M\.?Sc\.?|M\.?A\.?"
        + @"|[Bb]achelor(?:'s|’s)?|M\.?D\.?|[Dd]iploma)\s(?:[Tt]hesis|[Dd]issertation)"
        + @"|(?<=[.,]\s[(\[]?)(?:[Tt]hesis|[Dd]issertation|Diss\.|[Tt]hèse|[Tt]esis|[Tt]ese))",
        RegexOptions.CultureInvariant)]
    private static partial Regex ThesisPart();

    [GeneratedRegex(
        @"(?<=[.,?!]\s)"
        + @"(?<server>(?:arXiv|bioRxiv|medRxiv|chemRxiv|PsyArXiv|SSRN|Research Square|OSF Preprints|Preprints(?:\.org)?))\b[^.]{0,60}\.?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Preprint();

    [GeneratedRegex(
        @"\b(?:dissertation|thesis|thèse|tesis|tese|Diss\.|habilitation|proefschrift)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Thesis();
}
