using System.Text;
using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Model;
using static ArticleApi.Documents.Tests.Importing.Word.WordFileBuilder;

namespace ArticleApi.Documents.Tests.Importing.Word;

public class WordCitationTests
{
    private const string First = "Holm I, Lie P. Cedar tea at dusk and after. J Teas. 2019;4:11-19.";
    private const string Second = "Lunde O. Warm drinks in cold houses. Hearth. 2020;2:1-8.";
    private const string Third = "Moe K. A history of cups. Porcelain. 2021;9:100-120.";

    private const string Numbered = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr>";

    private const string Numbers =
        "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText "
            + "w:val=\"[%1]\"/></w:lvl>"
        + "</w:abstractNum><w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/></w:num>";

    private const string Csl =
        "{\"title\":\"Cedar tea at dusk and after\",\"type\":\"article-journal\",\"container-title\":\"Journal of Teas\","
        + "\"volume\":\"4\",\"page\":\"11–19\",\"DOI\":\"10.1000/teas.4\",\"author\":[{\"family\":\"Holm\",\"given\":\"Ida\"}],"
        + "\"issued\":{\"date-parts\":[[\"2019\",3]]}}";

    private static readonly string Zotero =
        "ADDIN ZOTERO_ITEM CSL_CITATION {\"citationItems\":[{\"id\":1,\"uris\":[\"http://zotero.org/1\"],\"itemData\":" + Csl + "}]}";

    [Fact]
    public void Superscripts_are_markers_and_exponents_stay_raised()
    {
        var article = Listed(
            P(R("Tea calms.") + Sup("1") + R(" It warms.") + Sup("1–3") + R(" It holds 10") + Sup("3") + R(" leaves a m") + Sup("2")
                + R(", Ca") + Sup("2+") + R(" and ") + Sup("1") + R("H, at 10") + Sup("-6") + R(" M, on the 21") + Sup("st") + R(".")
                + Sup("2,") + Sup("3"))).Article!;
        Assert.Equal(
            "Tea calms. It warms. It holds 10³ leaves a m², Ca²⁺ and ¹H, at 10⁻⁶ M, on the 21st.", article.Sections[0].Paragraphs[0].Text);
        Assert.Equal("1@10 1@20 2@20 3@20 2@83 3@83", Markers(article));
    }

    [Fact]
    public void Superscripts_are_told_by_a_character_style_too()
    {
        var raised = "<w:style w:type=\"character\" w:styleId=\"Sup\"><w:name w:val=\"Cite\"/><w:rPr><w:vertAlign "
            + "w:val=\"superscript\"/></w:rPr></w:style>";
        var article = Listed(P(R("Tea calms.") + R("2", "<w:rStyle w:val=\"Sup\"/>")), raised).Article!;
        Assert.Equal(("Tea calms.", "2@10"), (article.Sections[0].Paragraphs[0].Text, Markers(article)));
    }

    [Fact]
    public void A_list_has_the_numbers_that_word_counts()
    {
        var article = Listed(P(R("Tea calms [2].")), numbered: true).Article!;
        Assert.Equal(["1", "2", "3"], article.References.Select(reference => reference.Label));
        Assert.Equal([First, Second, Third], article.References.Select(reference => reference.Raw));
        Assert.Equal(("Tea calms.", "2@9"), (article.Sections[0].Paragraphs[0].Text, Markers(article)));
    }

    [Fact]
    public void A_list_without_numbers_is_cited_by_author_and_year()
    {
        var (article, report) = new WordFileBuilder()
            .Add(Styled("Title", "Tea"), P(R("Tea calms (Holm & Lie, 2019). Lunde (2020) agrees.")), P(R("Literaturverzeichnis", "<w:b/>")))
            .AddText("Holm, I., & Lie, P. (2019). Cedar tea at dusk. Journal of Teas, 4, 11-19.",
                "Lunde, O. (2020). Warm drinks. Hearth, 2, 1-8.")
            .Import();
        Assert.Equal(["1", "2"], article!.References.Select(reference => reference.Label));
        Assert.Equal("1@27 2@42", Markers(article));
        Assert.Equal((0, 2), (report.UnresolvedMarkers.Count, report.Counts.ResolvedMarkers));
    }

    [Fact]
    public void A_list_is_told_by_its_style_or_by_being_last()
    {
        var styled = new WordFileBuilder()
            .Add(Styled("Title", "Tea"), P(R("Tea calms.") + Sup("1")), Styled("Bibliography", "1. " + First), Styled("Bibliography",
                "2. " + Second))
            .Import().Article!;
        Assert.Equal((2, "1@10"), (styled.References.Count, Markers(styled)));

        var last = new WordFileBuilder().Add(Styled("Title", "Tea"), P(R("Tea calms.") + Sup("3")))
            .AddText("1. " + First, "2. " + Second, "3. " + Third).Import().Article!;
        Assert.Equal((3, "3@10"), (last.References.Count, Markers(last)));
    }

    [Fact]
    public void What_follows_the_list_under_a_heading_is_body_again()
    {
        var article = new WordFileBuilder()
            .Add(Styled("Title", "Tea"), P(R("Tea calms [1].")), Styled("Heading1", "References"), P(R("1. " + First)), P(R("2. "
                + Second)))
            .Add(Styled("Heading1", "Appendix"), P(R("The cups were white.")))
            .Import().Article!;
        Assert.Equal(2, article.References.Count);
        Assert.Equal("The cups were white.", article.Sections[^1].Paragraphs.Single().Text);
    }

    [Fact]
    public void A_field_of_Zotero_gives_the_fields_and_the_list_what_is_printed()
    {
        var article = new WordFileBuilder()
            .Add(
                Styled("Title", "Tea"), P(R("Tea calms") + Field(Zotero, Sup("1")) + R(". It warms [2].")), Styled("Heading1",
                    "References"),
                P(Field("ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY", R("1. " + First) + "</w:p><w:p>" + R("2. " + Second))))
            .Import().Article!;
        Assert.Equal(("Tea calms. It warms.", "1@9 2@19"), (article.Sections[0].Paragraphs[0].Text, Markers(article)));
        Assert.Equal(2, article.References.Count);
        Assert.Equal(
            (First, "Journal of Teas", "11-19", "10.1000/teas.4", 2019),
            (article.References[0].Raw, article.References[0].ContainerTitle, article.References[0].Pages, article.References[0].Doi,
                article.References[0].Year));
        Assert.Equal(("Hearth", "2"), (article.References[1].ContainerTitle, article.References[1].Volume));
    }

    [Fact]
    public void A_work_that_no_list_prints_is_a_reference_too()
    {
        var article = new WordFileBuilder().Add(Styled("Title", "Tea"), P(R("Tea calms ") + Field(Zotero, R("(Holm, 2019)")) + R(".")))
            .Import().Article!;
        Assert.Equal(("Tea calms (Holm, 2019).", "1@21"), (article.Sections[0].Paragraphs[0].Text, Markers(article)));
        Assert.True(article.Sections[0].Paragraphs[0].Markers[0].Kept);
        Assert.Equal(
            "Holm, Ida. (2019). Cedar tea at dusk and after. Journal of Teas, 4, 11-19. https://doi.org/10.1000/teas.4",
                article.References.Single().Raw);
    }

    [Theory]
    [InlineData("ADDIN CSL_CITATION {\"citationItems\":[{\"id\":\"ITEM-1\",\"itemData\":$}],\"mendeley\":{\"formattedCitation\":\"[1]\"}}")]
    [InlineData("ADDIN Mendeley Citation{1} CSL_CITATION {\"citationItems\":[{\"id\":\"ITEM-1\",\"itemData\":$}]}")]
    public void A_field_of_Mendeley_is_read(string instruction)
    {
        var article = Listed(P(R("Tea calms ") + Field(instruction.Replace("$", Csl, StringComparison.Ordinal), R("[1]")) + R(".")))
            .Article!;
        Assert.Equal(("Tea calms.", "1@9", "Ida"), (article.Sections[0].Paragraphs[0].Text, Markers(article),
            article.References[0].Authors[0].Given));
    }

    [Fact]
    public void A_content_control_of_Mendeley_Cite_is_read()
    {
        var json = Convert.ToBase64String(Encoding.UTF8.GetBytes("{\"citationItems\":[{\"id\":\"a\",\"itemData\":" + Csl + "}]}"));
        var article = Listed(P(
            R("Tea calms ") + $"<w:sdt><w:sdtPr><w:tag w:val=\"MENDELEY_CITATION_v3_{json}\"/></w:sdtPr><w:sdtContent>" + R("[1]")
            + "</w:sdtContent></w:sdt>" + R("."))).Article!;
        Assert.Equal(("Tea calms.", "1@9", "10.1000/teas.4"), (article.Sections[0].Paragraphs[0].Text, Markers(article),
            article.References[0].Doi));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_field_of_EndNote_is_read(bool isData)
    {
        const string Xml = "<EndNote><Cite><Author>Holm</Author><Year>2019</Year><RecNum>8</RecNum><record><rec-number>8</rec-number>"
            + "<ref-type name=\"Journal Article\">17</ref-type><contributors><authors><author>Holm, Ida</author><author>Lie, "
            + "Per</author></authors>"
            + "</contributors><titles><title><style face=\"normal\">Cedar tea at dusk and after</style></title><secondary-title>"
            + "Journal of Teas"
            + "</secondary-title></titles><pages>11-19</pages><volume>4</volume><dates><year>2019</year></dates><electronic-resource-num>"
            + "10.1000/teas.4</electronic-resource-num></record></Cite></EndNote>";
        var data = Convert.ToBase64String(Encoding.UTF8.GetBytes(Xml));
        var field = isData
            ? "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> ADDIN EN.CITE </w:instrText></w:r>"
                + Field(" ADDIN EN.CITE.DATA ", "", data) + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + R("[1]")
                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
            : Field("ADDIN EN.CITE " + Xml, R("[1]"));
        var article = Listed(P(R("Tea calms ") + field + R("."))).Article!;
        Assert.Equal(("Tea calms.", "1@9"), (article.Sections[0].Paragraphs[0].Text, Markers(article)));
        Assert.Equal(("10.1000/teas.4", First), (article.References[0].Doi, article.References[0].Raw));
        Assert.Equal(["Ida", "Per"], article.References[0].Authors.Select(author => author.Given));
    }

    [Fact]
    public void Words_own_citations_have_their_sources_in_the_document()
    {
        const string Sources = "<b:Sources xmlns:b=\"http://schemas.openxmlformats.org/officeDocument/2006/bibliography\"><b:Source>"
            + "<b:Tag>Hol19</b:Tag>"
            + "<b:SourceType>JournalArticle</b:SourceType><b:Title>Cedar tea at dusk and after</b:Title><b:Year>2019</b:Year>"
            + "<b:JournalName>Journal of "
            + "Teas</b:JournalName><b:Author><b:Author><b:NameList><b:Person><b:Last>Holm</b:Last><b:First>Ida</b:First></b:Person>"
            + "</b:NameList>"
            + "</b:Author></b:Author></b:Source><b:Source><b:Tag>Lun20</b:Tag><b:Title>Warm drinks in cold houses</b:Title><b:Year>"
            + "2020</b:Year>"
            + "</b:Source></b:Sources>";
        var article = new WordFileBuilder { CustomXml = Sources }
            .Add(
                Styled("Title", "Tea"),
                P(R("Tea calms ") + "<w:sdt><w:sdtPr><w:citation/></w:sdtPr><w:sdtContent>" + Field(" CITATION Hol19 \\l 1033 \\m Lun20",
                    R("(Holm, 2019; Lunde, 2020)"))
                    + "</w:sdtContent></w:sdt>" + R(". It warms ") + "<w:fldSimple w:instr=\" CITATION Lun20 \\n \">" + R("(2020)")
                    + "</w:fldSimple>" + R(".")),
                "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Bibliographies\"/></w:docPartObj></w:sdtPr><w:sdtContent>"
                    + Styled("Heading1", "Works Cited") + P(Field("BIBLIOGRAPHY",
                    R("Holm, I. (2019). Cedar tea at dusk and after. Journal of Teas."))) + "</w:sdtContent></w:sdt>")
            .Import().Article!;
        Assert.Equal("1@21 2@34 2@52", Markers(article));
        Assert.Equal(
            ["Holm, I. (2019). Cedar tea at dusk and after. Journal of Teas.", "(2020). Warm drinks in cold houses."],
            article.References.Select(reference => reference.Raw));
        Assert.Equal("Journal of Teas", article.References[0].ContainerTitle);
    }

    [Fact]
    public void A_field_whose_data_are_damaged_stays_as_printed_and_is_told()
    {
        var (article, report) = Listed(P(R("Tea calms ") + Field("ADDIN ZOTERO_ITEM CSL_CITATION {\"citationItems\":[", R("[1]"))
            + R(".")));
        Assert.Equal("1@9", Markers(article!));
        Assert.Contains(report.Notes, note => note.Code == "unreadable-field" && note.Line == 2);
    }

    [Fact]
    public void Notes_that_name_works_are_references_and_all_others_are_told()
    {
        var (article, report) = new WordFileBuilder
        {
            Footnotes = "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote>" + Note("footnote", 2, First)
                + Note("footnote", 3, "We thank the cooks.") + Note("footnote", 4, "Ibid., 14."),
        }
            .Add(
                Styled("Title", "Tea"),
                P("<w:bookmarkStart w:id=\"9\" w:name=\"_Ref9\"/>" + R("Tea calms.") + Sign("footnote", 2) + "<w:bookmarkEnd w:id=\"9\"/>"
                    + R(" It warms.")
                    + Sign("footnote", 3) + R(" It heals.") + Sign("footnote", 4) + R(" So it does.") + Field("NOTEREF _Ref9 \\h",
                    Sup("1"))))
            .Import();
        Assert.Equal("Tea calms. It warms. It heals. So it does.", article!.Sections[0].Paragraphs[0].Text);
        Assert.Equal("1@10 1@30 1@42", Markers(article));
        Assert.Equal(First, article.References.Single().Raw);
        Assert.Contains(report.Notes, note => note.Code == "footnotes-left-out" && note.Line == 2);
    }

    [Fact]
    public void Endnotes_and_footnotes_have_labels_of_their_own()
    {
        var article = new WordFileBuilder { Footnotes = Note("footnote", 2, Second), Endnotes = Note("endnote", 2, First) }
            .Add(Styled("Title", "Tea"), P(R("Tea calms.") + Sign("endnote", 2) + R(" It warms.") + Sign("footnote", 2)))
            .Import().Article!;
        Assert.Equal("1@10 fn1@20", Markers(article));
        Assert.Equal([First, Second], article.References.Select(reference => reference.Raw));
    }

    [Fact]
    public void A_note_that_cites_by_a_field_points_to_its_work()
    {
        var article = new WordFileBuilder
        {
            Footnotes = "<w:footnote w:id=\"2\">" + P(R("See ") + Field(Zotero, R("Holm, Cedar tea, 12")) + R(".")) + "</w:footnote>",
        }
            .Add(Styled("Title", "Tea"), P(R("Tea calms.") + Sign("footnote", 2))).Import().Article!;
        Assert.Equal(("1@10", "10.1000/teas.4"), (Markers(article), article.References.Single().Doi));
    }

    private static string Sign(string kind, int id) => $"<w:r><w:{kind}Reference w:id=\"{id}\"/></w:r>";

    private static ImportResult Listed(string paragraph, string styles = "", bool numbered = false)
    {
        var builder = new WordFileBuilder { Styles = Style("Title", "Title") + Style("Heading1", "heading 1") + styles,
            Numbering = Numbers };
        builder.Add(Styled("Title", "Tea"), paragraph, Styled("Heading1", "References"));
        return (numbered
            ? builder.Add(P(R(First), Numbered), P(R(Second), Numbered), P(R(Third), Numbered))
            : builder.AddText("1. " + First, "2. " + Second, "3. " + Third)).Import();
    }

    private static string Markers(Article article) => string.Join(
        ' ', article.Sections.SelectMany(section => section.Paragraphs).SelectMany(paragraph => paragraph.Markers).Select(marker =>
            $"{marker.Label}@{marker.At}"));
}
