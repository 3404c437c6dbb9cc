using System.Collections.Frozen;

namespace ArticleApi.Documents.Model;

/// <summary>The types of CSL 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types).</summary>
public static class ReferenceTypes
{
    public const string JournalArticle = "article-journal";
    public const string Book = "book";
    public const string Chapter = "chapter";
    public const string WebPage = "webpage";

    /// <summary>The type of a work of which nothing better is known.</summary>
    public const string Default = "document";

    /// <summary>Every type that CSL knows.</summary>
    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
        "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event",
        "figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map",
        "motion_picture", "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical",
        "personal_communication", "post", "post-weblog", "regulation", "report", "review", "review-book", "software",
        "song", "speech", "standard", "thesis", "treaty", "webpage");
}
