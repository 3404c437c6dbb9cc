using ArticleApi.Documents.Claims.Markers;
using ArticleApi.Documents.Claims.Mentions;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims;

/// <summary>
/// Finds the citations in the paragraphs of an article, "It helps.3" and "Roe (2020)", and takes mere signs out of the text. Evidence
/// decides whether a number is a marker: it must name an entry of the reference list, and what stands around it and what the article
/// does elsewhere must fit. A number that stays doubtful stays in the text and is reported.
/// </summary>
internal static class CitationMarkers
{
    /// <summary>Finds the markers of each paragraph and gives the paragraphs without mere signs, in the same order.</summary>
    /// <param name="paragraphs">The paragraphs with the markers that their format marks up.</param>
    /// <param name="references">The reference list.</param>
    /// <param name="areComplete">Whether the format marks up every marker, so that no other number is one.</param>
    /// <param name="max">How many markers are wanted: none is looked for behind the one that is too many.</param>
    /// <param name="cancel">Stops the search.</param>
    public static IReadOnlyList<MarkedText> Find(
        IReadOnlyList<TaggedText> paragraphs,
        IReadOnlyList<Reference> references,
        bool areComplete = false,
        int max = int.MaxValue,
        CancellationToken cancel = default)
    {
        var candidates = paragraphs.Select(_ => new List<MarkerCandidate>()).ToList();
        var labels = new LabelIndex(references, paragraphs.Sum(paragraph => paragraph.Text.Length));

        // Where the format marks up its markers, every other number is a number.
        if (!areComplete && !paragraphs.Any(paragraph => paragraph.Markers.Any(marker => marker.Labels.Count > 0)))
        {
            var texts = paragraphs.Select(paragraph => paragraph.Text).ToList();
            var scanner = new MarkerScanner(labels, max);
            candidates = [.. texts.Select(text => scanner.Scan(text, cancel))];
            cancel.ThrowIfCancellationRequested();
            MarkerEvidence.Decide(texts, candidates, labels);
            cancel.ThrowIfCancellationRequested();
        }

        var resolver = new AuthorYearResolver(references, Abbreviations.Find(paragraphs.Select(paragraph => paragraph.Text)), cancel);
        return [.. paragraphs.Select((paragraph, i) =>
        {
            cancel.ThrowIfCancellationRequested();
            return Mark(
                paragraph.Text, [.. Signs(paragraph), .. Signs(paragraph.Text, candidates[i], labels)], paragraph.Markers, resolver);
        })];
    }

    /// <summary>
    /// Where a sign can be written into clean text so that reading it back takes out the sign and nothing else: not alone in a bracket,
    /// and not behind the space before punctuation.
    /// </summary>
    /// <param name="text">Clean text.</param>
    /// <param name="at">The UTF-16 index where it stood.</param>
    public static int InsertionIndex(string text, int at)
    {
        for (var (start, end) = WithBracket(text, at, at, 0); start < end; (start, end) = WithBracket(text, at, at, 0))
        {
            at = start;
        }

        return at > 0 && text[at - 1] == ' '
            && (at == text.Length || text[at] == ' ' || Characters.IsClosingPunctuation(text[at])) ? at - 1 : at;
    }

    private static IEnumerable<Sign> Signs(TaggedText paragraph)
    {
        foreach (var marker in paragraph.Markers)
        {
            if (marker.Labels.Count == 0)
            {
                yield return new Sign(marker.Start, marker.End, marker.Printed, []) { Code = "unknown-reference", Doubt =
                    "it points to no reference of the list" };
            }
            else if (!marker.Kept)
            {
                yield return new Sign(marker.Start, marker.End, marker.Printed, marker.Labels);
            }
        }
    }

    private static IEnumerable<Sign> Signs(string text, List<MarkerCandidate> candidates, LabelIndex labels) =>
        candidates.Select(candidate => new Sign(
            candidate.Start,
            candidate.End,
            text[candidate.Start..candidate.End],
            candidate.Verdict == Verdict.Marker || candidate.Unknown ? candidate.Labels(labels) : [])
        {
            Code = candidate.Unknown ? "unknown-label" : "doubtful-marker",
            Doubt = candidate.Doubt,
            Stays = candidate.Unknown || candidate.IsKept,
        });

    private static MarkedText Mark(string text, List<Sign> found, IReadOnlyList<TaggedMarker> tagged, AuthorYearResolver resolver)
    {
        var signs = new List<Marker>();
        var unresolved = new List<UnresolvedMarker>();
        var cuts = new List<(int Start, int End)>();
        var clean = new System.Text.StringBuilder();
        var copied = 0;
        var offset = 0;
        for (var i = 0; i < found.Count; i++)
        {
            var sign = found[i];
            if (sign.Doubt is { } doubt)
            {
                unresolved.Add(new UnresolvedMarker(sign.Printed, sign.Code, doubt));
            }

            if (sign.Labels.Count == 0)
            {
                continue;
            }

            // Signs with nothing else between them are taken out as one.
            var last = i;
            while (sign.IsTakenOut && last + 1 < found.Count && found[last + 1].IsTakenOut
                && IsJoined(text, found[last].End, found[last + 1].Start))
            {
                last++;
            }

            // Of a group with an unknown label the rest still points somewhere, but nothing is taken out.
            var (start, end) = sign.Stays ? (sign.End, sign.End) : SpanToRemove(text, sign.Start, found[last].End, copied);
            clean.Append(text, copied, start - copied);
            offset += CodePoints.Count(text.AsSpan(copied, start - copied));
            copied = end;
            cuts.Add((start, end));
            foreach (var taken in found.Take(new Range(i, last + 1)))
            {
                signs.AddRange(taken.Labels.Select((label, n) => new Marker(label, offset, n == 0 ? taken.Printed
                    : "", Kept: taken.Stays)));
            }

            i = last;
        }

        var cleanText = cuts.Count == 0 ? text : clean.Append(text, copied, text.Length - copied).ToString();
        var (mentions, unknown) = resolver.Find(cleanText, Moved(tagged, cuts));
        return new MarkedText(cleanText, [.. mentions.Concat(signs).OrderBy(marker => marker.At)], [.. unresolved, .. unknown]);
    }

    /// <summary>The tagged mentions, moved to where they stand once the signs are cut out.</summary>
    private static List<TaggedMarker> Moved(IReadOnlyList<TaggedMarker> tagged, List<(int Start, int End)> cuts)
    {
        var moved = new List<TaggedMarker>();
        var (cut, gone) = (0, 0);
        foreach (var marker in tagged)
        {
            for (; cut < cuts.Count && cuts[cut].End <= marker.Start; cut++)
            {
                gone += cuts[cut].End - cuts[cut].Start;
            }

            if (marker is { Kept: true, Labels.Count: > 0 })
            {
                moved.Add(marker with { Start = marker.Start - gone, End = marker.End - gone });
            }
        }

        return moved;
    }

    // "¹ ²", "[1], [2]", but words between signs are the article's: "[1] and [2]".
    private static bool IsJoined(string text, int end, int next) => !text.AsSpan(end..next).ContainsAnyExcept(" ,;" + Characters.Dashes);

    /// <summary>The span of a marker with the bracket and the space that would be left behind.</summary>
    private static (int Start, int End) SpanToRemove(string text, int start, int end, int from)
    {
        (start, end) = WithBracket(text, start, end, from);
        var spaceBefore = start > from && text[start - 1] == ' ';
        var spaceAfter = end < text.Length && text[end] == ' ';
        if (spaceBefore && (end == text.Length || spaceAfter || Characters.IsClosingPunctuation(text[end])))
        {
            start--;
        }

        // A printer's space before punctuation goes with the marker: "word 3 ." and "word [3] ,".
        if (spaceAfter && (start == 0 || (spaceBefore && end + 1 < text.Length && Characters.IsClosingPunctuation(text[end + 1]))))
        {
            end++;
        }

        return (start, end);
    }

    /// <summary>The span with the bracket around it where that holds nothing else.</summary>
    private static (int Start, int End) WithBracket(string text, int start, int end, int from)
    {
        var open = text.AsSpan(from..start).TrimEnd(' ').Length + from - 1;
        var close = end + text.AsSpan(end).IndexOfAnyExcept(" ,;");
        return open >= from && close >= end && (text[open], text[close]) is ('(', ')') or ('[', ']') ? (open, close + 1) : (start, end);
    }


    /// <summary>A sign that was found, with the labels that it resolves to.</summary>
    private sealed record Sign(int Start, int End, string Printed, IReadOnlyList<string> Labels)
    {
        /// <summary>What to report it as where there is a doubt.</summary>
        public string Code { get; init; } = "";

        public string? Doubt { get; init; }

        /// <summary>Whether it stays in the text though labels of it resolve.</summary>
        public bool Stays { get; init; }

        public bool IsTakenOut => Labels.Count > 0 && !Stays && Doubt is null;
    }
}
