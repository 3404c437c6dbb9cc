using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Tests.Importing;

internal static class Vocabulary
{
    public static IReadOnlyCollection<Topic> Topics { get; } =
    [
        Topic("serotonin", "Serotonin", "5-HT"), Topic("dopamine", "Dopamine"), Topic("glutamate", "Glutamate"),
        Topic("zinc", "Zinc", "Zn2+"), Topic("ketamine", "Ketamine"), Topic("anorexia-nervosa", "Anorexia nervosa", "anorexia", "AN"),
    ];

    public static TopicTagger Tagger { get; } = new(Topics);

    private static Topic Topic(string slug, string name, params string[] synonyms) =>
        new() { Slug = slug, Name = name, Synonyms = synonyms };
}
