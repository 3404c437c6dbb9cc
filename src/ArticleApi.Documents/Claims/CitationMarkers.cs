using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims;

/// <summary>
/// Finds the numbers that point to references and takes them out of the text. What is a marker is decided by evidence: it names a
/// label, where it stands, and what the article does elsewhere. What stays doubtful stays in the text and is reported.
/// </summary>
internal static class CitationMarkers
{
    /// <summary>The paragraphs with their markers found and masked, in the same order. The paragraphs are clean text.</summary>
    public static IReadOnlyList<MarkedText> Find(IReadOnlyList<string> paragraphs, IReadOnlyList<Reference> references)
    {
        var labels = new LabelIndex(references, paragraphs.Sum(paragraph => paragraph.Length));
        var candidates = paragraphs.Select(paragraph => MarkerScanner.Scan(paragraph, labels)).ToList();
        MarkerEvidence.Decide(paragraphs, candidates, labels);
        var resolver = new CitationResolver(references);
        return [.. paragraphs.Select((paragraph, i) => Mark(paragraph, candidates[i], labels, resolver))];
    }

    private static MarkedText Mark(string text, List<MarkerCandidate> candidates, LabelIndex labels, CitationResolver resolver)
    {
        var signs = new List<Marker>();
        var unresolved = new List<UnresolvedMarker>();
        var clean = new System.Text.StringBuilder(text.Length);
        var copied = 0;
        var offset = 0;
        foreach (var candidate in candidates)
        {
            var printed = text[candidate.Start..candidate.End];
            if (candidate.Doubt is { } doubt)
            {
                unresolved.Add(new UnresolvedMarker(printed, candidate.Unknown ? "unknown-label" : "doubtful-marker", doubt));
            }

            var named = candidate.Verdict == Verdict.Marker || candidate.Unknown ? candidate.Labels(labels) : [];
            if (named.Count == 0)
            {
                continue;
            }

            // Of a group with an unknown label the rest still points somewhere, but nothing is taken out.
            var (start, end) = candidate.Unknown ? (candidate.End, candidate.End) : SpanToRemove(text, candidate, copied);
            clean.Append(text, copied, start - copied);
            offset += CodePoints.Count(text.AsSpan(copied, start - copied));
            copied = end;
            signs.AddRange(named.Select((label, i) => new Marker(label, offset, i == 0 ? printed : "", Kept: candidate.Unknown)));
        }

        clean.Append(text, copied, text.Length - copied);
        var cleanText = clean.ToString();
        var (mentions, unknown) = resolver.Find(cleanText);
        return new MarkedText(cleanText, [.. mentions.Concat(signs).OrderBy(marker => marker.At)], [.. unresolved, .. unknown]);
    }

    /// <summary>The span of a marker with the space that would be left behind.</summary>
    private static (int Start, int End) SpanToRemove(string text, MarkerCandidate candidate, int from)
    {
        var (start, end) = (candidate.Start, candidate.End);
        var spaceBefore = start > from && text[start - 1] == ' ';
        var spaceAfter = end < text.Length && text[end] == ' ';
        if (spaceBefore && (end == text.Length || spaceAfter || IsClosing(text[end])))
        {
            start--;
        }

        // A printer's space before punctuation goes with the marker: "word 3 ." and "word [3] ,".
        if (spaceAfter && (start == 0 || (spaceBefore && end + 1 < text.Length && IsClosing(text[end + 1]))))
        {
            end++;
        }

        return (start, end);
    }

    private static bool IsClosing(char c) => c is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '}' or '”' or '’' or '»';
}
