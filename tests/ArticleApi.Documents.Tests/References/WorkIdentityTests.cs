using ArticleApi.Documents.References;

namespace ArticleApi.Documents.Tests.References;

public class WorkIdentityTests
{
    private const string Line = "Müller, K. (2020). On sleep. Naps, 1, 2-3.";

    [Fact]
    public void Equal_DOIs_give_equal_ids() =>
        Assert.Equal(Id("Muller, K. (2019). Sleep. https://doi.org/10.1000/A"), Id("Other, A. (2020). Naps. doi:10.1000/a"));

    [Fact]
    public void Without_a_DOI_author_year_and_title_give_the_id_in_any_spelling() =>
        Assert.Equal(Id(Line), Id("Muller, Karl A. (2020). On Sleep! Naps"));

    [Theory]
    [InlineData("Müller, K. (2021). On sleep. Naps, 1, 2-3.")]
    [InlineData("Miller, K. (2020). On sleep. Naps, 1, 2-3.")]
    [InlineData("Müller, K. (2020). On sleeping. Naps, 1, 2-3.")]
    [InlineData("Müller, K. (2020). On sleep. Naps, 1, 2-3. https://doi.org/10.1000/a")]
    public void Another_author_year_title_or_DOI_gives_another_id(string other) => Assert.NotEqual(Id(Line), Id(other));

    [Fact]
    public void Without_author_year_and_title_the_line_gives_the_id()
    {
        Assert.Equal(Id("A note  of sorts"), Id("A note of sorts"));
        Assert.NotEqual(Id("A note of sorts"), Id("A note of sort"));
    }

    private static string Id(string line)
    {
        var reference = ReferenceParser.Parse("1", line).Reference;
        Assert.Equal(WorkIdentity.IdOf(reference), reference.Id);
        Assert.Matches("^ref_[a-z2-7]{16}$", reference.Id);
        return reference.Id;
    }
}
