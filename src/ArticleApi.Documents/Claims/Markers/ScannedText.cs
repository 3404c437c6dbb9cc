namespace ArticleApi.Documents.Claims.Markers;

/// <summary>
/// A paragraph while it is scanned for markers: its text, the labels of the reference list, the candidates found so far. It answers
/// what stands before or behind an index.
/// </summary>
internal sealed class ScannedText(string text, LabelIndex labels)
{
    /// <summary>The most digits that a label has.</summary>
    public const int MaxDigits = 5;

    private const int MaxWord = 40;
    private const int MaxAddress = 60;

    private readonly Stack<int> openBrackets = new();

    public string Text => text;

    public LabelIndex Labels => labels;

    public List<MarkerCandidate> Found { get; } = [];

    /// <summary>Where the round bracket opened that was closed last; -1 where none was open.</summary>
    public int LastOpened { get; private set; } = -1;

    /// <summary>Keeps count of the round brackets: to be called for each index in turn.</summary>
    public void CountBracket(int at)
    {
        if (text[at] == '(')
        {
            openBrackets.Push(at);
        }
        else if (text[at] == ')')
        {
            LastOpened = openBrackets.TryPop(out var open) ? open : -1;
        }
    }

    /// <summary>Forgets the round bracket that was opened last, where a marker holds both it and its closing one.</summary>
    public void SkipBracket() => openBrackets.TryPop(out _);

    public void Add(
        int start, int end, MarkerContext context, IReadOnlyList<NamedLabel> named, Verdict verdict = Verdict.Open, string? doubt = null,
        string word = "") =>
        Found.Add(new MarkerCandidate(start, end, context, named) { Verdict = verdict, Doubt = doubt, Word = word });

    /// <summary>Whether there are labels, and the list has each of them.</summary>
    public bool HasAll(List<NamedLabel> named) => named.Count > 0 && named.TrueForAll(label => labels.Contains(label.Label));

    /// <summary>The labels of the numbers; null where one of them is no label of the list or a range does not rise.</summary>
    public List<NamedLabel>? LabelsOf(List<NumberSpan> numbers, int from = 0)
    {
        var named = new List<NamedLabel>(numbers.Count - from);
        for (var i = from; i < numbers.Count; i++)
        {
            var number = numbers[i];
            if (number.Length > MaxDigits || !labels.Contains(DigitsOf(number)))
            {
                return null;
            }

            var label = new NamedLabel(text[number.Start..number.End], number.EndsRange && i > from);
            if (label.EndsRange && !labels.IsRange(named[^1].Label, label.Label))
            {
                return null;
            }

            named.Add(label);
        }

        return named;
    }

    public ReadOnlySpan<char> DigitsOf(NumberSpan number) => text.AsSpan(number.Start, number.Length);

    /// <summary>The value of a number; the greatest there is where it is too long for a label.</summary>
    public int ValueOf(NumberSpan number) => number.Length <= MaxDigits ? int.Parse(DigitsOf(number)) : int.MaxValue;

    /// <summary>A number behind a comma and a space, ", 3", where it ends as a marker may; else null.</summary>
    public NumberSpan? NumberBehindComma(int at)
    {
        if (at + 2 >= text.Length || text[at] != ',' || text[at + 1] != ' ' || !char.IsAsciiDigit(text[at + 2]))
        {
            return null;
        }

        var end = EndOfDigits(at + 2);
        return MayEndMarker(end) ? new NumberSpan(at + 2, end, EndsRange: false) : null;
    }

    public int EndOfDigits(int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    public int StartOfDigits(int end, int most)
    {
        var start = end;
        while (start > 0 && end - start < most && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        return start;
    }

    /// <summary>Whether a number that ends here may be a marker: a space, punctuation or the end follows, and no further digit.</summary>
    public bool MayEndMarker(int at)
    {
        if (at == text.Length || char.IsWhiteSpace(text[at]))
        {
            return true;
        }

        var next = at + 1 < text.Length ? text[at + 1] : ' ';
        return text[at] switch
        {
            '.' or ',' or ':' or ';' => !char.IsAsciiDigit(next),
            '\'' or '’' => !char.IsLetterOrDigit(next),
            '!' or '?' or ')' or ']' or '}' or '"' or '”' or '»' or '…' or '—' => true,
            _ => false,
        };
    }

    /// <summary>Whether the text goes on as it does behind a marker: behind the end of a sentence with a new one.</summary>
    /// <param name="end">Where the number ends.</param>
    /// <param name="before">The sign before the number.</param>
    public bool GoesOnAsBehindMarker(int end, char before) => end == text.Length
        || (text[end] == ' ' && end + 1 < text.Length
            && (before == ',' || char.IsUpper(text[end + 1]) || text[end + 1] is '“' or '"' or '‘' or '('));

    public string LettersBefore(int end)
    {
        var start = end;
        while (start > 0 && end - start < MaxWord && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return text[start..end];
    }

    public string LettersFrom(int start)
    {
        var end = start;
        while (end < text.Length && end - start < MaxWord && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[start..end];
    }

    /// <summary>The word before an index in lower case, over a space, a comma, a colon or an equals sign.</summary>
    public string WordBefore(int end)
    {
        while (end > 0 && text[end - 1] is ' ' or ',' or ':' or '=')
        {
            end--;
        }

        return LettersBefore(end).ToLowerInvariant();
    }

    /// <summary>Whether a word is the "s" of a decade, "1960s".</summary>
    public bool IsDecade(int from, string word) =>
        word == "s" && from >= 2 && text[from - 1] == '0' && (from < 3 || !char.IsLetter(text[from - 3]));

    /// <summary>
    /// Whether an index stands within an address or a path: "www.site.org/page.3", "someone@site.org.3", "C:\file.3"; but "mg/kg.3" is a
    /// unit.
    /// </summary>
    public bool IsInAddress(int at)
    {
        var hasSlash = false;
        for (var i = at - 1; i > 0 && at - i < MaxAddress && text[i] != ' '; i--)
        {
            if (text[i] is '@' or '\\' || (hasSlash && text[i] is '.' or ':'))
            {
                return true;
            }

            hasSlash |= text[i] == '/';
        }

        return false;
    }
}
