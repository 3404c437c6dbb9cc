using System.Text.RegularExpressions;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Claims;

/// <summary>The words that make a claim hedged (K. Hyland, Metadiscourse, 2005: epistemic modals, verbs, adverbs, adjectives and nouns).</summary>
public static partial class Hedging
{
    /// <summary>The hedging words of a sentence, lower case, each once, in order of place.</summary>
    public static IReadOnlyList<string> Cues(string sentence) =>
        [.. Pattern().Matches(sentence).Select(match => match.Value.ToLowerInvariant()).Distinct(StringComparer.Ordinal)];

    /// <summary>Hedged where there is a cue, else asserted.</summary>
    public static Certainty CertaintyOf(IReadOnlyList<string> cues) => cues.Count > 0 ? Certainty.Hedged : Certainty.Asserted;

    // Ability (can), advice (should), degree (partially), negation and conditions (if) are no hedges. "May" with a capital is the month,
    // "as possible" an idiom of degree, an "action potential" a thing.
    [GeneratedRegex(
        """
        \b(?:
            (?-i:may|MAY) | might | could
          | (?<!\bas\s)possible | possibly | possibilit(?:y|ies)
          | perhaps | probable | probably | likely
          | appear(?:s|ed|ing)? | seem(?:s|ed|ing|ingly)? | suggest(?:s|ed|ing|ive)?
          | (?<!\b(?:action|membrane|resting|evoked|field|receptor|electric|redox|synaptic|postsynaptic|related|reversal)\s)potential(?:ly)?
          | it\sis\sunclear
        )\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
