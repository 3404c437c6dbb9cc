using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Importing.PlainText;

namespace ArticleApi.Documents.Tests.Importing.PlainText;

public class PlainTextImporterTests
{
    [Theory]
    [InlineData("Posted December 4, 2022", "2022-12-04")]
    [InlineData("Published on 4 December 2022", "2022-12-04")]
    [InlineData("2022-12-04", "2022-12-04")]
    [InlineData("Posted: Dec. 4, 2022 | Updated Jan. 2, 2023", "2022-12-04")]
    [InlineData("Sunday, December 4th, 2022", "2022-12-04")]
    [InlineData("Last updated 1 Sept 2021", "2021-09-01")]
    [InlineData("Posted February 30, 2022", null)]
    public void A_date_of_publication_is_read_in_every_form(string line, string? day) =>
        Assert.Equal(day, Read($"A Title of Some Words\n{line}\nThe body starts here. It goes on.").PublishedOn?.ToString("yyyy-MM-dd"));

    [Theory]
    [InlineData("By Dana Eriksson", "Dana Eriksson", "")]
    [InlineData("Posted by Dana Eriksson | May 4, 2021", "Dana Eriksson", "")]
    [InlineData("Posted by Dana Eriksson on May 4, 2021", "Dana Eriksson", "")]
    [InlineData("By Dana Eriksson, MD and Li Wei", "Dana Eriksson, MD; Li Wei", "")]
    [InlineData("Written by: Dana Eriksson | Medically reviewed by Li Wei, PhD", "Dana Eriksson", "Li Wei, PhD")]
    [InlineData("By Dana Eriksson Posted May 4, 2021 Reviewed by Li Wei", "Dana Eriksson", "Li Wei")]
    public void Authors_and_reviewers_are_read_from_a_byline(string line, string authors, string reviewers)
    {
        var draft = Read($"A Title of Some Words\n{line}\nThe body starts here. It goes on.");

        Assert.Equal((authors, reviewers), (string.Join("; ", draft.Authors), string.Join("; ", draft.ReviewedBy)));
        Assert.Equal("The body starts here. It goes on.", draft.Sections[0].Paragraphs[0].Text);
    }

    [Fact]
    public void A_line_of_a_name_and_a_date_is_no_title()
    {
        var draft = Read("Zinc and mood\nPosted by Dana Eriksson on May 4, 2021\nThe body starts here. It goes on.");

        Assert.Equal(("Zinc and mood", new DateOnly(2021, 5, 4)), (draft.Title, draft.PublishedOn));
    }

    [Theory]
    [InlineData("Key points\n- One.\n- Two.\nBody.", "One. Two.")]
    [InlineData("KEY TAKEAWAYS:\n• One.\n• Two.\nBody.", "One. Two.")]
    [InlineData("Highlights\n\n– One.\n* Two.\nBody.", "One. Two.")]
    [InlineData("Key points\nOne.\nTwo.\n\nBody.", "One. Two.")]
    [InlineData("Key points\n\nOne.\n\nTwo.\n\nBody. It goes on.", "One. Two.")]
    [InlineData("Key Takeaways\nOne.\nTwo.\nBody. It goes on.", "One. Two.")]
    public void Key_points_are_a_list_with_or_without_bullets(string text, string points)
    {
        var draft = Read("A Title\nPosted May 4, 2021\n" + text);

        Assert.Equal(points, string.Join(' ', draft.KeyPoints.Select(point => point.Text)));
        Assert.StartsWith("Body.", Assert.Single(Assert.Single(draft.Sections).Paragraphs).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("REFERENCES")]
    [InlineData("Works cited:")]
    [InlineData("6. Literature")]
    [InlineData("Bibliography")]
    public void A_reference_list_is_found_by_its_heading(string heading)
    {
        var draft = Read($"A Title\n\nThe body.\n\n{heading}\n1 Berg A. Sleep. Naps. 2020;1:2.\n2 Dahl B. Sleep. Naps. 2021;1:2.");

        Assert.Equal(["1", "2"], draft.References.Select(reference => reference.Label));
        Assert.Equal("Dahl B. Sleep. Naps. 2021;1:2.", draft.References[1].Raw);
        Assert.Equal(7, draft.References[1].Line);
    }

    [Fact]
    public void A_reference_list_without_a_heading_gives_a_note()
    {
        var draft = Read("A Title\nThe body.1 It goes on.2\n1) Berg A. Sleep. Naps. 2020;1:2.\n2) Dahl B. Sleep. Naps. 2021;1:2.");

        Assert.Equal(2, draft.References.Count);
        Assert.Equal(("references-without-heading", 3), (Assert.Single(draft.Notes).Code, draft.Notes[0].Line));
    }

    [Fact]
    public void A_reference_heading_without_references_gives_a_note()
    {
        var draft = Read("A Title\nThe body. It goes on.\nReferences\n");

        Assert.Empty(draft.References);
        Assert.Equal(("empty-references", 3), (Assert.Single(draft.Notes).Code, draft.Notes[0].Line));
    }

    [Fact]
    public void A_short_line_is_a_heading_only_before_text()
    {
        var draft = Read(
            "A Title\nThe body. It goes on.\nA Heading\nMore text. And more.\nRed\nGreen\nBlue\nStill more text. It ends.\nNot a heading");

        Assert.Equal([null, "A Heading"], draft.Sections.Select(section => section.Heading));
        Assert.Equal(
            ["More text. And more.", "Red", "Green", "Blue", "Still more text. It ends.", "Not a heading"],
            draft.Sections[1].Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal([4, 5, 6, 7, 8, 9], draft.Sections[1].Paragraphs.Select(paragraph => paragraph.Line));
    }

    [Fact]
    public void A_line_that_no_field_takes_is_left_out_with_a_note()
    {
        var draft = Read(
            "Health\nA Title of Some Words\nA subtitle.\nSomething else\nPosted May 4, 2021\n5 min read\n"
            + "The body. It goes on.\nSubscribe to our letter.");

        Assert.Equal(("Health", "A Title of Some Words", "A subtitle."), (draft.Category, draft.Title, draft.Subtitle));
        Assert.Equal(
            [("unplaced-line", 4), ("unplaced-line", 6), ("boilerplate", 8)], draft.Notes.Select(note => (note.Code, note.Line ?? 0)));
    }

    [Fact]
    public void The_date_of_publication_wins_over_the_date_of_update_which_gives_a_note()
    {
        var draft = Read("A Title of Some Words\nUpdated Jan. 2, 2023\nPosted Dec. 4, 2022\nThe body. It goes on.");

        Assert.Equal(new DateOnly(2022, 12, 4), draft.PublishedOn);
        Assert.Equal(("unused-text", 2), (Assert.Single(draft.Notes).Code, draft.Notes[0].Line));
    }

    [Fact]
    public void A_date_in_the_body_is_no_byline()
    {
        var draft = Read("A Title of Some Words\nOne.\nTwo.\nThree.\nFour.\nFive.\nSix.\nPosted Dec. 4, 2022");

        Assert.Null(draft.PublishedOn);
        Assert.Equal(7, Assert.Single(draft.Sections).Paragraphs.Count);
    }

    [Fact]
    public void Every_kind_of_line_end_is_read()
    {
        var draft = Read("A Title\r\nOne. More.\rTwo. More.\u2028Three. More.\n");

        Assert.Equal([2, 3, 4], draft.Sections[0].Paragraphs.Select(paragraph => paragraph.Line));
    }

    [Fact]
    public void The_importer_is_found_by_its_format()
    {
        Assert.IsType<PlainTextImporter>(ArticleImporters.Find("TEXT"));
        Assert.Null(ArticleImporters.Find("docx"));
        Assert.Equal(ArticleImporters.All.Count, ArticleImporters.All.Select(importer => importer.Format).Distinct().Count());
    }

    [Fact]
    public void Page_boilerplate_is_left_out_with_a_note()
    {
        var draft = Read(
            "Skip to content\nMenu\nHEALTH\nZinc and the Tired Brain\nBy Dana Eriksson, MD, and Li Wei\nUpdated on January 3, 2022\nTweet\n"
            + "We use cookies to improve your experience.\n"
            + "Zinc is a metal. It is in food.\nFigure 1. A night without zinc. Photo: J. Roe.\nFigure 2 shows that zinc helps.\n"
            + "Table 1. Zinc in foods\nFood\tZinc\nOysters\t78\nWhat next?\nTrials are under way. They end soon.");

        Assert.Equal(("HEALTH", "Zinc and the Tired Brain"), (draft.Category, draft.Title));
        Assert.Equal(["Dana Eriksson, MD", "Li Wei"], draft.Authors);
        Assert.Equal([null, "What next?"], draft.Sections.Select(section => section.Heading));
        Assert.Equal(
            ["Zinc is a metal. It is in food.", "Figure 2 shows that zinc helps."],
            draft.Sections[0].Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal(
            [
                ("boilerplate", 1), ("boilerplate", 2), ("date-of-update", 6), ("boilerplate", 7), ("boilerplate", 8),
                ("captions-left-out", 10), ("tables-left-out", 12),
            ],
            draft.Notes.Select(note => (note.Code, note.Line ?? 0)));
    }

    [Fact]
    public void A_table_with_a_cell_a_line_is_left_out()
    {
        var draft = Read(
            "A Title\nThe body. It goes on.\nTable 2: Foods\nFood\nZinc\nOysters\n78\nWhat next?\nMore text is here. And more.");

        Assert.Equal([null, "What next?"], draft.Sections.Select(section => section.Heading));
        Assert.Equal("The lines 3 to 7, from \"Table 2: Foods\" on, are a table and are left out.", Assert.Single(draft.Notes).Message);
    }

    [Fact]
    public void Running_headers_page_numbers_and_hyphenation_of_printed_pages_are_undone()
    {
        var draft = Read(
            "Naps 2020, 12, 345 1 of 9\n\nNights and Metals\nAnna Berg 1, Carl Dahl 1,2,* and Eva Eng 2\n1 Harbour University, Oslo\n"
            + "2 Institute of Sleep, Bergen\n* Correspondence: c.dahl@example.org\n\n"
            + "Abstract: Night shifts change the body. We say how.\nKeywords: zinc; iron\n\n1. Introduction\n\n"
            + "Shift work is common, and it harms the sleep of those who do it for a long time, be it\n\n"
            + "Naps 2020, 12, 345 2 of 9\n\nby day or by night. It is bad.\n\n2\n\nNaps 2020, 12, 345 3 of 9\n\n2. Methods\n\n"
            + "We read papers. There were many.");

        Assert.Equal("Nights and Metals", draft.Title);
        Assert.Equal(["Anna Berg", "Carl Dahl", "Eva Eng"], draft.Authors);
        Assert.Equal(["Abstract", "1. Introduction", "2. Methods"], draft.Sections.Select(section => section.Heading));
        Assert.Equal("Night shifts change the body. We say how.", Assert.Single(draft.Sections[0].Paragraphs).Text);
        Assert.Equal(
            [
                ("page-furniture", 1), ("unplaced-line", 5), ("unplaced-line", 6), ("unplaced-line", 7), ("lists-of-keywords-left-out", 10),
                ("page-furniture", 16), ("page-furniture", 20), ("page-furniture", 22),
            ],
            draft.Notes.Select(note => (note.Code, note.Line ?? 0)));
    }

    [Fact]
    public void Numbered_headings_are_no_running_headers()
    {
        var draft = Read(
            "A Title\n\nExperiment 1\n\nText one is here. It goes on.\n\nExperiment 2\n\nText two is here. It goes on.\n\nExperiment 3\n\n"
            + "Text three is here. It goes on.");

        Assert.Equal(["Experiment 1", "Experiment 2", "Experiment 3"], draft.Sections.Select(section => section.Heading));
        Assert.Empty(draft.Notes);
    }

    [Fact]
    public void Headings_may_be_underlined()
    {
        var draft = Read(
            "A Title\n=======\nThe first part\n--------------\nText is here. It goes on.\n\n* * *\n\nMore text is here. And more.");

        Assert.Equal("A Title", draft.Title);
        Assert.Equal("The first part", Assert.Single(draft.Sections).Heading);
        Assert.Equal(2, draft.Sections[0].Paragraphs.Count);
    }

    private static ImportDraft Read(string text) => new PlainTextImporter().Read(text);
}
