using ArticleApi.Documents.Importing.Bibliographies;

namespace ArticleApi.Documents.Tests.Importing.Bibliographies;

public class CitedIdentifierTests
{
    [Theory]
    [InlineData("doi:10.1000/ABC.1", "doi:10.1000/abc.1", "10.1000/abc.1", null)]
    [InlineData(
        "DOI:10.1002/(SICI)1097(1996)77:1<1::AID-C1>3.0.CO;2-#",
        "doi:10.1002/(sici)1097(1996)77:1<1::aid-c1>3.0.co;2-#",
        "10.1002/(sici)1097(1996)77:1<1::aid-c1>3.0.co;2-#",
        null)]
    [InlineData("doi:10/abcd", "doi:10/abcd", null, "https://doi.org/10/abcd")]
    [InlineData("https://doi.org/10.1000/abc", "doi:10.1000/abc", "10.1000/abc", null)]
    [InlineData("10.1000/abc", "doi:10.1000/abc", "10.1000/abc", null)]
    [InlineData("pmid:7654321", "PMID 7654321", null, "https://pubmed.ncbi.nlm.nih.gov/7654321/")]
    [InlineData("pmcid:PMC765", "PMC765", null, "https://pmc.ncbi.nlm.nih.gov/articles/PMC765/")]
    [InlineData("pmc:765", "PMC765", null, "https://pmc.ncbi.nlm.nih.gov/articles/PMC765/")]
    [InlineData("arxiv:2001.01234v2", "arXiv:2001.01234v2", "10.48550/arxiv.2001.01234", "https://arxiv.org/abs/2001.01234v2")]
    [InlineData(
        "arxiv:math.GT/0309136", "arXiv:math.GT/0309136", "10.48550/arxiv.math.gt/0309136", "https://arxiv.org/abs/math.GT/0309136")]
    [InlineData("isbn:978-0-306-40615-7", "ISBN 978-0-306-40615-7", null, null)]
    [InlineData("url:https://example.org/a?b=c", "https://example.org/a?b=c", null, "https://example.org/a?b=c")]
    public void A_key_that_is_an_identifier_tells_the_work(string key, string text, string? doi, string? url) =>
        Assert.Equal((text, doi, url), CitedIdentifier.Parse(key) is { } found ? (found.Text, found.Doi, found.Url) : default);

    [Theory]
    [InlineData("doi:abc")]
    [InlineData("pmid:x1")]
    [InlineData("arxiv:20")]
    [InlineData("isbn:12")]
    [InlineData("url:javascript://alert(1)")]
    [InlineData("lund2019")]
    [InlineData("tag:salt")]
    public void What_is_none_is_none(string key) => Assert.Null(CitedIdentifier.Parse(key));
}
