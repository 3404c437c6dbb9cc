using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims.Markers;

/// <summary>
/// Finds every number of a paragraph that may be a citation marker: "[3, 5–7]", "word³", "It helps.4". Numbers that are plainly
/// something else (a decimal, a figure's number, a formula, a measure) are left out. Numbers that only the whole article can explain
/// stay open for <see cref="MarkerEvidence"/>.
/// </summary>
/// <param name="labels">The labels of the reference list.</param>
/// <param name="max">How many sure markers are wanted from all paragraphs: the scan ends behind the one that is too many.</param>
internal sealed class MarkerScanner(LabelIndex labels, int max)
{
    private int sure;

    /// <summary>The candidates of the next paragraph.</summary>
    public List<MarkerCandidate> Scan(string text, CancellationToken cancel)
    {
        var scanned = new ScannedText(text, labels);
        var groups = new LabelGroupReader(text, labels);
        var brackets = new BracketScanner(scanned, groups);
        var superscripts = new SuperscriptScanner(scanned, groups);
        var numbers = new NumberScanner(scanned, groups);
        var counted = 0;
        for (var i = 0; i < text.Length && sure <= max;)
        {
            cancel.ThrowIfCancellationRequested();
            scanned.CountBracket(i);
            var c = text[i];
            i = c switch
            {
                '[' or '【' or '［' or '〔' or '{' => brackets.Read(i),
                '(' => brackets.ReadNamedReferences(i),
                '/' => brackets.ReadSlashes(i),
                'r' or 'R' => brackets.ReadSpelledReference(i),
                '^' => superscripts.ReadCaret(i),
                _ when Characters.SuperscriptDigit(c) >= 0 => superscripts.Read(i),
                _ when char.IsAsciiDigit(c) => numbers.Read(i),
                _ => i + 1,
            };
            for (; counted < scanned.Found.Count; counted++)
            {
                sure += scanned.Found[counted].Verdict == Verdict.Marker ? 1 : 0;
            }
        }

        return scanned.Found;
    }
}
