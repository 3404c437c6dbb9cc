using ArticleApi.Documents.Importing;

namespace ArticleApi.Documents.Tests.Importing.Jats;

public class JatsMarkersTests
{
    private static readonly string[] Names =
    [
        "Berg", "Dahl", "Eng", "Frank", "Holm", "Iver", "Juhl", "Krog", "Lund", "Moe", "Nygard", "Olsen",
    ];

    public static TheoryData<string[]> Cases => TestFiles.Cases("jats-markers", 4);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Cross_references_become_markers(string[] row)
    {
        var (article, report) = ArticleImport.Run(Article($"<p>{row[0]}</p>"), ArticleImporters.Find("jats")!, Vocabulary.Tagger);

        var paragraph = Assert.Single(Assert.Single(article!.Sections).Paragraphs);
        Assert.Equal(row[1], paragraph.Text);
        Assert.Equal(row[2], string.Join(' ', paragraph.Markers.Select(marker => $"{marker.Label}@{marker.At}{(marker.Kept ? "!" : "")}")));
        Assert.Equal(row[3], string.Join("; ", report.UnresolvedMarkers));
    }

    internal static string Article(string body)
    {
        var references = Names.Select((name, i) =>
            $"<ref id='r{i + 1}'><label>{i + 1}</label><mixed-citation><name><surname>{name}</surname><given-names>A</given-names></name>, "
            + "<name><surname>Aas</surname></name>. "
            + $"<article-title>Naps</article-title>. <source>Sleep</source>. <year>{2001 + i}</year>;1:2.</mixed-citation></ref>");
        return "<article><front><article-meta><title-group><article-title>Naps</article-title></title-group></article-meta></front>"
            + $"<body>{body}</body>"
            + "<back><fn-group><fn id='n1'><p>A note.</p></fn></fn-group><ref-list>" + string.Concat(references) + "</ref-list></back>"
            + "<floats-group><fig id='f1'><label>Figure 1</label></fig></floats-group></article>";
    }
}
