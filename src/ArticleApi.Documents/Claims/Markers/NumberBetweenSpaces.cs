using System.Buffers;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims.Markers;

/// <summary>
/// Finds numbers that stand apart: in round brackets, "(3)", or between spaces where a superscript lost its form, "forestry 3 .",
/// "It helps. 1 And".
/// </summary>
internal sealed class NumberBetweenSpaces(ScannedText scanned, LabelGroupReader groups)
{
    private const int MaxGroup = 30;
    private const int MinWord = 4;
    private const int OperatorReach = 12;

    private static readonly SearchValues<char> Operators = SearchValues.Create("*=+×·<>≤≥±/");

    private readonly string text = scanned.Text;

    /// <summary>Reads a number behind a space or an opening bracket and gives the index after what was read.</summary>
    public int Read(int start, int runEnd, List<NamedLabel> named)
    {
        var end = runEnd;
        while (named.Count < MaxGroup && scanned.NumberBehindComma(end) is { } more && scanned.LabelsOf([more]) is [var label])
        {
            named.Add(label);
            end = more.End;
        }

        if (text[start - 1] == '(')
        {
            return ReadInRoundBrackets(start, runEnd);
        }

        if (ContextOf(start, end) is not { } context)
        {
            return runEnd;
        }

        scanned.Add(start, end, context, named);
        return end;
    }

    /// <summary>Reads numbers that fill round brackets; gives the index after them, or after the first run of digits.</summary>
    private int ReadInRoundBrackets(int start, int runEnd)
    {
        var named = new List<NamedLabel>();
        var end = groups.ReadNumbers(start, named);
        if (end < 0 || end == text.Length || text[end] != ')' || !scanned.HasAll(named)
            || start < 3 || text[start - 2] is not (' ' or '(' or '['))
        {
            return runEnd;
        }

        // Not the numbers of a list, "(1) farming, (2) fishing"; but "Amir et al. (3)", "e.g. (3)".
        var closes = end + 1 == text.Length || text[end + 1] is '.' or ',' or ';' or ':' or '?' or '!' or ')' or ']';
        var before = text.AsSpan(0, start - 2);
        if (text[start - 2] == ' ' && text[start - 3] is ',' or ';' or ':' or '.' && !closes
            && !before.EndsWith("al.") && !before.EndsWith("e.g."))
        {
            return runEnd;
        }

        scanned.Found.Add(new MarkerCandidate(start - 1, end + 1, MarkerContext.RoundBrackets, named) { Closes = closes });
        return end;
    }

    /// <summary>
    /// How surely a number between spaces is a marker by what stands around it; null where it may well be a number of the text.
    /// </summary>
    private MarkerContext? ContextOf(int start, int end)
    {
        var reach = Math.Min(start, OperatorReach);
        if (text.AsSpan(start - reach, reach).ContainsAny(Operators))
        {
            return null;
        }

        var word = scanned.LettersBefore(start - 1);
        var before = start > 1 ? text[start - 2] : ' ';
        if (StandsBeforePunctuation(end, word, before) || (FollowsMention(start, before) && (end == text.Length || text[end] == ' ')))
        {
            return MarkerContext.BetweenSpaces;
        }

        if (before is '.' or '?' or '!' or '”' or ')')
        {
            return ContextBehindSentence(start, end, word, before);
        }

        return CountsNothing(start, word, before) && GoesOn(start, end, word, before) ? MarkerContext.LooselyBetweenSpaces : null;
    }

    // "in forestry 3 ."
    private bool StandsBeforePunctuation(int end, string word, char before)
    {
        var after = Characters.SkipSpace(text, end);
        if (after == end || after == text.Length || text[after] is not ('.' or ',' or ';' or ':' or ')') || !scanned.MayEndMarker(after))
        {
            return false;
        }

        var isWord = word.Length >= MinWord && !MarkerLexicon.Numbered.Contains(word.ToLowerInvariant());
        return isWord || before is ')' or '%' or ']' or '”';
    }

    // "Roe (2020) 3", "Roe (2020a) 3", "Roe et al. 3"
    private bool FollowsMention(int start, char before)
    {
        var isYear = before == ')' && start > 6 && (Years.IsYear(text.AsSpan(start - 6, 4)) || Years.IsYear(text.AsSpan(start - 7, 4)));
        return isYear || text.AsSpan(0, start - 1).EndsWith("et al.");
    }

    // "It helps. 1 And"; not the number of a list, "1. First", or of a figure, "Fig. 2".
    private MarkerContext? ContextBehindSentence(int start, int end, string word, char before)
    {
        var after = Characters.SkipSpace(text, end);
        if (before == '.' && IsAbbreviation(start > 2 ? scanned.LettersBefore(start - 2) : word))
        {
            return null;
        }

        if (before == ')')
        {
            return end == text.Length || scanned.LettersFrom(after).Length > 0 ? MarkerContext.LooselyBetweenSpaces : null;
        }

        return end == text.Length || BeginsSentence(end, after) ? MarkerContext.BetweenSpaces : null;
    }

    private static bool IsAbbreviation(string word) => word.Length < 2
        || MarkerLexicon.Numbered.Contains(word.ToLowerInvariant()) || English.IsAbbreviation(word.ToLowerInvariant());

    // "given by BioGrace 8 and", not "in 8 cells".
    private bool CountsNothing(int start, string word, char before)
    {
        if (word.Length > 1)
        {
            var lower = word.ToLowerInvariant();
            return !MarkerLexicon.Numbered.Contains(lower) && !MarkerLexicon.Counting.Contains(lower)
                && !MarkerLexicon.Units.Contains(lower)
                && !lower.EndsWith("ly", StringComparison.Ordinal);
        }

        return before is '%' or ']' || (char.IsAsciiDigit(before) && start > 7 && text.AsSpan(start - 8, 7).IndexOfAny(' ', '.', ',') < 0);
    }

    /// <summary>Whether the sentence goes on, or ends, as it does behind a marker and not behind what is counted.</summary>
    private bool GoesOn(int start, int end, string word, char before)
    {
        if (end == text.Length || text[end] is '.' or ',' or ';' or ':' or '?' or '!')
        {
            return true;
        }

        var after = Characters.SkipSpace(text, end);
        var follows = scanned.LettersFrom(after);
        return MarkerLexicon.GoingOn.Contains(follows) || (before == '%' && BeginsSentence(end, after))
            || (IsNameWithinSentence(start, word) && follows.EndsWith("ing", StringComparison.Ordinal));
    }

    private bool IsNameWithinSentence(int start, string word)
    {
        var space = start - 2 - word.Length;
        return word.Length > 1 && char.IsUpper(word[0]) && space > 0 && text[space] == ' ' && text[space - 1] != '.';
    }

    private bool BeginsSentence(int end, int after) => after > end && after < text.Length && char.IsUpper(text[after]);
}
