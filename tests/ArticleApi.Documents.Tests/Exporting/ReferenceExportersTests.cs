using ArticleApi.Documents.Exporting;

namespace ArticleApi.Documents.Tests.Exporting;

public class ReferenceExportersTests
{
    [Fact]
    public void Each_format_has_a_name_and_a_media_type() => Assert.Equal(
        [
            ("csl", "application/vnd.citationstyles.csl+json"),
            ("bibtex", "application/x-bibtex"),
            ("ris", "application/x-research-info-systems"),
        ],
        ReferenceExporters.All.Select(exporter => (exporter.Format, exporter.MediaType)));

    [Fact]
    public void An_empty_list_gives_an_empty_export()
    {
        Assert.Equal("[]", AReference.Write("csl"));
        Assert.Equal("", AReference.Write("bibtex"));
        Assert.Equal("", AReference.Write("ris"));
    }
}
