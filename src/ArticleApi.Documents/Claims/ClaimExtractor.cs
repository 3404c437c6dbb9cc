using ArticleApi.Documents.Claims.Mentions;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims;

/// <summary>
/// Finds the claims of an article: statements that have a citation of their own or name a topic, by a name of the vocabulary or by a
/// short form that the article defines.
/// </summary>
public static class ClaimExtractor
{
    /// <summary>The claims of an article whose markers are set, in the order of the body.</summary>
    /// <param name="article">The article.</param>
    /// <param name="tagger">Finds the topics.</param>
    /// <param name="unresolved">
    /// The paragraphs, by section id and number, in which some marker names no reference: their sentences have no citations but their own.
    /// </param>
    /// <param name="max">How many claims are wanted: the search ends with the paragraph in which there are more.</param>
    /// <param name="cancel">Stops the search.</param>
    public static IReadOnlyList<Claim> Extract(
        Article article,
        TopicTagger tagger,
        IReadOnlySet<(string SectionId, int Paragraph)>? unresolved = null,
        int max = int.MaxValue,
        CancellationToken cancel = default)
    {
        var ids = new ClaimIdentity(article.Slug);
        var lists = new ClaimLists();
        var claims = new List<Claim>();
        tagger = tagger.ForArticle(article);
        var language = Languages.Of(article.Language);
        foreach (var section in article.Sections.Where(section => !BackMatterStatements.IsHeading(section.Heading)))
        {
            for (var i = 0; i < section.Paragraphs.Count && claims.Count <= max; i++)
            {
                cancel.ThrowIfCancellationRequested();
                if (BackMatterStatements.IsParagraph(section.Paragraphs[i].Text))
                {
                    continue;
                }

                var only = unresolved?.Contains((section.Id, i + 1)) == true ? null : OnlyLabel(section.Paragraphs[i].Markers);
                Extract(section.Id, i + 1, section.Paragraphs[i], only, tagger, language, ids, lists, claims, cancel);
            }
        }

        return claims;
    }

    private static void Extract(
        string sectionId,
        int number,
        Paragraph paragraph,
        string? only,
        TopicTagger tagger,
        Language language,
        ClaimIdentity ids,
        ClaimLists lists,
        List<Claim> claims,
        CancellationToken cancel)
    {
        var sofar = (Index: 0, Offset: 0);
        var marker = 0;
        var cited = false;
        var narrative = Narrative(paragraph);
        foreach (var (start, end) in SentenceSplitter.Split(paragraph.Text, language))
        {
            cancel.ThrowIfCancellationRequested();
            var from = sofar.Offset + CodePoints.Count(paragraph.Text.AsSpan(sofar.Index, start - sofar.Index));
            var to = from + CodePoints.Count(paragraph.Text.AsSpan(start, end - start));
            sofar = (end, to);

            // A marker belongs to the sentence that it follows.
            var first = marker;
            while (marker < paragraph.Markers.Count && paragraph.Markers[marker].At <= to)
            {
                marker++;
            }

            var citations = Citations(paragraph.Markers, narrative, first, marker);
            var own = citations.Count > 0;
            var inherits = !own && cited && only is not null;
            cited |= own;

            var text = paragraph.Text[start..end];
            if (!SentenceMood.IsDeclarative(text, own, language) || BackMatterStatements.IsSentence(text))
            {
                continue;
            }

            var topics = tagger.Tag(text);
            if (!own && topics.Count == 0)
            {
                continue;
            }

            var (hedges, certainty) = Hedging.Of(text, language);
            claims.Add(new Claim
            {
                Id = ids.Next(text),
                Text = text,
                Location = new ClaimLocation(sectionId, number, from, to),
                Topics = lists.Of(topics),
                Hedges = lists.Of(hedges),
                Certainty = certainty,
                Citations = inherits ? lists.Of(new Citation(only!, CitationVia.Paragraph)) : lists.Of(citations),
            });
        }
    }

    /// <summary>Which markers are a part of the running text.</summary>
    private static bool[] Narrative(Paragraph paragraph)
    {
        var narrative = new bool[paragraph.Markers.Count];
        var (index, offset) = (0, 0);
        var printed = "";
        for (var i = 0; i < narrative.Length; i++)
        {
            // The entries of a group carry its text on the first only.
            var marker = paragraph.Markers[i];
            printed = marker.Text.Length > 0 ? marker.Text : printed;
            if (marker.At > offset)
            {
                var next = CodePoints.ToIndex(paragraph.Text.AsSpan(index), marker.At - offset);
                (index, offset) = next < 0 ? (index, offset) : (index + next, marker.At);
            }

            narrative[i] = marker.Kept && Mention.IsNarrative(printed, paragraph.Text.AsSpan(index));
        }

        return narrative;
    }

    /// <summary>One citation per reference, markers before mentions, else in text order.</summary>
    private static List<Citation> Citations(IReadOnlyList<Marker> markers, bool[] narrative, int first, int end)
    {
        var citations = new List<Citation>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var via in (ReadOnlySpan<CitationVia>)[CitationVia.Marker, CitationVia.Narrative])
        {
            for (var i = first; i < end; i++)
            {
                if (narrative[i] == (via == CitationVia.Narrative) && seen.Add(markers[i].Label))
                {
                    citations.Add(new Citation(markers[i].Label, via));
                }
            }
        }

        return citations;
    }

    /// <summary>The reference that all markers of a paragraph name, or null where there are several or none.</summary>
    private static string? OnlyLabel(IReadOnlyList<Marker> markers) =>
        markers.Count > 0 && markers.All(marker => marker.Label == markers[0].Label) ? markers[0].Label : null;
}
