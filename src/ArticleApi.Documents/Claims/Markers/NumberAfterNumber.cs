using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims.Markers;

/// <summary>Finds markers glued to a number: "in 2019,3 the", "in 20193 the", "age 601,2,3".</summary>
internal sealed class NumberAfterNumber(ScannedText scanned)
{
    private const int MaxDigits = 10;
    private const int MaxLabelDigits = 3;
    private const int MaxNextLabel = 1000;
    private const string BelongsToNumber = "it may as well belong to the number before it";

    private readonly string text = scanned.Text;
    private readonly LabelIndex labels = scanned.Labels;

    /// <summary>Looks for a marker within a run of digits, and whether one was found.</summary>
    public bool Read(int end, List<NumberSpan> numbers)
    {
        var first = numbers[0];
        if (IsYearAndMarker(numbers) && scanned.LabelsOf(numbers, 1) is { } afterYear)
        {
            scanned.Add(numbers[1].Start, end, MarkerContext.AfterPunctuation, afterYear, Verdict.Marker);
            return true;
        }

        if (first.Length is < 2 or > MaxDigits || labels.Contains(scanned.DigitsOf(first)) || numbers.Exists(number => number.EndsRange)
            || (numbers.Count > 1 && scanned.LabelsOf(numbers, 1) is null))
        {
            return false;
        }

        // "1,200" is a thousand.
        var cuts = CutsOf(numbers);
        if (cuts.Count == 0 || (numbers.Count > 1 && numbers.Skip(1).All(number => number.Length == 3)))
        {
            return AddDoubtful(end, numbers);
        }

        Cut(end, numbers, cuts);
        return true;
    }

    // "in 2019,3 the"
    private bool IsYearAndMarker(List<NumberSpan> numbers) => numbers.Count > 1 && !numbers[1].EndsRange && text[numbers[0].End] == ','
        && Years.IsYear(scanned.DigitsOf(numbers[0])) && numbers[1].Length <= MaxLabelDigits;

    /// <summary>Where the first number may end and a label begin: "20193" at 4, for 2019 and label 3.</summary>
    private List<int> CutsOf(List<NumberSpan> numbers)
    {
        var first = scanned.DigitsOf(numbers[0]);
        var cuts = new List<int>();
        for (var cut = Math.Max(1, first.Length - MaxLabelDigits); cut < first.Length; cut++)
        {
            var label = first[cut..];
            if (label[0] == '0' || !labels.Contains(label))
            {
                continue;
            }

            var next = numbers.Count > 1 ? scanned.ValueOf(numbers[1]) : 0;
            if (numbers.Count == 1 ? Years.IsYear(first[..cut]) : int.Parse(label) < next && next < MaxNextLabel)
            {
                cuts.Add(cut);
            }
        }

        return cuts;
    }

    /// <summary>
    /// Cuts the first number where its end and the next label follow one another, "601,2": else where the shortest label is left.
    /// </summary>
    private void Cut(int end, List<NumberSpan> numbers, List<int> cuts)
    {
        var first = scanned.DigitsOf(numbers[0]);
        var consecutive = new List<int>();
        foreach (var cut in cuts)
        {
            if (numbers.Count > 1 && int.Parse(first[cut..]) == scanned.ValueOf(numbers[1]) - 1)
            {
                consecutive.Add(cut);
            }
        }

        var chosen = consecutive.Count == 1 ? consecutive[0] : cuts[^1];
        List<NamedLabel> named = [new(first[chosen..].ToString(), EndsRange: false)];
        named.AddRange(numbers.Count > 1 ? scanned.LabelsOf(numbers, 1)! : []);
        var verdict = consecutive.Count == 1 ? Verdict.Marker : cuts.Count == 1 ? Verdict.Open : Verdict.NoMarker;
        var doubt = verdict == Verdict.NoMarker ? "the run of digits can be cut in several ways" : null;
        scanned.Add(numbers[0].Start + chosen, end, MarkerContext.AfterNumber, named, verdict, doubt);
    }

    // "12,3": a marker behind twelve, or one number.
    private bool AddDoubtful(int end, List<NumberSpan> numbers)
    {
        if (numbers.Count != 2 || numbers[0].Length > 3 || scanned.ValueOf(numbers[1]) is <= 0 or >= 100 || text[numbers[0].End] != ','
            || !labels.Contains(scanned.DigitsOf(numbers[1])))
        {
            return false;
        }

        var named = scanned.LabelsOf(numbers, 1)!;
        scanned.Add(numbers[1].Start, end, MarkerContext.AfterNumber, named, Verdict.NoMarker, BelongsToNumber);
        return true;
    }
}
