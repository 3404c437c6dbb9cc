using System.Text.Json;
using ArticleApi.Contract;
using ArticleApi.Contract.Topics;
using ArticleApi.Services;

namespace ArticleApi.Tests.Topics;

public sealed class VocabularyReaderTests
{
    [Fact]
    public void A_valid_vocabulary_is_read()
    {
        var (topics, errors) = Read(
            """[ { "name": "Trace element" }, { "slug": "zinc", "name": "zinc", "synonyms": [ "Zn2+" ], "broader": "trace-element" } ]""");
        Assert.Empty(errors);
        Assert.Equal(["trace-element", "zinc"], topics.Select(topic => topic.Slug));
    }

    [Theory]
    [InlineData("""[ { "name": "zinc", "broader": "metall" }, { "name": "metal" } ]""", "/0/broader unknown-value metal")]
    [InlineData("""[ { "name": "zinc", "broader": "zinc" } ]""", "/0/broader broader-cycle ")]
    [InlineData("""[ { "name": "zinc", "synonyms": [ "Zn" ] }, { "name": "tin", "synonyms": [ "ZN" ] } ]""", "/1/synonyms/0 name-taken ")]
    [InlineData("""[ { "name": "zinc" }, { "slug": "spelter", "name": "Zinc" } ]""", "/1/name name-taken ")]
    [InlineData("""[ { "slug": "Zinc!", "name": "zinc" } ]""", "/0/slug invalid-slug ")]
    [InlineData("""[ { "name": "zinc", "synonyms": [ "+" ] } ]""", "/0/synonyms/0 invalid-name ")]
    [InlineData("""[ { "slug": "zinc" } ]""", "/0/name required ")]
    [InlineData("""[ { "name": "zinc", "mesh": "zinc" } ]""", "/0/mesh invalid-value ")]
    public void An_invalid_topic_is_an_error_at_its_JSON_pointer(string vocabulary, string error) => Assert.Equal(
        [error], Read(vocabulary).Errors.Select(found => $"{found.Pointer} {found.Code} {found.Suggestion}"));

    [Fact]
    public void Both_topics_of_a_broader_cycle_are_errors() => Assert.Equal(
        ["/0/broader", "/1/broader"],
        Read("""
            [ { "name": "zinc", "broader": "metal" }, { "name": "metal", "broader": "zinc" }, { "name": "tin", "broader": "metal" } ]
            """)
            .Errors.Select(error => error.Pointer));

    [Fact]
    public void The_bundled_vocabulary_is_valid() => Assert.NotEmpty(Seed.Topics());

    private static (IReadOnlyList<Documents.Model.Topic> Topics, ValidationErrors Errors) Read(string json) =>
        VocabularyReader.Read(JsonSerializer.Deserialize<TopicInput[]>(json, Json.Options)!);
}
