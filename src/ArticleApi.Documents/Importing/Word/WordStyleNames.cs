using System.Text.RegularExpressions;

namespace ArticleApi.Documents.Importing.Word;

/// <summary>What the name or the id of a style says of its paragraphs, in the languages of Word and in publishers' templates.</summary>
internal static partial class WordStyleNames
{
    public static bool IsTitle(WordStyle? style) => Is(style, Title());

    public static bool IsSubtitle(WordStyle? style) => Is(style, Subtitle());

    public static bool IsAuthor(WordStyle? style) => Is(style, Author());

    public static bool IsAffiliation(WordStyle? style) => Is(style, Affiliation());

    public static bool IsDate(WordStyle? style) => Is(style, Date());

    public static bool IsAbstract(WordStyle? style) => Is(style, Abstract());

    public static bool IsCaption(WordStyle? style) => Is(style, Caption());

    public static bool IsBibliography(WordStyle? style) => Is(style, Bibliography());

    public static bool IsContents(WordStyle? style) => Is(style, Contents());

    private static bool Is(WordStyle? style, Regex name) => style is not null && (name.IsMatch(style.Name) || name.IsMatch(style.Id));

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"^(?:(?:.{1,30}[_ ])?(?:paper|article|main|document)?[_ ]?title|titel|titre|t[ií]tulo|titolo|otsikko|tytu[łl])$", Options)]
    private static partial Regex Title();

    [GeneratedRegex(@"^(?:(?:.{1,30}[_ ])?sub-?title|untertitel|sous-titre|subt[ií]tulo|sottotitolo)$", Options)]
    private static partial Regex Subtitle();

    [GeneratedRegex(@"^(?:.{1,30}[_ ])?(?:authors?(?:[_ ]?names?)?|byline|autor(?:es|en)?|auteurs?|verfasser)$", Options)]
    private static partial Regex Author();

    [GeneratedRegex(@"affiliation|institution|^address$|correspond|zugeh[öo]rigkeit", Options)]
    private static partial Regex Affiliation();

    [GeneratedRegex(@"^(?:date|datum|fecha|data)$", Options)]
    private static partial Regex Date();

    [GeneratedRegex(@"^(?:.{1,30}[_ ])?(?:abstract|summary|zusammenfassung|resumen|r[ée]sum[ée]|resumo)$", Options)]
    private static partial Regex Abstract();

    [GeneratedRegex(@"caption|beschriftung|l[ée]gende|leyenda|legenda|epígrafe|epigrafe", Options)]
    private static partial Regex Caption();

    [GeneratedRegex(
        @"^(?:endnote |.{1,30}[_ ])?(?:bibliograph(?:y|ie)(?: \d)?|references?|reference (?:list|text|item)|literaturverzeichnis"
        + @"|bibliograf[ií]a|referencias)$",
        Options)]
    private static partial Regex Bibliography();

    [GeneratedRegex(@"^(?:toc|contents|verzeichnis|tdm|tdc|table of (?:contents|figures|authorities)|index) ?[0-9]?$", Options)]
    private static partial Regex Contents();
}
