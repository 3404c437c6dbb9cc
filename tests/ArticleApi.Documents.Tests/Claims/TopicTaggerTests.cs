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
    public void Topics_are_found_by_name(string[] row) => Assert.Equal(row[1], string.Join(' ', Tagger.Tag(row[0])));

    [Fact]
    public void A_name_as_given_goes_before_the_plural_of_another()
    {
        var tagger = new TopicTagger([Topic("a-mode", "Mode"), Topic("modes", "Modes")]);

        Assert.Equal(["modes"], tagger.Tag("Two modes."));
    }

    private static Topic Topic(string slug, string name, params string[] synonyms) => new() { Slug = slug, Name = name, Synonyms = synonyms };
}
