using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims.Markers;

/// <summary>
/// Finds numbers glued to a word, "cells4": markers where the article writes them so, else parts of names such as "Notch1".
/// </summary>
internal sealed class NumberAfterWord(ScannedText scanned)
{
    private const int MinWord = 4;

    private readonly string text = scanned.Text;

    public void Read(int start, int end, List<NumberSpan> numbers)
    {
        if (scanned.LabelsOf(numbers) is not { } named)
        {
            return;
        }

        var word = scanned.LettersBefore(start);
        var from = start - word.Length;
        var before = from > 0 ? text[from - 1] : ' ';
        if (IsPartOfName(before, from, word, numbers.Count))
        {
            return;
        }

        // "the 1960s3"
        if (char.IsDigit(before))
        {
            scanned.Add(start, end, MarkerContext.AfterSmallWord, named, word: word);
            return;
        }

        var context = ContextOf(word);
        var lower = word.ToLowerInvariant();
        if (context == MarkerContext.AfterCapitalisedWord && MarkerLexicon.Numbered.Contains(lower))
        {
            return;
        }

        var isSymbol = MarkerLexicon.Units.Contains(lower) || (word.Length < MinWord && !MarkerLexicon.ShortWords.Contains(lower));
        if (context == MarkerContext.AfterSmallWord && isSymbol)
        {
            return;
        }

        scanned.Add(start, end, context, named, word: word);
    }

    // "IL-a1", "5HT1", "mg/kg3", "user_a1"
    private bool IsPartOfName(char before, int from, string word, int numbers) => before switch
    {
        _ when Characters.IsHyphen(before) => word.Length < MinWord,
        _ when char.IsDigit(before) => !scanned.IsDecade(from, word),
        '/' => numbers == 1 || word.Length < 3 || !word.All(char.IsUpper),
        _ => before is '_' or '@' or '\\' or '+' or '#' or '.' or '&',
    };

    private static MarkerContext ContextOf(string word)
    {
        var capitals = word.Count(char.IsUpper);
        var isGreek = word.Any(c => c is >= 'Ͱ' and <= 'Ͽ');
        return capitals == 0 && !isGreek ? MarkerContext.AfterSmallWord
            : capitals == 1 && char.IsUpper(word[0]) && word.Length > 2 ? MarkerContext.AfterCapitalisedWord
            : MarkerContext.AfterAcronym;
    }
}
