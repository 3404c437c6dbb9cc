using System.Collections.Frozen;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims;

/// <summary>
/// Tells statements from questions, instructions and fragments. "Figure 2 shows that zinc heals" and "Note that zinc heals" are
/// statements, "See Figure 2" is an instruction.
/// </summary>
internal static class SentenceMood
{
    private const int MaxWord = 24;

    // At the start of a sentence these are imperatives, whatever follows.
    private static readonly FrozenSet<string> Imperatives = WordSet.Of(
        "take see try ask avoid eat choose consult speak learn get go subscribe download seek tell let imagine ensure make keep "
        + "follow tap browse scroll join remember consider discuss add opt bring buy create give include prepare put remove select "
        + "send think become begin enjoy explore");

    // These are nouns as well: an imperative has its object behind it.
    private static readonly FrozenSet<string> NounLike = WordSet.Of(
        "use contact limit share check call place start stop drink sign watch mix store set note practice practise plan exercise "
        + "schedule cook boil heat serve focus monitor track record report test exchange return help work stay sleep rest swap "
        + "increase reduce decrease refer find read cut aim visit leave pay pick save skip switch wear write talk look click wait "
        + "turn reach listen");

    // Of those, the ones that a preposition makes imperatives, "Talk to your doctor".
    private static readonly FrozenSet<string> Directed = WordSet.Of("talk look click wait turn reach listen refer focus sign");

    private static readonly FrozenSet<string> Objects = WordSet.Of(
        "the a an your this that these those it them him her us our me my any one all some out up plenty more less sure not if yourself");

    private static readonly FrozenSet<string> Prepositions = WordSet.Of("with for about on at to in here");

    private static readonly FrozenSet<string> NoObjects = WordSet.Of("of is was were are has had may can could will would by and or et");

    // "First, take the pill", "Instead, try zinc".
    private static readonly FrozenSet<string> LeadIns = WordSet.Of(
        "first second third then next finally instead also please so now always never just simply lastly meanwhile afterwards "
        + "rather or and but otherwise therefore however ideally alternatively");

    /// <summary>Whether a sentence is a statement, which may be a claim.</summary>
    /// <param name="sentence">The sentence, as it stands in the text.</param>
    /// <param name="isCited">Whether it has a citation of its own: then it need not end as a sentence does.</param>
    /// <param name="language">Its language: instructions are told in English only, elsewhere a statement is told by its form.</param>
    public static bool IsDeclarative(string sentence, bool isCited, Language language)
    {
        // A citation behind the full stop is no end of its own.
        sentence = sentence[..CitationBrackets.StartBehindSentence(sentence)];

        // What does not end as a sentence is a fragment, "Ten foods for zinc", unless it is cited.
        var end = sentence.AsSpan().TrimEnd(Characters.SentenceClosers + "“‘« ");
        return sentence.Contains(' ', StringComparison.Ordinal)
            && (isCited || end is [.., '.' or '!' or '…' or '。' or '！'])
            && !IsQuestion(end)
            && HasWords(sentence)
            && !(language.HasHedges && IsInstruction(sentence));
    }

    // "Fig. 1." and "(Roe, 2017)." state nothing.
    private static bool HasWords(string sentence)
    {
        if (CitationBrackets.EndAt(sentence, 0) is > 0 and var close && sentence.AsSpan(close).Trim(" .").IsEmpty)
        {
            return false;
        }

        var words = 0;
        for (var i = 1; i < sentence.Length && words < 2; i++)
        {
            words += char.IsLetter(sentence[i]) && char.IsLetter(sentence[i - 1]) && (i < 2 || !char.IsLetter(sentence[i - 2])) ? 1 : 0;
        }

        return words == 2;
    }

    // "Is it?", "Is it?!", "Is it?..."
    private static bool IsQuestion(ReadOnlySpan<char> end) => end.TrimEnd("!.…！。") is [.., '?' or '？'];

    private static bool IsInstruction(string sentence)
    {
        var at = 0;
        var word = WordAt(sentence, ref at);
        for (var n = 0; n < 2 && LeadIns.Contains(word); n++)
        {
            if (word == "please")
            {
                return true;
            }

            word = WordAt(sentence, ref at);
        }

        if (word is "if" or "when" or "for" or "to" or "before" or "after")
        {
            return IsConditional(sentence);
        }

        return IsImperative(sentence, at, word);
    }

    // "If you feel ill, call your doctor."
    private static bool IsConditional(string sentence)
    {
        var comma = sentence.LastIndexOf(", ", StringComparison.Ordinal);
        if (comma < 0)
        {
            return false;
        }

        var at = comma + 1;
        var word = WordAt(sentence, ref at);
        var next = at;
        var follows = WordAt(sentence, ref next);
        return word == "please"
            || ((Imperatives.Contains(word) || NounLike.Contains(word)) && (Objects.Contains(follows) || Prepositions.Contains(follows)));
    }

    private static bool IsImperative(string sentence, int at, string word)
    {
        var next = at;
        var follows = WordAt(sentence, ref next);
        if (follows == "that" && word is "remember" or "consider" or "note" or "see" or "think" or "imagine")
        {
            return false;
        }

        if (word is "do" or "don't" or "never" or "always")
        {
            return word == "don't" || follows == "not" || Imperatives.Contains(follows);
        }

        return Imperatives.Contains(word) ? !NoObjects.Contains(follows) && (follows.Length > 0 || at < sentence.Length)
            : NounLike.Contains(word) && (Objects.Contains(follows) || (Directed.Contains(word) && Prepositions.Contains(follows)));
    }

    // Lower case; a word that is joined to another by a hyphen is not the word.
    private static string WordAt(string text, ref int at)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        var start = at;
        while (at < text.Length && at - start < MaxWord
            && (char.IsLetterOrDigit(text[at]) || text[at] == '-' || Characters.IsApostrophe(text[at])))
        {
            at++;
        }

        return text[start..at].ToLowerInvariant().Replace('’', '\'');
    }
}
