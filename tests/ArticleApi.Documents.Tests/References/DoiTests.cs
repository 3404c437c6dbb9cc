using ArticleApi.Documents.References;

namespace ArticleApi.Documents.Tests.References;

public class DoiTests
{
    [Theory]
    [InlineData("10.1002/syn.22253", "10.1002/syn.22253")]
    [InlineData("https://doi.org/10.1002/SYN.22253.", "10.1002/syn.22253")]
    [InlineData("http://dx.doi.org/10.1002/syn.22253", "10.1002/syn.22253")]
    [InlineData("doi: 10.1002/syn.22253", "10.1002/syn.22253")]
    [InlineData("DOI:10.1016/0140-6736(90)90001-X", "10.1016/0140-6736(90)90001-x")]
    [InlineData("https://doi.org/10.1000%2F182", "10.1000/182")]
    [InlineData("10.1002", null)]
    [InlineData("10.1002/", null)]
    [InlineData("10.1002/a b", null)]
    [InlineData("https://example.org/10.1002/a", null)]
    [InlineData("", null)]
    public void A_DOI_is_normalised_to_bare_lower_case(string text, string? doi) => Assert.Equal(doi, Doi.Normalise(text));

    [Theory]
    [InlineData("Doe A. Naps. https://doi.org/10.1000/ abc123", "10.1000/abc123")]
    [InlineData("Doe A. Naps. doi:10.1007/978-3-319- 24574-4_28. Springer", "10.1007/978-3-319-24574-4_28")]
    [InlineData("Doe A. Naps. https:// doi. org/10.1000/abc", "10.1000/abc")]
    [InlineData("Doe A. Naps. DOI 10.1000/abc.[CrossRef]", "10.1000/abc")]
    [InlineData(
        "Doe A. Naps. doi:10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2",
        "10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2")]
    [InlineData("Doe A. Naps <https://doi.org/10.1000/abc>", "10.1000/abc")]
    public void A_DOI_broken_by_a_line_break_is_joined(string line, string doi) =>
        Assert.Equal(doi, ReferenceParser.Parse("1", line).Reference.Doi);

    [Fact]
    public void The_first_DOI_of_a_line_is_found_with_the_span_of_its_address()
    {
        const string Line = "On sleep (https://doi.org/10.1000/Ab(1)c). See 10.1000/x.";

        Assert.Equal(
            ("10.1000/ab(1)c", Line.IndexOf("https", StringComparison.Ordinal), Line.IndexOf(" See", StringComparison.Ordinal)),
            Doi.Find(Line));
        Assert.Null(Doi.Find("Version 110.1000/x and no more"));
    }
}
