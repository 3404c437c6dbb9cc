using System.Text.RegularExpressions;

namespace ArticleApi.Documents.References;

/// <summary>Finds the imprint and the edition of a book behind its title: "2nd ed.", "New York: Press", "(Harbour Press".</summary>
internal static partial class ImprintParser
{
    /// <summary>Where the imprint of a book begins, "2nd ed.", "New York: Press", "(Harbour Press"; -1 where there is none.</summary>
    public static int Find(string text, LineFields fields, bool isBehindTitle = false)
    {
        if (isBehindTitle && (PlaceAndPublisher().IsMatch(text)
            || IsPublisher(text.AsSpan().IndexOfAny(".,;()") is >= 0 and var first ? text[..first] : text, fields)))
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
        return place.Length is > 1 and < 40 && place.Count(' ') < 4 && !place.ContainsAny('?', ':')
            && IsCapitals(place) ? before[start] is '(' ? start - 1 : start : publisher;
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
        part.Length is > 0 and < 80 && char.IsUpper(part[0])
            && (ContainerWords.HasPublisher(part) || (fields.Authors is [{ Literal: { } group }, ..] && group == part));

    [GeneratedRegex(
        @"[.,;]?\s\(?(?:\d{1,2}(?:st|nd|rd|th|\.ª|\.|ª)?\s(?:(?:rev\.|revised|international|global)\s)?"
        + @"(?:ed(?:ition|n|s)?|édition|éd|edición|Aufl(?:age)?|изд)\b\.?|ed\.?\s\d{1,2}(?=[.,])|[Ff]irst ed\w*|[Ss]econd ed\w*"
        + @"|[Tt]hird ed\w*|[Rr]ev\. ed\.|[Rr]evised ed\w*|Edition \d{1,2}|\d{1,3}\. Aufl)(?:,[^()]{1,30})?\)?(?=[.\s,;]|$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Edition();

    [GeneratedRegex(@"(?:[.,;?!])\s(?=\p{Lu})|\s\((?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex ImprintBreak();

    // "New York, NY: Harbour Press", "Washington, D.C.: ASM"
    [GeneratedRegex(
        @"^\p{Lu}[\p{L}.'\-]{1,20}(?:\s[\p{L}.'\-]{1,20}){0,3}"
        + @"(?:,\s(?:[A-Z]{2}|\p{Lu}[\p{L}.'\-]{1,20}(?:\s\p{Lu}\p{L}{1,20})?))?\s?:\s\p{Lu}(?:[^.:]|(?<=\b\p{Lu})\.){1,100}[.,;)]?\s*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex PlaceAndPublisher();
}
