using ArticleApi.Documents.Exporting;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Tests.Exporting;

public class RisExporterTests
{
    [Fact]
    public void A_whole_reference_becomes_RIS_lines() => Assert.Equal(
        """
        TY  - JOUR
        ID  - ref_aaaaaaaaaaaaaaaa
        AU  - Keeler, J. L.
        AU  - van der Berg, K., Jr.
        AU  - WHO
        PY  - 2021
        TI  - Ketamine as a treatment for Anorexia nervosa: NMDA and 5-HT
        T2  - Nutrients & Food
        VL  - 13
        IS  - 11
        SP  - 4158
        EP  - 4160
        DO  - 10.3390/nu_13114158
        UR  - https://example.org/a?b=%20&c#d
        ER  -

        """.ReplaceLineEndings("\r\n").Replace("ER  -", "ER  - ", StringComparison.Ordinal),
        AReference.Write("ris", AReference.Whole));

    [Fact]
    public void A_reference_without_a_title_becomes_an_RIS_note() =>
        Assert.Equal(
            "TY  - GEN\r\nID  - ref_aaaaaaaaaaaaaaaa\r\nN1  - A note 100% of sorts\r\nER  - \r\n", AReference.Write("ris", AReference.Raw));

    [Theory]
    [InlineData("12-19", "SP=12 EP=19")]
    [InlineData("e4158", "SP=e4158")]
    [InlineData("S1-S5, 12", "SP=S1-S5, 12")]
    [InlineData("1-2-3", "SP=1-2-3")]
    public void Pages_become_start_and_end_page(string pages, string written) => Assert.Equal(
        written,
        string.Join(
            ' ',
            Read(AReference.Write("ris", AReference.Whole with { Pages = pages }))[0]
                .Where(line => line.Tag is "SP" or "EP")
                .Select(line => $"{line.Tag}={line.Value}")));

    [Fact]
    [Trait("Category", "Fuzz")]
    public void Any_reference_survives_an_RIS_round_trip() => Properties.Hold(AReference.Any, 1000, reference =>
    {
        var records = Read(AReference.Write("ris", reference, AReference.Whole));
        Assert.Equal(2, records.Count);
        Assert.Equal(ExportedFields.Value(reference.Title), Value("TI"));
        Assert.Equal(ExportedFields.Value(reference.ContainerTitle), Value("T2"));
        Assert.Equal(ExportedFields.Value(reference.Doi), Value("DO"));
        Assert.Equal(ExportedFields.Note(reference), Value("N1"));
        Assert.Equal(
            ExportedFields.Value(reference.Pages)?.Replace(" ", "", StringComparison.Ordinal),
            string.Join('-', new[] { Value("SP"), Value("EP") }.Where(page => page is not null)) is { Length: > 0 } pages
                ? pages.Replace(" ", "", StringComparison.Ordinal)
                : null);

        string? Value(string tag) => records[0].Where(line => line.Tag == tag).Select(line => line.Value).SingleOrDefault();
    });

    // A strict reader: tag, two spaces, hyphen, space, value; CR LF; TY first, ER last.
    private static List<List<(string Tag, string Value)>> Read(string ris)
    {
        var records = new List<List<(string Tag, string Value)>>();
        var lines = ris.Split("\r\n");
        Assert.Equal("", lines[^1]);
        foreach (var line in lines[..^1])
        {
            Assert.Matches("^[A-Z][A-Z0-9]  - ", line);
            Assert.True(CleanText.IsClean(line[6..]));
            if (line.StartsWith("TY", StringComparison.Ordinal))
            {
                Assert.True(records.Count == 0 || records[^1][^1].Tag is "ER");
                records.Add([]);
            }

            records[^1].Add((line[..2], line[6..]));
        }

        Assert.All(records, record => Assert.Equal(("ER", ""), record[^1]));
        return records;
    }
}
