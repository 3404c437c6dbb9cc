using System.Collections.Frozen;

namespace ArticleApi.Documents.Text;

/// <summary>What tells the sentences of a language. All words are in lower case.</summary>
/// <param name="Tag">The primary subtag of its BCP 47 tag, "es".</param>
internal sealed record Language(string Tag)
{
    /// <summary>Words that a text of this language has often and texts of the others have not.</summary>
    public FrozenSet<string> StopWords { get; init; } = [];

    /// <summary>Words that lead into a sentence and may stand right before a name: "Según Roe (2020)".</summary>
    public FrozenSet<string> IntroductoryWords { get; init; } = [];

    /// <summary>Words that begin a sentence where a capital alone leaves it open.</summary>
    public FrozenSet<string> SentenceOpeners { get; init; } = [];

    /// <summary>Short forms that something always follows: "Dr. Roe", "p. ej. zinc". Their period ends no sentence.</summary>
    public FrozenSet<string> LeadingAbbreviations { get; init; } = [];

    /// <summary>Short forms that are ordinary words as well: short for something only with a capital or before a number.</summary>
    public FrozenSet<string> AmbiguousAbbreviations { get; init; } = [];

    /// <summary>Short forms within a sentence, unless the next word plainly opens one: "u. a. Kinder", "u. a. Die".</summary>
    public FrozenSet<string> OpenAbbreviations { get; init; } = [];

    /// <summary>Short forms that may stand within a sentence or close it: "et al.", "etc."</summary>
    public FrozenSet<string> ClosingAbbreviations { get; init; } = [];

    /// <summary>Short forms in capitals, which are not names of things as "MS" is: "EE. UU."</summary>
    public FrozenSet<string> CapitalAbbreviations { get; init; } = [];

    /// <summary>The months in short.</summary>
    public FrozenSet<string> ShortMonths { get; init; } = [];

    /// <summary>Whether a number with a period is an ordinal, "am 3. Mai".</summary>
    public bool HasOrdinalPeriods { get; init; }

    /// <summary>
    /// Whether the words are known that hedge a claim and those that give an instruction. Where they are not, the certainty of a claim
    /// is not known.
    /// </summary>
    public bool HasHedges { get; init; }
}
