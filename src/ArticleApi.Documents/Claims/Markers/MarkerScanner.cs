using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims.Markers;

/// <summary>
/// Finds every number of a paragraph that may be a citation marker: "[3, 5–7]", "word³", "It helps.4". Numbers that are plainly
/// something else (a decimal, a figure's number, a formula, a measure) are left out. Numbers that only the whole article can explain
/// stay open for <see cref="MarkerEvidence"/>.
/// </summary>
internal static class MarkerScanner
{
    public static List<MarkerCandidate> Scan(string text, LabelIndex labels, CancellationToken cancel)
    {
        var scanned = new ScannedText(text, labels);
        var groups = new LabelGroupReader(text, labels);
        var brackets = new BracketScanner(scanned, groups);
        var superscripts = new SuperscriptScanner(scanned, groups);
        var numbers = new NumberScanner(scanned, groups);
        for (var i = 0; i < text.Length;)
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
        }

        return scanned.Found;
    }
}
