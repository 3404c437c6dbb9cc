using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Tests.Importing;

namespace ArticleApi.Documents.Tests.Claims;

public class ClaimExtractorTests
{
    private const string References =
        "1. Frank, G. (2016). Sleep. Naps, 1, 2.\n2. Keeler, J., & Dahl, B. (2021). Rest. Naps, 2, 3.\n"
        + "3. Olsen, K. (2020). Dreams. Naps, 3, 4.";

    public static TheoryData<string[]> Claims => TestFiles.Cases("claims", 2);

    [Theory]
    [MemberData(nameof(Claims))]
    public void Claims_and_their_citations_are_extracted(string[] row)
    {
        var article = Import(row[0]);

        Assert.Equal(row[1], string.Join(" ‖ ", article.Claims.Select(Show)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Fox")]
    [InlineData("abc")]
    public void A_kept_marker_with_any_text_does_not_break_extraction(string printed)
    {
        var article = new Article
        {
            Slug = "a",
            Title = "A",
            Sections =
            [
                new Section
                {
                    Id = "lead",
                    Level = 2,
                    Paragraphs = [new Paragraph { Text = "As Fox says, zinc helps.", Markers = [new Marker("1", 6, printed, Kept: true)] }],
                },
            ],
        };
        Assert.Equal([new Citation("1", CitationVia.Marker)], ClaimExtractor.Extract(article, Vocabulary.Tagger).Single().Citations);
    }

    [Fact]
    public void An_unresolved_marker_stops_inherited_citations_in_its_own_paragraph_only()
    {
        var article = Import(
            "Zinc helps sleep [1]. Zinc heals [9].\n\nZinc lifts moods [2]. Zinc mends nerves.\n\n"
            + "Other Things\n\nZinc calms [3]. Zinc soothes.");

        Assert.Equal(
            "Zinc helps sleep. [1 Marker] ‖ Zinc heals [9]. ‖ Zinc lifts moods. [2 Marker] ‖ Zinc mends nerves. [2 Paragraph] ‖ Zinc "
            + "calms. [3 Marker] ‖ Zinc soothes. [3 Paragraph]",
            string.Join(" ‖ ", article.Claims.Select(Show)));
    }

    [Fact]
    public void Citations_are_inherited_unless_a_paragraph_has_an_unresolved_marker()
    {
        var article = Import("Zinc helps sleep [1]. Zinc heals.");
        var tagger = Vocabulary.Tagger;
        var sectionId = article.Sections[0].Id;

        Assert.Equal(CitationVia.Paragraph, Assert.Single(ClaimExtractor.Extract(article, tagger)[1].Citations).Via);
        Assert.Equal(
            CitationVia.Paragraph,
            Assert.Single(
                ClaimExtractor.Extract(article, tagger, new HashSet<(string, int)> { (sectionId, 2), ("other", 1) })[1].Citations).Via);
        Assert.Empty(ClaimExtractor.Extract(article, tagger, new HashSet<(string, int)> { (sectionId, 1) })[1].Citations);
    }

    [Theory]
    [InlineData("La siesta con zinc podría ayudar a los adultos, y así lo vieron Frank y cols. en la sala [1].", "es")]
    [InlineData("Nach dem Essen kann Zink den Kindern helfen, und das ist für die Eltern auch gut [1].", "de")]
    public void A_claim_in_another_language_has_no_certainty(string sentence, string language)
    {
        var body = string.Join(' ', Enumerable.Repeat(sentence, 4));

        var article = Import(body);

        Assert.Equal(language, article.Language);
        Assert.All(article.Claims, claim => Assert.Null(claim.Certainty));
        Assert.Equal(4, article.Claims.Count);
        Assert.Equal([new Citation("1", CitationVia.Marker)], article.Claims[0].Citations);
    }

    [Theory]
    [InlineData("Fig. 1 [2].")]
    [InlineData("(Frank, 2016, p. 2).")]
    [InlineData("Palabras clave: zinc, siesta [1].")]
    public void A_fragment_is_no_claim_though_it_is_cited(string text)
    {
        Assert.Equal("Zinc heals wounds.", Assert.Single(Import($"Zinc heals wounds [1].\n\n{text}").Claims).Text);
    }

    private static Article Import(string body) =>
        ArticleImport.Run($"A Title\n\n{body}\n\nReferences\n{References}", ArticleImporters.Find("text")!, Vocabulary.Tagger).Article!;

    private static string Show(Claim claim) =>
        claim.Text
        + (claim.Citations.Count > 0
            ? $" [{string.Join(", ", claim.Citations.Select(citation => $"{citation.Label} {citation.Via}"))}]"
            : "");
}
