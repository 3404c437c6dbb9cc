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
        KeepBrackets(text, found);
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
            var joined = sign.Stays ? (Start: sign.Start, sign.End) : MarkerCuts.WithJoints(text, sign.Start, found[last].End, copied);
            var (start, end) = sign.Stays ? (sign.End, sign.End) : MarkerCuts.WithSpace(text, joined.Start, joined.End, copied);
            clean.Append(text, copied, start - copied);
            offset += CodePoints.Count(text.AsSpan(copied, start - copied));
            copied = end;
            cuts.Add((start, end));
            for (var k = i; k <= last; k++)
            {
                // What is taken out with a sign is a part of it.
                var taken = found[k];
                var printed = (k == i ? text[joined.Start..sign.Start] : "")
                    + taken.Printed
                    + (k == last ? text[found[last].End..joined.End] : "");
                signs.AddRange(taken.Labels.Select((label, n) => new Marker(label, offset, n == 0 ? printed.Trim() : "", taken.Stays)));
            }

            i = last;
        }

        var cleanText = cuts.Count == 0 ? text : clean.Append(text, copied, text.Length - copied).ToString();
        var (mentions, unknown) = resolver.Find(cleanText, Moved(tagged, cuts));
        return new MarkedText(cleanText, [.. mentions.Concat(signs).OrderBy(marker => marker.At)], [.. unresolved, .. unknown]);
    }

    /// <summary>Lets brackets stay that are a part of their sentence.</summary>
    private static void KeepBrackets(string text, List<Sign> found)
    {
        var previous = (Start: -1, End: -1);
        for (var i = 0; i < found.Count;)
        {
            var next = i + 1;
            if (!found[i].IsTakenOut || !SentenceBrackets.IsBracket(text, found[i].Start, found[i].End))
            {
                previous = (-1, -1);
                i = next;
                continue;
            }

            while (next < found.Count && found[next].IsTakenOut && IsJoined(text, found[next - 1].End, found[next].Start)
                && SentenceBrackets.IsBracket(text, found[next].Start, found[next].End))
            {
                next++;
            }

            var areJoined = previous.Start >= 0
                && SentenceBrackets.AreJoined(text.AsSpan(found[previous.End - 1].End..found[i].Start));
            if (areJoined || SentenceBrackets.IsPart(text, found[i].Start, found[next - 1].End))
            {
                for (var k = areJoined ? previous.Start : i; k < next; k++)
                {
                    found[k] = found[k] with { Stays = true };
                }
            }

            previous = (i, next);
            i = next;
        }
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
