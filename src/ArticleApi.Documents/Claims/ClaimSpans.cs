using System.Numerics;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims;

/// <summary>The spans of an article's body that claims take, each span once.</summary>
public sealed class ClaimSpans
{
    private readonly Dictionary<string, List<IndexedText>> bySection = new(StringComparer.Ordinal);
    private readonly List<(string SectionId, int Number, IndexedText Text)> paragraphs = [];
    private readonly HashSet<ClaimLocation> taken = [];

    public ClaimSpans(IReadOnlyList<Section> sections)
    {
        foreach (var section in sections)
        {
            List<IndexedText> texts = [.. section.Paragraphs.Select(paragraph => new IndexedText(paragraph.Text))];
            bySection.TryAdd(section.Id, texts);
            paragraphs.AddRange(texts.Select((text, i) => (section.Id, i + 1, text)));
        }
    }

    /// <summary>The text of a span; empty where the body has no such span.</summary>
    public ReadOnlySpan<char> TextAt(ClaimLocation location) =>
        bySection.TryGetValue(location.SectionId, out var texts) && location.Paragraph >= 1 && location.Paragraph <= texts.Count
            ? texts[location.Paragraph - 1].Slice(location.Start, location.End)
            : default;

    /// <summary>Takes a span; false where another claim has it.</summary>
    public bool Take(ClaimLocation location) => taken.Add(location);

    /// <summary>Finds each text in the body and takes the first span of it that is free; null where there is none.</summary>
    public IReadOnlyList<ClaimLocation?> TakeFirst(IReadOnlyList<string> texts)
    {
        var found = new ClaimLocation?[texts.Count];
        var numbered = texts.Select((text, i) => (Text: text, Number: i)).Where(wanted => wanted.Text.Length > 0);
        foreach (var group in numbered.GroupBy(wanted => BitOperations.Log2((uint)wanted.Text.Length)))
        {
            var search = new RabinKarpSearch([.. paragraphs.Select(paragraph => paragraph.Text.Text)], 1 << group.Key,
                group.Select(wanted => wanted.Text));
            foreach (var same in group.GroupBy(wanted => wanted.Text, StringComparer.Ordinal))
            {
                // Other texts have other spans, so that the order between texts does not matter.
                using var free = SpansOf(same.Key, search).Where(Take).GetEnumerator();
                foreach (var (_, number) in same)
                {
                    found[number] = free.MoveNext() ? free.Current : null;
                }
            }
        }

        return found;
    }

    private IEnumerable<ClaimLocation> SpansOf(string text, RabinKarpSearch search)
    {
        var length = CodePoints.Count(text);
        return search.PositionsOf(text).Select(position =>
        {
            var (sectionId, number, body) = paragraphs[position.Body];
            var start = body.ToOffset(position.Index);
            return new ClaimLocation(sectionId, number, start, start + length);
        });
    }
}
