using System.Collections.Frozen;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Importing.Bibliographies;

/// <summary>The types of CSL for the entry types of BibTeX and BibLaTeX.</summary>
internal static class BibTeXTypes
{
    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        ["article"] = ReferenceTypes.JournalArticle,
        ["suppperiodical"] = ReferenceTypes.JournalArticle,
        ["periodical"] = "periodical",
        ["review"] = "review",
        ["book"] = ReferenceTypes.Book,
        ["mvbook"] = ReferenceTypes.Book,
        ["collection"] = ReferenceTypes.Book,
        ["mvcollection"] = ReferenceTypes.Book,
        ["proceedings"] = ReferenceTypes.Book,
        ["mvproceedings"] = ReferenceTypes.Book,
        ["reference"] = ReferenceTypes.Book,
        ["mvreference"] = ReferenceTypes.Book,
        ["manual"] = ReferenceTypes.Book,
        ["booklet"] = "pamphlet",
        ["inbook"] = ReferenceTypes.Chapter,
        ["bookinbook"] = ReferenceTypes.Chapter,
        ["suppbook"] = ReferenceTypes.Chapter,
        ["incollection"] = ReferenceTypes.Chapter,
        ["suppcollection"] = ReferenceTypes.Chapter,
        ["inreference"] = "entry-encyclopedia",
        ["inproceedings"] = "paper-conference",
        ["conference"] = "paper-conference",
        ["phdthesis"] = "thesis",
        ["mastersthesis"] = "thesis",
        ["thesis"] = "thesis",
        ["techreport"] = "report",
        ["report"] = "report",
        ["unpublished"] = "manuscript",
        ["patent"] = "patent",
        ["standard"] = "standard",
        ["dataset"] = "dataset",
        ["software"] = "software",
        ["online"] = ReferenceTypes.WebPage,
        ["electronic"] = ReferenceTypes.WebPage,
        ["www"] = ReferenceTypes.WebPage,
        ["webpage"] = ReferenceTypes.WebPage,
        ["letter"] = "personal_communication",
        ["legislation"] = "legislation",
        ["legal"] = "legislation",
        ["jurisdiction"] = "legal_case",
        ["movie"] = "motion_picture",
        ["video"] = "motion_picture",
        ["audio"] = "song",
        ["music"] = "song",
        ["artwork"] = "graphic",
        ["image"] = "graphic",
        ["performance"] = "performance",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The CSL type of an entry.</summary>
    /// <param name="type">Its type in lower case.</param>
    /// <param name="subtype">Its <c>entrysubtype</c>, or null.</param>
    /// <param name="hasUrl">Whether it has an address: then what is of no type is a page.</param>
    public static string Of(string type, string? subtype, bool hasUrl) => (type, subtype?.ToLowerInvariant()) switch
    {
        ("article", "magazine") => "article-magazine",
        ("article", "newspaper") => "article-newspaper",
        ("misc", _) when hasUrl => ReferenceTypes.WebPage,
        _ => Types.GetValueOrDefault(type, ReferenceTypes.Default),
    };
}
