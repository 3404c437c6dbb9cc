using ArticleApi.Documents.Model;
using DocumentFormat.OpenXml;
using static ArticleApi.Documents.Tests.Importing.Word.WordFileBuilder;

namespace ArticleApi.Documents.Tests.Importing.Word;

public class WordImporterTests
{
    private const string Prose = "Cedar tea calms the evening, said a small group of people who drank it for a month.";

    [Fact]
    public void Title_subtitle_authors_and_date_are_told_by_styles()
    {
        var (article, report) = new WordFileBuilder { Styles = Style("T", "Title") + Style("S", "Subtitle") + Style("A", "Author")
            + Style("D", "Date") }
            .Add(Styled("T", "Cedar tea"), Styled("S", "A trial at night"), Styled("A", "Ida Holm, Per Lie"), Styled("D", "4 May 2021"))
            .AddText(Prose)
            .Import();

        Assert.Equal(("Cedar tea", "A trial at night", new DateOnly(2021, 5, 4)), (article!.Title, article.Subtitle, article.PublishedOn));
        Assert.Equal(["Ida Holm", "Per Lie"], article.Authors);
        Assert.Equal(Prose, Texts(article).Single());
        Assert.Empty(report.Notes);
    }

    [Fact]
    public void A_title_without_a_style_is_told_by_its_look_and_authors_by_their_names()
    {
        const string Centre = "<w:jc w:val=\"center\"/>";
        var (article, report) = new WordFileBuilder()
            .Add(
                P(R("Cedar tea and the length of", "<w:b/><w:sz w:val=\"36\"/>"), Centre),
                P(R("quiet evenings", "<w:b/><w:sz w:val=\"36\"/>"), Centre),
                P(R("Ida Holm") + Sup("1,*") + R(", Per Lie") + Sup("2"), Centre),
                P(Sup("1") + R("Department of Teas, Hill University"), Centre),
                P(R("Introduction", "<w:b/>")))
            .AddText(Prose)
            .Import();

        Assert.Equal("Cedar tea and the length of quiet evenings", article!.Title);
        Assert.Equal(["Ida Holm", "Per Lie"], article.Authors);
        Assert.Equal(["Introduction"], article.Sections.Select(section => section.Heading));
        Assert.Contains(report.Notes, note => note.Code == "unplaced-line" && note.Line == 4);
    }

    [Fact]
    public void The_only_heading_above_all_others_is_the_title()
    {
        var (article, _) = new WordFileBuilder()
            .Add(Styled("Heading1", "Cedar tea"), P(R("By Ida Holm, 4 May 2021")), P(R(Prose)), Styled("Heading2", "How it was done"),
                P(R(Prose)))
            .Import();

        Assert.Equal(("Cedar tea", new DateOnly(2021, 5, 4)), (article!.Title, article.PublishedOn));
        Assert.Equal(["Ida Holm"], article.Authors);
        Assert.Equal([(null, 2), ("How it was done", 2)], article.Sections.Select(section => (section.Heading, section.Level)));
    }

    [Fact]
    public void The_properties_tell_title_and_authors_where_the_text_does_not()
    {
        var (article, _) = new WordFileBuilder { Properties = ("Cedar tea", "Ida Holm; Per Lie") }.AddText(Prose, Prose + " Again.")
            .Import();
        Assert.Equal("Cedar tea", article!.Title);
        Assert.Equal(["Ida Holm", "Per Lie"], article.Authors);
        Assert.Equal(2, Texts(article).Count);
    }

    [Theory]
    [InlineData("Heading2", "heading 2")]
    [InlineData("berschrift2", "Überschrift 2")]
    [InlineData("Titre2", "Titre 2")]
    [InlineData("Ttulo2", "Título 2")]
    [InlineData("Kop2", "Kop 2")]
    public void A_heading_is_told_by_its_style_in_any_language(string id, string name)
    {
        var (article, _) = new WordFileBuilder { Styles = Style("Title", "Title") + Style("Heading1", "heading 1") + Style(id, name)
            + Style("x", "x") }
            .Add(Styled("Title", "Tea"), Styled("Heading1", "Start"), P(R(Prose)), Styled(id, "Deeper part of it"), P(R(Prose)))
            .Import();
        Assert.Equal([("Start", 2), ("Deeper part of it", 3)], article!.Sections.Select(section => (section.Heading, section.Level)));
    }

    [Fact]
    public void A_heading_is_told_by_the_outline_level_and_by_what_a_style_is_based_on()
    {
        var styles = Style("Title", "Title")
            + Style("Heading1", "heading 1")
            + Style("Own", "My head", "<w:basedOn w:val=\"Heading1\"/>")
            + Style("Level", "My level", "<w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>")
            + Style("Loop", "Loop", "<w:basedOn w:val=\"Pool\"/>") + Style("Pool", "Pool", "<w:basedOn w:val=\"Loop\"/>");
        var (article, _) = new WordFileBuilder { Styles = styles }
            .Add(
                Styled("Title", "Tea"), Styled("Own", "First of all"), P(R(Prose)), Styled("Level", "Second"), Styled("Loop", Prose),
                P(R("Third"), "<w:outlineLvl w:val=\"2\"/>"), P(R(Prose)), P(R(Prose), "<w:outlineLvl w:val=\"9\"/>"))
            .Import();
        Assert.Equal(
            [("First of all", 2, 1), ("Second", 3, 1), ("Third", 4, 2)],
            article!.Sections.Select(section => (section.Heading, section.Level, section.Paragraphs.Count)));
    }

    [Fact]
    public void A_heading_without_a_style_is_told_by_its_look()
    {
        var (article, _) = new WordFileBuilder()
            .Add(
                Styled("Title", "Tea"), P(R("Methods", "<w:b/>")), P(R(Prose)), P(R("What they ", "<w:b/>") + R("drank", "<w:b/><w:i/>")),
                    P(R(Prose)),
                P(R("They slept.", "<w:b/>") + R(" " + Prose)), P(R("It is bold and it ends.", "<w:b/>")), P(R("Last words", "<w:b/>")))
            .Import();
        Assert.Equal(["Methods", "What they drank"], article!.Sections.Select(section => section.Heading));
        Assert.Equal(["They slept. " + Prose, "It is bold and it ends.", "Last words"], article.Sections[1].Paragraphs.Skip(1).Select(p =>
            p.Text));
    }

    [Fact]
    public void Whatever_prints_text_is_read()
    {
        var (article, report) = new WordFileBuilder()
            .Add(
                Styled("Title", "Tea"),
                P("<w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r><w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>"
                    + "stop</w:t></w:r>"),
                P("<w:hyperlink w:anchor=\"x\">" + R("A link") + "</w:hyperlink><w:smartTag><w:r><w:t xml:space=\"preserve\"> to "
                    + "</w:t></w:r></w:smartTag>"
                    + "<w:sdt><w:sdtPr/><w:sdtContent>" + R("Oslo, ") + "</w:sdtContent></w:sdt><w:r><w:sym w:font=\"Symbol\" "
                    + "w:char=\"F061\"/></w:r>"),
                "<w:sdt><w:sdtContent>" + P(R("In a control of its own.")) + "</w:sdtContent></w:sdt>",
                P("<w:r><w:ruby><w:rt><w:r><w:t>high</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>Base</w:t></w:r></w:rubyBase></w:ruby></w:r>"
                    + "<mc:AlternateContent><mc:Choice Requires=\"z\">" + R(" unknown") + "</mc:Choice><mc:Choice Requires=\"wps\">"
                    + R(" once")
                    + "</mc:Choice><mc:Fallback>" + R(" twice") + "</mc:Fallback></mc:AlternateContent>"),
                P(R("So x is ") + "<m:oMath><m:sSup><m:e><m:r><m:t>y</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
                    + "<m:f><m:num>"
                    + "<m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>" + R(".")),
                P(R("Seen") + R(" unseen", "<w:vanish/>") + R(" text.")))
            .Import();
        Assert.Equal(
            ["One two threenon\u2011stop", "A link to Oslo, α", "In a control of its own.", "Base once", "So x is y²a/b.", "Seen text."],
                Texts(article!));
        Assert.Equal(["readings-of-characters-left-out", "hidden-texts-left-out"], report.Notes.Select(note => note.Code));
    }

    [Fact]
    public void Items_of_lists_are_paragraphs_and_key_points_are_told_by_their_heading()
    {
        const string Item = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
        var (article, _) = new WordFileBuilder()
            .Add(
                Styled("Title", "Tea"), Styled("Heading1", "Key points"), P(R("Tea calms."), Item), P(R("Cedar is best."), Item),
                Styled("Heading1", "Story"), P(R("There are two:")), P(R("Warm tea."), Item), P(R("Cold tea."), Item))
            .Import();
        Assert.Equal(["Tea calms.", "Cedar is best."], article!.KeyPoints.Select(point => point.Text));
        Assert.Equal(["There are two:", "Warm tea.", "Cold tea."], Texts(article));
    }

    [Fact]
    public void Tracked_changes_are_read_as_accepted_and_comments_are_counted()
    {
        var (article, report) = new WordFileBuilder()
            .Add(
                Styled("Title", "Tea"),
                P(R("Tea ") + "<w:del>" + "<w:r><w:delText>never </w:delText></w:r></w:del><w:ins>" + R("often ") + "</w:ins>"
                    + R("calms and "),
                    "<w:rPr><w:del/></w:rPr>"),
                P(R("warms people.") + "<w:r><w:commentReference w:id=\"1\"/></w:r>"),
                P("<w:moveFrom>" + R("This sentence moved.") + "</w:moveFrom>"),
                P("<w:moveTo>" + R("This sentence moved.") + "</w:moveTo>"))
            .Import();
        Assert.Equal(["Tea often calms and warms people.", "This sentence moved."], Texts(article!));
        Assert.Contains(report.Notes, note => note.Code == "tracked-changes");
        Assert.Contains(report.Notes, note => note.Code == "comments-left-out" && note.Line == 3);
    }

    [Fact]
    public void What_is_no_running_text_is_counted()
    {
        var (article, report) = new WordFileBuilder { Header = P(R("Running head")) }
            .Add(
                Styled("Title", "Tea"), P(R(Prose)),
                "<w:tbl><w:tr><w:tc>" + P(R("a")) + "</w:tc><w:tc>" + P(R("b")) + "</w:tc></w:tr></w:tbl>",
                P("<w:r><w:drawing><x/></w:drawing></w:r>"),
                P("<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>" + P(R("In a box"))
                    + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" + P(R("In a box"))
                    + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + R("Beside the box.")),
                P("<m:oMathPara><m:oMath/></m:oMathPara>"),
                P(Field("TOC \\o", R("Tea 1"))))
            .Import();
        Assert.Equal([Prose, "Beside the box."], Texts(article!));
        Assert.Equal(
            ["headers-and-footers-left-out", "tables-left-out", "figures-left-out", "text-boxes-left-out", "display-formulas-left-out",
                "tables-of-contents-left-out"],
            report.Notes.Select(note => note.Code));
    }

    [Fact]
    public void A_document_that_is_laid_out_in_tables_is_read()
    {
        var (article, report) = new WordFileBuilder()
            .Add(Styled("Title", "Tea"), "<w:tbl><w:tr><w:tc>" + P(R(string.Join(' ', Prose, Prose, Prose))) + "</w:tc></w:tr></w:tbl>")
                .Import();
        Assert.Single(Texts(article!));
        Assert.Contains(report.Notes, note => note.Code == "layout-tables");
    }

    [Theory]
    [InlineData("de-DE", "", "de-DE")]
    [InlineData("", "pt-BR", "pt-BR")]
    [InlineData("", "", "en")]
    public void The_language_is_that_of_most_of_the_text(string run, string defaults, string expected)
    {
        var styles = defaults.Length > 0
            ? $"<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"{defaults}\"/></w:rPr></w:rPrDefault></w:docDefaults>"
            : "";
        var (article, _) = new WordFileBuilder { Styles = styles }
            .Add(P(R("Tee")), P(R(Prose, run.Length > 0 ? $"<w:lang w:val=\"{run}\"/>" : ""))).Import();
        Assert.Equal(expected, article!.Language);
    }

    [Theory]
    [InlineData(WordprocessingDocumentType.MacroEnabledDocument)]
    [InlineData(WordprocessingDocumentType.Template)]
    public void Documents_with_macros_and_templates_are_read_alike(WordprocessingDocumentType type) =>
        Assert.Equal([Prose], Texts(new WordFileBuilder { Type = type }.Add(Styled("Title", "Tea")).AddText(Prose).Import().Article!));

    private static List<string> Texts(Article article) =>
        [.. article.Sections.SelectMany(section => section.Paragraphs).Select(paragraph => paragraph.Text)];
}
