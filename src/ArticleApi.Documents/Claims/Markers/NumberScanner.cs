using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims.Markers;

/// <summary>
/// Reads plain digits, "1", "1,2–4", and hands them on by what stands before them: a letter, a sign, a number or a space.
/// </summary>
internal sealed class NumberScanner(ScannedText scanned, LabelGroupReader groups)
{
    private const int MaxUnknownDigits = 3;

    private readonly string text = scanned.Text;
    private readonly LabelIndex labels = scanned.Labels;
    private readonly NumberAfterWord afterWord = new(scanned);
    private readonly NumberAfterSign afterSign = new(scanned);
    private readonly NumberAfterNumber afterNumber = new(scanned);
    private readonly NumberBetweenSpaces betweenSpaces = new(scanned, groups);

    /// <summary>Reads the digits at an index and gives the index after what was read.</summary>
    public int Read(int start)
    {
        var numbers = RunAt(start);
        var end = numbers[^1].End;
        if (start == 0 || !scanned.MayEndMarker(end))
        {
            return end;
        }

        var before = text[start - 1];
        if (before is ' ' or '(')
        {
            return !afterNumber.Read(end, numbers) && scanned.LabelsOf(numbers) is { } named ? betweenSpaces.Read(start, end, named) : end;
        }

        if (TailOf(numbers, before) is { } tail)
        {
            end = tail.End;
            if (!tail.IsSure)
            {
                const string doubt = "it may as well be a marker and a number of the text";
                scanned.Add(start, end, MarkerContext.AfterPunctuation, [], Verdict.NoMarker, doubt);
                return end;
            }
        }

        ReadGlued(start, end, numbers, before);
        return end;
    }

    private void ReadGlued(int start, int end, List<NumberSpan> numbers, char before)
    {
        if (char.IsLetter(before))
        {
            afterWord.Read(start, end, numbers);
        }
        else if (Characters.IsShortDash(before) && start > 1 && char.IsLetterOrDigit(text[start - 2]))
        {
            ReadAfterHyphen(end, numbers);
        }
        else if (scanned.LabelsOf(numbers) is { } named)
        {
            afterSign.Read(start, end, named);
        }
        else if (LooksLikeMarker(start, end, before) && numbers.Count == 1)
        {
            scanned.Found.Add(new MarkerCandidate(start, end, MarkerContext.AfterPunctuation, [new NamedLabel(text[start..end], false)])
            {
                Verdict = Verdict.NoMarker,
                Doubt = $"the list has no reference {text[start..end]}",
                Unknown = true,
            });
        }
    }

    // The whole run is one thing: "1,2,3", "1–9", "1,200".
    private List<NumberSpan> RunAt(int start)
    {
        var numbers = new List<NumberSpan>();
        var range = false;
        for (var from = start; ;)
        {
            var end = scanned.EndOfDigits(from);
            numbers.Add(new NumberSpan(from, end, range));
            if (end + 1 >= text.Length || !char.IsAsciiDigit(text[end + 1]) || !(text[end] is ',' or ';' || Characters.IsDash(text[end])))
            {
                return numbers;
            }

            range = text[end] is not (',' or ';');
            from = end + 1;
        }
    }

    /// <summary>
    /// Reads the numbers behind a glued one, "helps.1, 2 And". They are added to the group where each is a greater label and what
    /// follows shows that the group has ended.
    /// </summary>
    /// <returns>Where they end and whether they surely belong to the group; null where there are none.</returns>
    private (int End, bool IsSure)? TailOf(List<NumberSpan> numbers, char before)
    {
        var last = numbers[^1];
        var tail = new List<NumberSpan>();
        while (scanned.NumberBehindComma(last.End) is { } more && labels.Contains(scanned.DigitsOf(more))
            && scanned.ValueOf(more) > scanned.ValueOf(last))
        {
            last = more;
            tail.Add(more);
        }

        if (tail.Count == 0 || scanned.LabelsOf(numbers) is null || char.IsUpper(before))
        {
            return null;
        }

        var isSure = last.End == text.Length || text[last.End] != ' ' || scanned.GoesOnAsBehindMarker(last.End, before);
        if (isSure)
        {
            numbers.AddRange(tail);
        }

        return (last.End, isSure);
    }

    // "COVID-19,8 ketamine" and "IL-1,6": the name's own number, and a marker or one more of its kind.
    private void ReadAfterHyphen(int end, List<NumberSpan> numbers)
    {
        if (numbers.Count > 1 && text[numbers[0].End] == ',' && scanned.LabelsOf(numbers, 1) is { } named
            && !numbers.Exists(number => number.EndsRange))
        {
            const string doubt = "it may as well belong to the name before it";
            scanned.Add(numbers[1].Start, end, MarkerContext.AfterNumber, named, Verdict.NoMarker, doubt);
        }
    }

    // "It helps.12 Others": a marker by its form, whose label the list lacks.
    private bool LooksLikeMarker(int start, int end, char before) => before is '.' or ',' && labels.Count > 0
        && end - start <= MaxUnknownDigits && start > 1 && char.IsLower(text[start - 2]) && scanned.GoesOnAsBehindMarker(end, before)
        && !MarkerLexicon.Numbered.Contains(scanned.LettersBefore(start - 1).ToLowerInvariant());
}
