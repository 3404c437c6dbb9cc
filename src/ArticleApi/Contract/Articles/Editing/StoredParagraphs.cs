using ArticleApi.Documents.Model;

namespace ArticleApi.Contract.Articles.Editing;

/// <summary>
/// The paragraphs of the stored article that a document no longer has as they are: which of them an edited one comes from.
/// </summary>
internal sealed class StoredParagraphs
{
    // Of so many that have the same markers the most alike is looked for.
    private const int MaxAlike = 20;

    // So much of its words a paragraph at the same place shares with what it was, if its markers do not tell.
    private const double LeastShared = 0.3;

    private readonly Dictionary<(string SectionId, int Number), Paragraph> byPlace = [];
    private readonly Dictionary<string, List<Paragraph>> byMarkers = new(StringComparer.Ordinal);

    /// <param name="stored">The sections of the stored article.</param>
    /// <param name="sent">The texts of the paragraphs of the document.</param>
    public StoredParagraphs(IReadOnlyList<Section> stored, IEnumerable<string> sent)
    {
        var unchanged = sent.ToHashSet(StringComparer.Ordinal);
        foreach (var section in stored)
        {
            foreach (var (i, paragraph) in section.Paragraphs.Index())
            {
                if (paragraph.Markers.Count > 0 && !unchanged.Contains(paragraph.Text))
                {
                    byPlace.TryAdd((section.Id, i), paragraph);
                    var key = KeyOf(paragraph.Markers);
                    (byMarkers.TryGetValue(key, out var alike) ? alike : byMarkers[key] = []).Add(paragraph);
                }
            }
        }
    }

    /// <summary>
    /// The stored paragraph that a sent one was: one with the very same markers, else the one at its place if their words are alike. Null
    /// where it is a new one, or unchanged.
    /// </summary>
    public Paragraph? SourceOf(string sectionId, int number, Paragraph sent)
    {
        var there = byPlace.GetValueOrDefault((sectionId, number));
        if (byMarkers.TryGetValue(KeyOf(sent.Markers), out var alike))
        {
            return there is not null && alike.Contains(there) ? there : alike.Take(MaxAlike).MaxBy(paragraph => Shared(paragraph, sent));
        }

        return there is not null && Shared(there, sent) >= LeastShared ? there : null;
    }

    private static string KeyOf(IReadOnlyList<Marker> markers) =>
        string.Join('\n', markers.Select(marker => $"{marker.At} {marker.Kept} {marker.Label} {marker.Text}"));

    private static double Shared(Paragraph one, Paragraph other)
    {
        var (words, others) = (WordsOf(one), WordsOf(other));
        return 2.0 * words.Count(others.Contains) / Math.Max(1, words.Count + others.Count);
    }

    private static HashSet<string> WordsOf(Paragraph paragraph) => [.. WordChunker.Instance.Chunk(paragraph.Text)];
}
