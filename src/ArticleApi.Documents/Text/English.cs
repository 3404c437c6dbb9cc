using System.Collections.Frozen;

namespace ArticleApi.Documents.Text;

/// <summary>What is English only: lists of words that several readers need. All are in lower case.</summary>
internal static class English
{
    /// <summary>The months in short. "May" is no short form.</summary>
    public const string MonthAbbreviations = "jan feb mar apr jun jul aug sep sept oct nov dec";

    /// <summary>The months in full, January first.</summary>
    public const string MonthNames = "january february march april may june july august september october november december";

    private static readonly string[] Months = MonthNames.Split(' ');

    /// <summary>The months in short.</summary>
    public static FrozenSet<string> ShortMonths { get; } = WordSet.Of(MonthAbbreviations);

    /// <summary>
    /// Words that lead into a sentence and may stand right before a name: "However, Roe (2020)", "Following Roe (2020)". Articles are not
    /// among them, since they belong to names: "The Sleep Trust (2020)".
    /// </summary>
    public static FrozenSet<string> IntroductoryWords { get; } = WordSet.Of(Introductory);

    /// <summary>Words that begin a sentence where a capital alone leaves it open: "drebrin A. This", but "J. Smith".</summary>
    public static FrozenSet<string> SentenceOpeners { get; } = WordSet.Of(
        Introductory
        + " the a an this that these those it its he she we they i you our their his her and or not nor no both all some many most "
        + "several each every one two three such other others another between despite until given using without more less what why "
        + "how who which where is are do does can may currently results patients participants studies researchers");

    /// <summary>Short forms that something always follows: "Dr. Roe", "cf. table 2". Their period ends no sentence.</summary>
    public static FrozenSet<string> LeadingAbbreviations { get; } = WordSet.Of(
        "dr drs mr mrs messrs prof no nos vol vols vs cf e.g eg i.e ie viz approx ca eq eqs refs p pp sect ch chap wt suppl resp sp "
        + "spp subsp op cit");

    /// <summary>
    /// Short forms that are ordinary words or units as well: they are short for something only with a capital or before a number.
    /// </summary>
    public static FrozenSet<string> AmbiguousAbbreviations { get; } = WordSet.Of(
        "ms st hon rev gen sen rep gov pres capt col lt sgt mt ft univ fig figs sec art cap ref tab mol ed eds ser var incl");

    /// <summary>Short forms that may stand within a sentence or close it: "et al.", "Inc.", "p.m.".</summary>
    public static FrozenSet<string> ClosingAbbreviations { get; } = WordSet.Of(
        "al etc inc ltd co corp jr sr a.m p.m u.s u.k e.u u.n ph.d m.d b.sc m.sc d.c dept est");

    /// <summary>What tells the sentences of English.</summary>
    public static Language Language { get; } = new("en")
    {
        StopWords = WordSet.Of(
            "the of and to is are was were that with for by from this these which has have had been be not at or as it an than but "
            + "their its on who we they between after"),
        IntroductoryWords = IntroductoryWords,
        SentenceOpeners = SentenceOpeners,
        LeadingAbbreviations = LeadingAbbreviations,
        AmbiguousAbbreviations = AmbiguousAbbreviations,
        ClosingAbbreviations = ClosingAbbreviations,
        ShortMonths = ShortMonths,
        HasHedges = true,
    };

    private const string Introductory =
        "however moreover furthermore therefore thus hence accordingly similarly likewise conversely nonetheless nevertheless "
        + "consequently additionally also indeed recently later earlier previously subsequently finally lastly first second third "
        + "specifically notably importantly interestingly surprisingly remarkably meanwhile instead overall here there today now "
        + "still yet then again elsewhere in on at by for from with as since after before during when while although though whereas "
        + "because if per see unlike like following according to but so among within";

    /// <summary>Whether a word in lower case is a short form that its period belongs to.</summary>
    public static bool IsAbbreviation(string word) =>
        LeadingAbbreviations.Contains(word) || AmbiguousAbbreviations.Contains(word) || ClosingAbbreviations.Contains(word)
            || ShortMonths.Contains(word);

    /// <summary>The number of a month by its name in full or in short, in any case: 9 for "Sept"; 0 where the word is no month.</summary>
    public static int MonthNumber(string name) =>
        name.Length < 3 ? 0 : 1 + Array.FindIndex(Months, month => month.StartsWith(name, StringComparison.OrdinalIgnoreCase));
}
