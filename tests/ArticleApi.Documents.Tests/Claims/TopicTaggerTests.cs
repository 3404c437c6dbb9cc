using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Tests.Claims;

public class TopicTaggerTests
{
    private static readonly TopicTagger Tagger = new(
    [
        Topic("zinc", "Zinc", "Zn2+"),
        Topic("anorexia-nervosa", "Anorexia nervosa", "anorexia", "AN"),
        Topic("antidepressants", "Antidepressants"),
        Topic("gaba", "GABA"),
        Topic("nmda-receptors", "NMDA receptors", "NMDA receptor"),
        Topic("receptors", "Receptors"),
        Topic("serotonin", "Serotonin", "5-HT"),
        Topic("therapies", "Therapy"),
        Topic("tnf-alpha", "TNF-alpha"),
        Topic("ssri", "Selective serotonin reuptake inhibitors", "SSRI"),
        Topic("eating-disorders", "Eating disorders", "ED"),
    ]);

    public static TheoryData<string[]> Topics => TestFiles.Cases("topics", 2);

    [Theory]
    [MemberData(nameof(Topics))]
    public void Topics_are_found_by_names_and_synonyms(string[] row) => Assert.Equal(row[1], string.Join(' ', Tagger.Tag(row[0])));

    [Fact]
    public void An_exact_name_wins_over_the_plural_of_another()
    {
        var tagger = new TopicTagger([Topic("a-mode", "Mode"), Topic("modes", "Modes")]);

        Assert.Equal(["modes"], tagger.Tag("Two modes."));
    }

    [Theory]
    [InlineData("Eating disorders (EatD) are rare.", "EatD hurts.", "eating-disorders")]
    [InlineData("The EatD (eating disorders) are rare.", "Two EatDs hurt.", "eating-disorders")]
    [InlineData("Acoustic neuroma (AN) is rare.", "AN hurts, anorexia too.", "anorexia-nervosa")]
    [InlineData("Acoustic neuroma (AN) is rare.", "AN hurts.", "")]
    [InlineData("Anorexia nervosa (AN) is rare.", "AN hurts.", "anorexia-nervosa")]
    [InlineData("Restricting anorexia nervosa (AN) is rare.", "AN hurts.", "anorexia-nervosa")]
    [InlineData("5-Hydroxytryptamine (5-HT) is old.", "5-HT falls.", "serotonin")]
    [InlineData("The therapy of zinc (TOZ) is new.", "TOZ helps.", "")]
    [InlineData("Tumour death factor-alpha [TNF-alpha] is old.", "TNF-α falls.", "tnf-alpha")]
    public void Abbreviations_that_the_article_defines_are_topics(string definition, string sentence, string topics)
    {
        var article = new Article
        {
            Slug = "a",
            Title = "A Title",
            Sections = [new Section { Id = "lead", Level = 2, Paragraphs = [new Paragraph { Text = definition }] }],
        };

        Assert.Equal(topics, string.Join(' ', Tagger.ForArticle(article).Tag(sentence)));
        Assert.Equal(Tagger.Tag(sentence), Tagger.Tag(sentence));
    }

    private static Topic Topic(string slug, string name, params string[] synonyms) =>
        new() { Slug = slug, Name = name, Synonyms = synonyms };
}
