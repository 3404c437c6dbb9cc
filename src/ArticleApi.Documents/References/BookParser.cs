using System.Text.RegularExpressions;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.References;

/// <summary>Reads the book that a chapter or a paper stands in: "In: Bower GH (Ed.), Book. New York: Press".</summary>
internal static partial class BookParser
{
    private const int MaxTried = 4;

    /// <summary>
    /// The "In" before a book within a text, "Chapter. In: Book", "Paper, in Proceedings of …"; null where there is none.
    /// </summary>
    public static Match? FindIn(string text, string tail, LineFields fields)
    {
        foreach (var match in BookIn().Matches(text).Take(MaxTried))
        {
            var isPlain = !match.Value.Contains(':', StringComparison.Ordinal);
            var book = text[(match.Index + match.Length)..];
            if (!isPlain || EditorsWithin().IsMatch(book) || LeadingEditors().IsMatch(book) || Proceedings().IsMatch(book)
                || EditorsWithin().IsMatch(tail)
                || (fields.Pages is not null && fields.Volume is null && text[match.Index] is not ','))
            {
                return match;
            }
        }

        return null;
    }

    /// <summary>Reads the text behind "In": "G. H. Bower (Ed.), Book. New York: Press"</summary>
    public static void Read(string text, string tail, LineFields fields)
    {
        var book = text.Trim();
        var hasEditors = EditorsWithin().IsMatch(tail);
        if (LeadingEditors().Match(book) is { Success: true } editors
            && NameParser.ParseForm(editors.Groups["editors"].Value).Names is [{ Given: not null }, ..])
        {
            hasEditors = true;
            book = book[editors.Length..];
        }
        else if (NameParser.Scan(book, 0, allowsGroups: false) is { Names.Count: > 0 } run
            && NameParser.TitleStart(book, run) is > 0 and var start && !Proceedings().IsMatch(book[..start]))
        {
            hasEditors = true;
            book = book[start..];
        }

        if (QuotationParser.Find(book) is { Start: 0 } quoted)
        {
            book = quoted.Text;
        }

        if (EditorsWithin().Match(book) is { Success: true } within)
        {
            hasEditors = true;
            book = book[..within.Index];
        }

        if (ImprintParser.Find(book, fields) is > 0 and var imprint)
        {
            book = book[..imprint];
        }

        if ((fields.Volume is null || hasEditors)
            && TitleBreak.Find(book).Find(sign => sign.Sign is '.' && !sign.IsAbbreviation(book)) is { At: > 0 } end)
        {
            book = book[..end.At];
        }

        if (VolumeAtEnd().Match(book) is { Success: true } volume)
        {
            fields.Volume ??= volume.Groups["volume"].Value;
            book = book[..volume.Index];
        }

        book = EditionAtEnd().Replace(book.TrimEnd('.', ',', ';', ' '), "");
        fields.Container = TitleParser.ContainerOf(book);
        fields.Type ??= Proceedings().IsMatch(fields.Container) ? "paper-conference" : hasEditors
            || fields.Volume is null ? ReferenceTypes.Chapter : null;
    }

    [GeneratedRegex(
        @"(?<=[.?!,”""’)\]])\s(?:[Ii]n|En|Dans|В кн\.)"
        + @"(?:\s?:\s?|\s(?!vitro|vivo|situ|silico|utero|Vitro|Vivo|Situ|Silico|Utero)(?=[\p{Lu}“""‘\d]))",
        RegexOptions.CultureInvariant)]
    private static partial Regex BookIn();

    [GeneratedRegex(@"^(?:[Ii]n|[Ee]n|[Dd]ans|[Ee]m|В кн\.)(?:\s?:\s?|\s(?=[\p{Lu}“""‘\d]))", RegexOptions.CultureInvariant)]
    internal static partial Regex InAtStart();

    private const string EditorWord = @"(?:[Ee]ds?|EDS?|[Ee]ditors?|[Hh]rsg|[Hh]g|dir|coords?|[Oo]rgs?|[Cc]omps?)(?:\.?\s?&\s?[Tt]rans)?";

    [GeneratedRegex(
        @"^(?<editors>[^()\[\]“""]{2,300}?),?\s?(?:[(\[]" + EditorWord + @"\.?[)\]]|(?<=[,\s])" + EditorWord
        + @"\b\.?(?!\s?by\b))[.,:;]?\s",
        RegexOptions.CultureInvariant)]
    private static partial Regex LeadingEditors();

    [GeneratedRegex(
        @"[.,;]?\s[(\[]?(?:[Ee]dited by|[Ee]d\. by|[Hh]rsg\. von|/\sпод ред\.)"
        + @"|(?:[,;]\s|\s[(\[])(?:[Ee]ds?\.(?=\s\p{Lu})|[Ee]ds?\s(?=\p{Lu}\p{L}+\s\p{Lu}{1,3}\b)|[Ee]ditors?:?(?=\s\p{Lu}))"
        + @"|[;,]\s(?:[^;,()]{2,40},\s){1,8}?Eds?\."
        + @"|[.,]\s(?:\p{Lu}\.\s?){1,3}[\p{L}\-]{2,30}(?:,?\s(?:and\s)?(?:\p{Lu}\.\s?){1,3}[\p{L}\-]{2,30}){0,6},?\s(?:\(?Eds?\.?\)?)",
        RegexOptions.CultureInvariant)]
    internal static partial Regex EditorsWithin();

    [GeneratedRegex(
        @"\b(?:Proceedings|Proc\.?|Conference|Conf\.|Symposium|Symp\.|Workshop|Congress|Meeting|Advances in Neural)\b?",
        RegexOptions.CultureInvariant)]
    internal static partial Regex Proceedings();

    [GeneratedRegex(@"[,.;]?\s\(?(?:[Vv]ol(?:ume)?s?|Bd|[Tt]ome?)\.?\s?(?<volume>\w{1,6})\)?[.,;\s]*$", RegexOptions.CultureInvariant)]
    private static partial Regex VolumeAtEnd();

    [GeneratedRegex(@"[.,;]?\s\(?\d{1,2}(?:st|nd|rd|th)?\s(?:ed|edn|edition|Aufl)\b\.?\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex EditionAtEnd();
}
