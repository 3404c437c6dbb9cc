using System.Text.RegularExpressions;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims;

/// <summary>
/// The words of English that make a claim hedged: the epistemic ones of K. Hyland's list (Metadiscourse, 2005, appendix) and of the
/// speculation cues of the BioScope corpus (Vincze et al., BMC Bioinformatics 9, S11, 2008). Of the former those of degree, number and
/// frequency are left out ("about", "rather", "often", "mainly"): they make a claim smaller, not less sure; "should" gives advice,
/// "would" tells what follows from a condition, "can" tells an ability. Of the latter negation, "or", "if" and "whether" are left out.
/// </summary>
public static partial class Hedging
{
    /// <summary>The hedging words of a sentence, lower case, each once, in text order.</summary>
    public static IReadOnlyList<string> Cues(string sentence) =>
        [.. Pattern().Matches(sentence).Select(match => match.Value.ToLowerInvariant()).Distinct(StringComparer.Ordinal)];

    /// <summary>Hedged where there is a cue, else asserted.</summary>
    public static Certainty CertaintyOf(IReadOnlyList<string> cues) => cues.Count > 0 ? Certainty.Hedged : Certainty.Asserted;

    /// <summary>The hedging words of a sentence, and what follows; none and null in a language whose hedges are not known.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="language">The BCP 47 tag of its language.</param>
    public static (IReadOnlyList<string> Cues, Certainty? Certainty) Of(string sentence, string language) =>
        Of(sentence, Languages.Of(language));

    internal static (IReadOnlyList<string> Cues, Certainty? Certainty) Of(string sentence, Language language)
    {
        if (!language.HasHedges)
        {
            return ([], null);
        }

        var cues = Cues(sentence);
        return (cues, CertaintyOf(cues));
    }

    // Alternatives of the pattern.
    private const string NervePotentials = "action|membrane|resting|evoked|field|receptor";

    private const string PotentialWords = "difference|energy|well|barrier|gradient";

    private const string Supposedly = "supposedly | purported | purportedly | theoretically";

    private const string Hypothetically = @"hypothesi[sz](?:e|es|ed|ing)\b | hypothetical | hypothetically";

    private const string Thinkers = "we|i|researchers|scientists|experts|authors|investigators|clinicians|doctors|many|some";

    private const string NotKnown = @"not\s(?:yet\s|entirely\s|fully\s|quite\s)?(?:clear|certain|known)";

    // "May" with a capital is the month; "could not" tells an inability; "as possible", "not possible" an idiom and a fact; an "action
    // potential" is a thing; "three times more likely" is a frequency; "appeared in print" a place; a drug is "indicated for", but
    // results "indicate that".
    [GeneratedRegex(
        $$"""
        \b(?:
            (?-i:may|MAY)(?!-) | (?<!\b(?:the|full|all|with)\s)might | could(?!\s?n[o’']t\b)
          | (?<!\b(?:as|if|where|wherever|when|whenever|not)\s)possible | possibly | possibilit(?:y|ies)
          | perhaps | maybe | probable | probably | improbable | (?<!\b(?:times\s(?:more|less)|as|equally)\s)likely | unlikely
          | appear(?:s|ed|ing)?(?!\s(?:in|on|at|after|before|during|around|under|between|within|from)\b)(?!\w) | apparently
          | seem(?:s|ed|ing|ingly)? | suggest(?:s|ed|ing|ive)?
          | (?:indicat(?:es?|ed|ing)|impl(?:y|ies|ied|ying))(?=\sthat\b)
          | (?<!\b(?:{{NervePotentials}}|electric|electrical|redox|synaptic|postsynaptic|related|reversal|water|zeta|osmotic|chemical
              |electrochemical|oxidation|reduction|full|electrode|threshold)\s)potential(?:ly)?(?!\s(?:{{PotentialWords}})s?\b)
          | plausible | plausibly | conceivable | conceivably | arguably | putative | putatively | presumabl[ey] | {{Supposedly}}
          | {{Hypothetically}} | speculat(?:e|es|ed|ing|ive|ion) | postulat(?:e|es|ed|ing) | conjectur(?:e|es|ed)
          | (?:suspect|presum|assum|suppos)(?:e|es|ed|s|ing)?(?=\s(?:that|to|of)\b)
          | (?:is|are|was|were|been|being)\s(?:\w{4,10}ly\s)?(?:thought|believed|considered\spossible)
          | (?:{{Thinkers}})\s(?:now\s|still\s|also\s)?(?:believe|think|suspect|assume)\b
          | tend(?:s|ed|ing)?(?=\sto\b) | tendency(?=\sto\b)
          | it\sis\sunclear | unclear | uncertain | uncertainty | doubtful | {{NotKnown}}
          | to\s(?:our|my|the\sbest\sof\sour)\sknowledge | in\s(?:our|my)\s(?:opinion|view) | as\sfar\sas\swe\sknow
        )\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
