using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Importing.PlainText;

namespace ArticleApi.Documents.Tests.Importing.PlainText;

public class ReferenceListTests
{
    private const string One = "1. Roe J. Zinc. J Mood. 2001;1:1-2.";
    private const string Two = "2. Doe K. Iron. J Mood. 2002;2:3-4.";

    [Theory]
    [InlineData("Here is what we read:")]
    [InlineData("Books")]
    [InlineData("Here is what we read in 2019.\nBooks")]
    public void Lines_before_the_first_label_shift_none(string before)
    {
        var draft = Read($"References\n{before}\n{One}\n{Two}");

        Assert.Equal(["1 Roe J. Zinc. J Mood. 2001;1:1-2.", "2 Doe K. Iron. J Mood. 2002;2:3-4."], Entries(draft));
        Assert.All(draft.Notes, note => Assert.Equal("unplaced-line", note.Code));
        Assert.NotEmpty(draft.Notes);
    }

    [Theory]
    [InlineData("\nAnn Lee, M.D., has practised in Oslo since 2001.")]
    [InlineData("Copyright 2021 Harbour Trust.")]
    public void A_line_without_a_label_that_names_no_work_is_left_out(string line)
    {
        var draft = Read($"References\n{One}\n{Two}\n{line}");

        Assert.Equal(2, draft.References.Count);
        Assert.Equal("unplaced-line", Assert.Single(draft.Notes).Code);
    }

    [Fact]
    public void A_work_without_a_label_among_labelled_ones_gets_one_that_no_marker_names()
    {
        var result = ArticleImport.Run($"A Title\nThe body of sleep.3 It goes on.1\nReferences\n{One}\n{Two}\nPoe, A. (2003). Gold. Naps, 1, 2.", new PlainTextImporter(), Vocabulary.Tagger);

        Assert.Equal(["1", "2", "3-unlabelled"], result.Article!.References.Select(reference => reference.Label));
        Assert.Contains("missing-label", result.Report.Notes.Select(note => note.Code));
    }

    [Fact]
    public void A_label_may_leap_before_a_whole_work() =>
        Assert.Equal(["1", "2", "12"], Read($"References\n{One}\n{Two}\n12. Poe A. Gold. Naps. 2003;1:2.").References.Select(entry => entry.Label));

    [Theory]
    [InlineData("1. Roe J. Zinc. J Mood. 2001;1:1-2.\n2. Roe, J. (2002). Trial. Journal A, 2, 1. https://doi.org/10.1000/b")]
    [InlineData("Roe, J. (2001). Zinc. Journal A, 1, 1.\nRoe, J. (2002). Trial. Journal A, 2, 1. https://doi.org/10.1000/b")]
    public void An_entry_that_ends_in_an_address_is_complete(string entries)
    {
        var draft = Read($"References\n{entries}\nAbout the Author\nJane Roe, Ph.D., is a professor at Oslo.\nCopyright 2021 Harbour Trust. All rights are ours.");

        Assert.Equal(2, draft.References.Count);
        Assert.EndsWith("https://doi.org/10.1000/b", draft.References[1].Raw, StringComparison.Ordinal);
        Assert.All(draft.Notes, note => Assert.Equal("unplaced-line", note.Code));
        Assert.NotEmpty(draft.Notes);
    }

    [Fact]
    public void An_address_may_be_broken()
    {
        var draft = Read("References\n1. Roe, J. (2002). Trial. Journal A, 2, 1. https://doi.org/10.1000/\nABC.12\n2. Doe, K. (2003). Trial. Journal A, 2, 1.");

        Assert.Equal("Roe, J. (2002). Trial. Journal A, 2, 1. https://doi.org/10.1000/ ABC.12", draft.References[0].Raw);
        Assert.Equal(2, draft.References.Count);
    }

    [Theory]
    [InlineData("Sources")]
    [InlineData("Literature")]
    [InlineData("References")]
    public void A_part_of_the_body_is_no_list(string heading)
    {
        var draft = Read($"{heading}\nIn 2019, most zinc came from meat.\nSome came from bread in 2020.\n\nThe outlook\nIt is good. It was better in 2018.");

        Assert.Empty(draft.References);
        Assert.Equal([null, heading, "The outlook"], draft.Sections.Select(section => section.Heading));
        Assert.Equal("no-reference-list", Assert.Single(draft.Notes).Code);
    }

    [Theory]
    [InlineData("References (2)")]
    [InlineData("Sources [2]:")]
    [InlineData("Literature")]
    public void A_heading_may_count_its_entries(string heading)
    {
        var draft = Read($"{heading}\n{One}\n{Two}");

        Assert.Equal(2, draft.References.Count);
        Assert.Empty(draft.Notes);
    }

    [Theory]
    [InlineData("Roe, J., & Doe, K. (2019). Zinc. Naps, 1, 2.")]
    [InlineData("Harbour Trust of Oslo. (n.d.). How to sleep.")]
    [InlineData("Roe, J., 2019. Zinc. Harbour Press.")]
    [InlineData("Roe J, Doe K. Zinc. Oslo: Harbour Press; 2019.")]
    [InlineData("Roe, Jane. The Long Night. Harbour Press, 2019.")]
    [InlineData("Roe, Jane. \"The Long Night.\" Naps, vol. 1, 2019, pp. 1-2.")]
    [InlineData("Roe, J.; Doe, K. On zinc. Naps 2019, 13, 4158.")]
    [InlineData("Jane Roe. On zinc. Nat. Naps 13, 1–21 (2019).")]
    public void A_work_is_known_in_every_style(string entry) => Assert.Equal([entry], Read($"Sources\n{entry}").References.Select(reference => reference.Raw));

    private static IEnumerable<string> Entries(ImportDraft draft) => draft.References.Select(entry => $"{entry.Label} {entry.Raw}");

    private static ImportDraft Read(string list) => new PlainTextImporter().Read("A Title\nThe body. It goes on.\n\n" + list);
}
