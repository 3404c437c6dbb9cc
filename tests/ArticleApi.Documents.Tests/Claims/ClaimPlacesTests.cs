using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;
using CsCheck;

namespace ArticleApi.Documents.Tests.Claims;

public class ClaimPlacesTests
{
    [Fact]
    public void A_text_is_found_wherever_it_begins_of_equal_ones_the_first_that_is_free()
    {
        var places = new ClaimPlaces(Body(["🧠 Zinc helps. Zinc helps.", "Tin."], ["Zinc helps."]));
        Assert.True(places.Take(new("s0", 1, 2, 13)));
        Assert.Equal(
            (ClaimLocation?[])[new("s0", 1, 14, 25), new("s0", 1, 3, 13), new("s1", 1, 0, 11), null, new("s0", 1, 15, 25), new("s0", 2, 0, 4), null, null],
            places.TakeFirst(["Zinc helps.", "inc helps.", "Zinc helps.", "Zinc helps.", "inc helps.", "Tin.", "Iron", ""]));
        Assert.Equal((ClaimLocation?[])[new("s0", 2, 0, 3), null], places.TakeFirst(["Tin", "Tin."]));
    }

    [Fact]
    public void Texts_are_found_where_a_search_from_the_start_finds_them() =>
        Properties.Hold(
            Gen.Select(
                Gen.String[Gen.Char["aab "], 0, 60].List[1, 4], Gen.String[Gen.Char["aab "], 0, 9].List[0, 12]),
            2000,
            input =>
            {
                var (bodies, texts) = input;
                var sections = Body([.. bodies.Select(body => $"{body}😀{body}")]);
                Assert.Equal(Scan(sections, texts), new ClaimPlaces(sections).TakeFirst(texts));
            });

    [Fact]
    public void Many_claims_over_a_long_body_are_all_found()
    {
        var sentences = Enumerable.Range(0, 60_000).Select(i => $"Serotonin receptor type {i} helps many people every day.").ToList();
        var body = Body([.. sentences.Chunk(10).Select(chunk => string.Join(' ', chunk))]);
        var found = new ClaimPlaces(body).TakeFirst(sentences);
        Assert.DoesNotContain(null, found);
        Assert.Equal(sentences.Count, found.Distinct().Count());
        Assert.Equal(new("s0", 6000, 0, CodePoints.Count(sentences[^10])), found[^10]);
    }

    private static List<Section> Body(params string[][] sections) =>
        [.. sections.Select((texts, i) => new Section { Id = $"s{i}", Paragraphs = [.. texts.Select(text => new Paragraph { Text = text })] })];

    private static IEnumerable<ClaimLocation?> Scan(List<Section> sections, List<string> texts)
    {
        var taken = new HashSet<ClaimLocation>();
        var paragraphs = sections.SelectMany(section => section.Paragraphs.Select((paragraph, i) => (section.Id, Number: i + 1, paragraph.Text))).ToList();
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
