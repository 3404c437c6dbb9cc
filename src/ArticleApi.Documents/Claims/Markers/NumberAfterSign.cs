using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims.Markers;

/// <summary>Finds markers glued to punctuation: "It helps.3", "mood,4 and", "(AN)5", "in 2016.6 While".</summary>
internal sealed class NumberAfterSign(ScannedText scanned)
{
    private const int MaxDigits = 8;
    private const int MaxName = 40;

    private readonly string text = scanned.Text;

    public void Read(int start, int end, List<NamedLabel> named)
    {
        var sign = text[start - 1];
        var before = start > 1 ? text[start - 2] : ' ';
        switch (sign)
        {
            case '.' when char.IsAsciiDigit(before):
                ReadAfterPoint(start, end, named);
                break;
            case '.' when char.IsLetter(before):
                ReadAfterPeriod(start, end, named);
                break;
            case ',' or ':' or ';' or '"' or '\'' or '’' when char.IsAsciiDigit(before):
                break;
            case ')':
                if (!IsFormula(start))
                {
                    scanned.Add(start, end, MarkerContext.AfterPunctuation, named, Verdict.Marker);
                }

                break;
            case '.' or ',' or ':' or ';' or '!' or '?' or ']' or '}' or '"' or '”' or '\'' or '’' or '»' or '…':
                if (before != ' ' || sign is ',' or '”' or '"')
                {
                    scanned.Add(start, end, MarkerContext.AfterPunctuation, named, Verdict.Marker);
                }

                break;
            case '%' when char.IsAsciiDigit(before):
                scanned.Add(start, end, MarkerContext.AfterPercent, named);
                break;
        }
    }

    // "f(x)3" and "Fe(OH)3" are formulas, "(s)3" is a plural.
    private bool IsFormula(int start) => scanned.LastOpened > 0 && char.IsLetterOrDigit(text[scanned.LastOpened - 1])
        && text.AsSpan(scanned.LastOpened, start - scanned.LastOpened) is not ("(s)" or "(es)");

    // "in 2016.3 While" has a marker, "rose to 25.3 The" may have one, "25.3 mg" has none.
    private void ReadAfterPoint(int start, int end, List<NamedLabel> named)
    {
        var from = scanned.StartOfDigits(start - 1, MaxDigits);
        var before = from > 0 ? text[from - 1] : ' ';
        if (!BeginsSentence(end) || before is ',' or '/')
        {
            return;
        }

        if (before == '.')
        {
            ReadAfterDecimal(start, end, from - 1, named);
        }
        else if (char.IsLetter(before) || (Characters.IsHyphen(before) && from > 1 && char.IsLetter(text[from - 2])))
        {
            ReadAfterName(start, end, from, named);
        }
        else
        {
            var isMarker = Years.IsYear(text.AsSpan(from, start - 1 - from));
            AddDecided(start, end, named, isMarker, "it may as well be a decimal");
        }
    }

    private bool BeginsSentence(int end) => end == text.Length
        || (text[end] == ' ' && end + 2 < text.Length && char.IsUpper(text[end + 1])
        && (char.IsLower(text[end + 2]) || text[end + 2] == ' '));

    // "CGI-58.4 We"
    private void ReadAfterName(int start, int end, int from, List<NamedLabel> named)
    {
        while (from > 0 && start - from < MaxName && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] == '-'))
        {
            from--;
        }

        scanned.Found.Add(new MarkerCandidate(start, end, MarkerContext.AfterName, named)
        {
            Word = text[from..(start - 1)],
            BeginsSentence = end == text.Length || English.SentenceOpeners.Contains(scanned.LettersFrom(end + 1).ToLowerInvariant()),
        });
    }

    // "P = 0.03.4 It": a decimal has one point; but "version 4.5.3" has two.
    private void ReadAfterDecimal(int start, int end, int point, List<NamedLabel> named)
    {
        var from = scanned.StartOfDigits(point, MaxDigits);
        var before = text.AsSpan(0, from).TrimEnd(' ').Length;
        var isZero = text[from] == '0' && point - from == 1;
        var isDecimal = before > 0 && (text[before - 1] is '=' or '<' or '>' or '≤' or '≥' or '±' or '≈' || isZero);
        AddDecided(start, end, named, isDecimal, "it may as well be the third part of a number");
    }

    private void ReadAfterPeriod(int start, int end, List<NamedLabel> named)
    {
        var word = scanned.LettersBefore(start - 1);
        if (MarkerLexicon.Numbered.Contains(word.ToLowerInvariant()) && (word.Length < 4 || char.IsUpper(word[0])))
        {
            return;
        }

        // "1956.VIII.7" is a date.
        var wordStart = start - 1 - word.Length;
        if (wordStart > 1 && text[wordStart - 1] == '.' && char.IsAsciiDigit(text[wordStart - 2]))
        {
            return;
        }

        if (scanned.IsInAddress(start - 1))
        {
            return;
        }

        // "(e.g.3)"
        var isAbbreviation = word is "g" or "e" && start > 4 && text.AsSpan(start - 4, 4) is "e.g." or "i.e.";
        var closes = isAbbreviation || scanned.GoesOnAsBehindMarker(end, '.');
        if (word.Length > 1 || scanned.IsDecade(wordStart, word))
        {
            scanned.Add(start, end, MarkerContext.AfterPunctuation, named, Verdict.Marker);
        }
        else if (closes || char.IsUpper(word[0]))
        {
            AddDecided(start, end, named, closes, "it may as well be a part of a name");
        }
    }

    private void AddDecided(int start, int end, List<NamedLabel> named, bool isMarker, string doubt)
    {
        var verdict = isMarker ? Verdict.Marker : Verdict.NoMarker;
        scanned.Add(start, end, MarkerContext.AfterPunctuation, named, verdict, isMarker ? null : doubt);
    }
}
