using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;
using CsCheck;

namespace ArticleApi.Documents.Tests.Claims;

public class ClaimSpansTests
{
    [Fact]
    public void Each_text_gets_its_first_free_span()
    {
        var spans = new ClaimSpans(Body(["🧠 Zinc helps. Zinc helps.", "Tin."], ["Zinc helps."]));
        Assert.True(spans.Take(new("s0", 1, 2, 13)));
        Assert.Equal(
            (ClaimLocation?[])[
                new("s0", 1, 14, 25),
                new("s0", 1, 3, 13),
                new("s1", 1, 0, 11),
                null,
                new("s0", 1, 15, 25),
                new("s0", 2, 0, 4),
                null,
                null,
            ],
            spans.TakeFirst(["Zinc helps.", "inc helps.", "Zinc helps.", "Zinc helps.", "inc helps.", "Tin.", "Iron", ""]));
        Assert.Equal((ClaimLocation?[])[new("s0", 2, 0, 3), null], spans.TakeFirst(["Tin", "Tin."]));
    }

    [Fact]
    [Trait("Category", "Fuzz")]
    public void Spans_are_those_of_a_simple_search_from_the_start() =>
        Properties.Hold(
            Gen.Select(
                Gen.String[Gen.Char["aab "], 0, 60].List[1, 4], Gen.String[Gen.Char["aab "], 0, 9].List[0, 12]),
            1000,
            input =>
            {
                var (bodies, texts) = input;
                var sections = Body([.. bodies.Select(body => $"{body}😀{body}")]);
                Assert.Equal(Scan(sections, texts), new ClaimSpans(sections).TakeFirst(texts));
            });

    [Fact]
    [Trait("Category", "Fuzz")]
    public void Many_claims_are_found_in_a_long_body()
    {
        var sentences = Enumerable.Range(0, 20_000).Select(i => $"Serotonin receptor type {i} helps many people every day.").ToList();
        var body = Body([.. sentences.Chunk(10).Select(chunk => string.Join(' ', chunk))]);
        var found = new ClaimSpans(body).TakeFirst(sentences);
        Assert.DoesNotContain(null, found);
        Assert.Equal(sentences.Count, found.Distinct().Count());
        Assert.Equal(new("s0", 2000, 0, CodePoints.Count(sentences[^10])), found[^10]);
    }

    private static List<Section> Body(params string[][] sections) =>
    [
        .. sections.Select(
            (texts, i) => new Section { Id = $"s{i}", Paragraphs = [.. texts.Select(text => new Paragraph { Text = text })] }),
    ];

    private static IEnumerable<ClaimLocation?> Scan(List<Section> sections, List<string> texts)
    {
        var taken = new HashSet<ClaimLocation>();
        var paragraphs = sections
            .SelectMany(section => section.Paragraphs.Select((paragraph, i) => (section.Id, Number: i + 1, paragraph.Text)))
            .ToList();
        return
        [
            .. texts.Select(text => paragraphs
                .SelectMany(body => Enumerable.Range(0, text.Length == 0 ? 0 : CodePoints.Count(body.Text))
                    .Where(start => CodePoints.Slice(body.Text, start, start + CodePoints.Count(text)) == text)
                    .Select(start => new ClaimLocation(body.Id, body.Number, start, start + CodePoints.Count(text))))
                .FirstOrDefault(taken.Add)),
        ];
    }
}
