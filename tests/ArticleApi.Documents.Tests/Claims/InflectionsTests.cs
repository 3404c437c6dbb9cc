using ArticleApi.Documents.Claims;

namespace ArticleApi.Documents.Tests.Claims;

public class InflectionsTests
{
    [Theory]
    [InlineData("antidepressants", "antidepressant")]
    [InlineData("antidepressant", "antidepressants")]
    [InlineData("therapies", "therapy")]
    [InlineData("therapy", "therapies")]
    [InlineData("diagnoses", "diagnosis")]
    [InlineData("diagnosis", "diagnoses")]
    [InlineData("complexes", "complex")]
    [InlineData("viruses", "virus")]
    [InlineData("branches", "branch")]
    [InlineData("ssris", "ssri")]
    [InlineData("eds", "ed")]
    [InlineData("boys", "boy")]
    public void Singular_and_plural_are_variants_of_one_name(string name, string other)
    {
        Assert.Equal(name, Inflections.Variants(name)[0]);
        Assert.Contains(other, Inflections.Variants(name));
    }

    [Theory]
    [InlineData("serotonine", "serotonin")]
    [InlineData("zinc", "zin")]
    [InlineData("", "s")]
    [InlineData("s", "")]
    [InlineData("5", "5s")]
    public void Other_endings_are_no_variants(string name, string other) => Assert.DoesNotContain(other, Inflections.Variants(name));
}
