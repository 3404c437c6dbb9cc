using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Importing.PlainText;

namespace ArticleApi.Documents.Tests.Importing.PlainText;

/// <summary>Text taken out of printed pages: lines broken at a width, words divided, pages and columns within sentences.</summary>
public class PrintedTextTests
{
    // Lines of 50 letters, as a column has them.
    private const string Column =
        "The tide clock of the crab keeps its beat for days\nin a dark tank, as if the sea were still near. The\nbeat slows when the "
        + "water is cold, and it stops at\nfour degrees. Nobody knows yet where.\n";

    private const string Other =
        "Some crabs were put into a pail of warm sea water\nand taken to a room without a window. The tide did\nnot reach them "
        + "there, but they dug themselves in\nas they do at home.\n";

    [Theory]
    [InlineData(
        "Crabs walk out to feed when the tide\nis low, and dig in when it turns.",
        "Crabs walk out to feed when the tide is low, and dig in when it turns.")]
    [InlineData("A tide table is a neces-\nsary tool for those who dig.", "A tide table is a necessary tool for those who dig.")]
    [InlineData("A crab holds on to its well-\nknown beat.", "A crab holds on to its well-known beat.")]
    [InlineData("Beats were found in age- and\nsize-matched crabs.", "Beats were found in age- and size-matched crabs.")]
    [InlineData("It was first seen by Lund-\nBerg in Oslo.", "It was first seen by Lund-Berg in Oslo.")]
    public void A_broken_first_line_of_a_paragraph_is_no_heading(string broken, string whole)
    {
        var draft = Read($"Tides and Crabs\n\nIntroduction\n\n{broken}\n\nThe tool is known. It was necessary, and well known.");

        Assert.Equal(["Introduction"], draft.Sections.Select(section => section.Heading));
        Assert.Equal(whole, draft.Sections[0].Paragraphs[0].Text);
    }

    [Theory]
    [InlineData("Methods")]
    [InlineData("2 Methods")]
    [InlineData("2.1. How the crabs were kept")]
    [InlineData("II. METHODS")]
    [InlineData("How the crabs were kept")]
    public void A_short_line_between_whole_sentences_is_a_heading(string heading)
    {
        var draft = Read($"Tides and Crabs\n\n1 Introduction\n{Column}{heading}\n{Column}");

        Assert.Equal(["1 Introduction", heading], draft.Sections.Select(section => section.Heading));
        Assert.All(draft.Sections, section => Assert.Single(section.Paragraphs));
    }

    [Fact]
    public void A_heading_may_take_two_lines()
    {
        var draft = Read($"Tides and Crabs\n\n1 Introduction\n{Column}\n2 How the crabs were caught, kept and\nfed in winter\n{Column}");

        Assert.Equal("2 How the crabs were caught, kept and fed in winter", draft.Sections[1].Heading);
    }

    [Fact]
    public void A_paragraph_starts_at_an_indent_or_behind_a_short_line()
    {
        var draft = Read($"Tides and Crabs\n\nIntroduction\n{Column}  {Other}  {Column}");

        Assert.Equal(3, Assert.Single(draft.Sections).Paragraphs.Count);
    }

    [Theory]
    [InlineData("\f")]
    [InlineData("\n\nLund et al.\n\n12\n\n")]
    [InlineData("\nFigure 1. The tank of the crab, seen from the side\nwhere the light comes in.\n")]
    public void What_stands_between_the_halves_of_a_sentence_divides_no_paragraph(string between)
    {
        var half = Column.IndexOf("beat slows", StringComparison.Ordinal);
        var other = Other.IndexOf("not reach", StringComparison.Ordinal);
        var draft = Read(
            $"Tides and Crabs\n\nIntroduction\n{Column[..half].TrimEnd()}{between}{Column[half..]}\n"
            + $"Methods\n{Other[..other].TrimEnd()}{between.Replace("12", "13", StringComparison.Ordinal)}{Other[other..]}");

        Assert.Equal(["Introduction", "Methods"], draft.Sections.Select(section => section.Heading));
        Assert.Equal(
            [Column.Replace('\n', ' ').Trim(), Other.Replace('\n', ' ').Trim()],
            draft.Sections.Select(section => Assert.Single(section.Paragraphs).Text));
    }

    [Theory]
    [InlineData("P.F. Lund, V.J. Berg, P.V. Eng, J.C. Moor, and R.L.\nHolm. 1990. Beats of Crabs in Class. Tide\nResearch, 16(2):79-85.")]
    [InlineData("Lund, P., Berg, V. (1990) Towards a table of\ntides and beats. In E.\nHolm (Ed.), CRABS '90 Abstracts, Oslo, pp. 61-64.")]
    [InlineData("Lund, Per and Berg, Vera. Beats of crabs, and how\nthey are told from noise. In Proceedings of Tides,\nOslo, 1990.")]
    [InlineData("Per Lund and Vera Berg. 1990. Beats of crabs, and\nhow they are told. Tide Research, 16(2):79-85.")]
    public void A_list_below_a_line_of_text_is_divided_by_names_and_years(string entry)
    {
        var draft = Read(
            $"Tides and Crabs\n\n1 Introduction\n\nCrabs know the tide (Lund et al., 1990).\nReferences\n{entry}\n"
            + "Y. Cook and S. Lind. 1985. Digging by Night.\nTides and Sand, 19:147-157.");

        Assert.Equal(
            [entry.Replace('\n', ' '), "Y. Cook and S. Lind. 1985. Digging by Night. Tides and Sand, 19:147-157."],
            draft.References.Select(reference => reference.Raw));
        Assert.Equal("Crabs know the tide (Lund et al., 1990).", Assert.Single(Assert.Single(draft.Sections).Paragraphs).Text);
    }

    [Theory]
    [InlineData("1.\nLund P. Beats. Tide Res. 1990;16:79-85.\n2.\nBerg V. Sand. Tide Res. 1991;17:1-9.")]
    [InlineData("[1]\n\nLund P. Beats. Tide Res. 1990;16:79-85.\n\n[2]\n\nBerg V. Sand. Tide Res. 1991;17:1-9.")]
    public void A_label_may_stand_on_a_line_of_its_own(string list)
    {
        var draft = Read($"Tides and Crabs\n\nIntroduction\n\nCrabs know the tide [1].\n\nReferences\n\n{list}");

        Assert.Equal(
            ["Lund P. Beats. Tide Res. 1990;16:79-85.", "Berg V. Sand. Tide Res. 1991;17:1-9."],
            draft.References.Select(reference => reference.Raw));
        Assert.Equal(["1", "2"], draft.References.Select(reference => reference.Label));
    }

    [Theory]
    [InlineData(
        "Harbour Publishing Corporation\nTide Research and Practice\nVolume 2010, Article ID 1234, 6 pages\ndoi:10.1155/2010/1234\n"
        + "Research Article\n")]
    [InlineData("TIDE RESEARCH\nVol 447 | 14 June 2007 | doi:10.1038/tide\nORIGINAL PAPER\n")]
    [InlineData("Downloaded from https://tides.example.org on 4 May 2015\n")]
    [InlineData("#\nProceedings of the Workshop on Tides, pages 12–19\n")]
    [InlineData("Lund et al. Tide Research 2014, 14:70\nhttp://tides.example.org/14/70\nRESEARCH ARTICLE\nOpen Access\n")]
    public void What_the_journal_prints_above_the_title_is_none(string above)
    {
        var draft = Read(
            $"{above}The Beat of Crabs in Winter\nAnn Lund and Bo Berg\nDepartment of Tides, Harbour University\n\n"
            + "Abstract\n\nCrabs keep time.");

        Assert.Equal("The Beat of Crabs in Winter", draft.Title);
        Assert.Equal(["Ann Lund", "Bo Berg"], draft.Authors);
        Assert.Equal(above.Count(c => c == '\n') + 1, draft.Notes.Count + (draft.Source.Url is null ? 0 : 1));
    }

    [Theory]
    [InlineData(
        "The Beat of Crabs and\nOf Other Beings in Winter\nAnn Lund", "The Beat of Crabs and Of Other Beings in Winter", "Ann Lund")]
    [InlineData(
        "The Beat of Crabs:\nA Study by Night\nMathijs de Berg\nHarbour University, Oslo",
        "The Beat of Crabs: A Study by Night", "Mathijs de Berg")]
    [InlineData("The Beat of Crabs\nAnn B. Lund\na.lund@example.org", "The Beat of Crabs", "Ann B. Lund")]
    [InlineData("The Beat of Crabs\nAna Lund y José Berg", "The Beat of Crabs", "Ana Lund; José Berg")]
    [InlineData(
        "The Beat of Crabs\nAna Lund¹, José Berg² and Eva Eng¹*\n¹ Clinic of Tides, Oslo",
        "The Beat of Crabs", "Ana Lund; José Berg; Eva Eng")]
    public void A_title_of_several_lines_is_joined_and_the_names_below_it_are_the_authors(string head, string title, string authors)
    {
        var draft = Read($"{head}\n\nAbstract\n\nCrabs keep time in winter.");

        Assert.Equal((title, authors, null), (draft.Title, string.Join("; ", draft.Authors), draft.Subtitle));
        Assert.Equal(["Abstract"], draft.Sections.Select(section => section.Heading));
    }

    [Fact]
    public void A_page_break_within_a_line_is_no_line_of_its_own()
    {
        var draft = Read("A Title\nOne. More.\n\fTwo. More.\n");

        Assert.Equal([2, 3], draft.Sections[0].Paragraphs.Select(paragraph => paragraph.Line));
    }

    private static ImportDraft Read(string text) => new PlainTextImporter().Read(text);
}
