using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Tests.Importing.Jats;

public class JatsReferencesTests
{
    public static TheoryData<string[]> Cases => TestFiles.Cases("jats-references", 9);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Citations_become_references(string[] row)
    {
        var reference = Assert.Single(References($"<ref id='r1'><label>[1]</label>{row[0]}</ref>"));

        Assert.Equal("1", reference.Label);
        Assert.Equal(row[1], reference.Type);
        Assert.Equal(row[2], string.Join("; ", reference.Authors.Select(name => $"{name.Main} {name.Given}".Trim())));
        Assert.Equal(row[3], $"{reference.Year}");
        Assert.Equal(row[4], reference.Title ?? "");
        Assert.Equal(row[5], reference.ContainerTitle ?? "");
        Assert.Equal(
            row[6],
            reference.Volume + (reference.Issue is { } issue ? $"({issue})" : "") + (reference.Pages is { } pages ? $":{pages}" : ""));
        Assert.Equal(row[7], reference.Doi ?? reference.Url ?? "");
        if (row[8] != "=")
        {
            Assert.Equal(row[8], reference.Raw);
        }
    }

    [Fact]
    public void A_list_without_labels_is_numbered_as_the_text_cites_it()
    {
        const string Two =
            "<ref id='a'><mixed-citation>Berg A. Naps. Sleep. 2001;3:10.</mixed-citation></ref><ref id='b'><mixed-citation>Dahl B. Rest. "
            + "Sleep. 2002;4:11.</mixed-citation></ref>";

        Assert.Equal(["1", "2"], References(Two).Select(reference => reference.Label));
        Assert.Equal(["2", "1"], References(Two, "[<xref rid='b'>1</xref>] [<xref rid='a'>2</xref>]").Select(reference => reference.Label));
        Assert.Equal(["2", "1"], References(Two, "[<xref rid='b'>1</xref>]").Select(reference => reference.Label));
        Assert.Equal(
            ["1", "2"], References(Two, "[<xref rid='b'>1</xref>], <xref rid='a'>Berg</xref>").Select(reference => reference.Label));
    }

    [Fact]
    public void A_label_of_author_and_year_is_not_taken_as_label() =>
        Assert.Equal(
            ["1", "2"],
            References(
                    "<ref><label>Berg (2001)</label><mixed-citation>Berg A. Naps. Sleep. 2001;3:10.</mixed-citation></ref><ref><label>Dahl "
                    + "et al., 2002</label><mixed-citation>Dahl B. Rest. Sleep. 2002;4:11.</mixed-citation></ref>")
                .Select(reference => reference.Label));

    [Fact]
    public void Several_lists_are_joined_and_no_label_is_used_twice()
    {
        var references = References(
            "<ref><label>1</label><mixed-citation>Berg A. Naps. Sleep. 2001;3:10.</mixed-citation></ref></ref-list><ref-list><title>"
            + "More</title><ref-list><ref><label>1</label><mixed-citation>Dahl B. Rest. Sleep. "
            + "2002;4:11.</mixed-citation></ref></ref-list>");

        Assert.Equal(["1", "1-2"], references.Select(reference => reference.Label));
    }

    [Fact]
    public void Footnotes_that_hold_citations_are_the_list_where_there_is_none()
    {
        var (article, _) = Import(
            "<p>Naps help.<xref ref-type='fn' rid='n1'><sup>1</sup></xref> They do.<xref ref-type='fn' rid='n2'><sup>2</sup></xref></p>",
            "<fn-group><fn id='n1'><label>1</label><p><mixed-citation>Berg A. Naps. Sleep. 2001;3:10.</mixed-citation></p></fn><fn "
            + "id='n2'><label>2</label><p>So we think.</p></fn></fn-group>");

        Assert.Equal("Berg A. Naps. Sleep. 2001;3:10.", Assert.Single(article!.References).Raw);
        var paragraph = Assert.Single(article.Sections[0].Paragraphs);
        Assert.Equal(("Naps help. They do.", "1"), (paragraph.Text, Assert.Single(paragraph.Markers).Label));
    }

    [Fact]
    public void Authors_that_a_citation_leaves_out_are_reported()
    {
        const string Entry =
            "<element-citation><name><surname>Berg</surname><given-names>A</given-names></name>{0}<article-title>Naps</article-title>"
            + "<source>Sleep</source><year>2001</year></element-citation>";
        IEnumerable<string> Codes(string elided) =>
            Import("<p>Naps help.</p>", $"<ref-list><ref>{Entry.Replace("{0}", elided)}</ref></ref-list>").Report.Notes.Select(n => n.Code);

        Assert.Contains("authors-left-out", Codes("<etal/>"));
        Assert.DoesNotContain("authors-left-out", Codes(""));
    }

    private static IReadOnlyList<Reference> References(string list, string text = "Naps help.") =>
        Import($"<p>{text}</p>", $"<ref-list>{list}</ref-list>").Article!.References;

    private static ImportResult Import(string body, string back) =>
        ArticleImport.Run($"<article><body>{body}</body><back>{back}</back></article>", ArticleImporters.Find("jats")!, Vocabulary.Tagger);
}
