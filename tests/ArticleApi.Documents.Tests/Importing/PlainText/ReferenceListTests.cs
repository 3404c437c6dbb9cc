using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Importing.Lines;
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
    public void Lines_before_the_first_label_shift_no_label(string before)
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
        var result = ArticleImport.Run(
            $"A Title\nThe body of sleep.3 It goes on.1\nReferences\n{One}\n{Two}\nPoe, A. (2003). Gold. Naps, 1, 2.",
            new PlainTextImporter(),
            Vocabulary.Tagger);

        Assert.Equal(["1", "2", "3-unlabelled"], result.Article!.References.Select(reference => reference.Label));
        Assert.Contains("missing-label", result.Report.Notes.Select(note => note.Code));
    }

    [Fact]
    public void A_label_may_skip_numbers_before_a_whole_work() =>
        Assert.Equal(
            ["1", "2", "12"], Read($"References\n{One}\n{Two}\n12. Poe A. Gold. Naps. 2003;1:2.").References.Select(entry => entry.Label));

    [Theory]
    [InlineData("1. Roe J. Zinc. J Mood. 2001;1:1-2.\n2. Roe, J. (2002). Trial. Journal A, 2, 1. https://doi.org/10.1000/b")]
    [InlineData("Roe, J. (2001). Zinc. Journal A, 1, 1.\nRoe, J. (2002). Trial. Journal A, 2, 1. https://doi.org/10.1000/b")]
    public void An_entry_that_ends_in_an_address_is_complete(string entries)
    {
        var draft = Read(
            $"References\n{entries}\nAbout the Author\nJane Roe, Ph.D., is a professor at Oslo.\n"
            + "Copyright 2021 Harbour Trust. All rights are ours.");

        Assert.Equal(2, draft.References.Count);
        Assert.EndsWith("https://doi.org/10.1000/b", draft.References[1].Raw, StringComparison.Ordinal);
        Assert.All(draft.Notes, note => Assert.Equal("unplaced-line", note.Code));
        Assert.NotEmpty(draft.Notes);
    }

    [Fact]
    public void An_address_may_be_broken_over_lines()
    {
        var draft = Read(
            "References\n1. Roe, J. (2002). Trial. Journal A, 2, 1. https://doi.org/10.1000/\nABC.12\n"
            + "2. Doe, K. (2003). Trial. Journal A, 2, 1.");

        Assert.Equal("Roe, J. (2002). Trial. Journal A, 2, 1. https://doi.org/10.1000/ ABC.12", draft.References[0].Raw);
        Assert.Equal(2, draft.References.Count);
    }

    [Theory]
    [InlineData("Sources")]
    [InlineData("Literature")]
    [InlineData("References")]
    public void A_section_of_the_body_is_no_reference_list(string heading)
    {
        var draft = Read(
            $"{heading}\nIn 2019, most zinc came from meat.\nSome came from bread in 2020.\n\nThe outlook\n"
            + "It is good. It was better in 2018.");

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
    public void A_work_is_recognised_in_every_citation_style(string entry) =>
        Assert.Equal([entry], Read($"Sources\n{entry}").References.Select(reference => reference.Raw));

    [Theory]
    [InlineData("Literatur\n[1] Roe J. Zink. J Mood. 2001;1:1-2.\n[S1] Doe K. Eisen. J Mood. 2002;2:3-4.", "1 S1")]
    [InlineData("Notes\n¹ Roe J. Zinc. J Mood. 2001;1:1-2.\n² Doe K. Iron. J Mood. 2002;2:3-4.", "1 2")]
    [InlineData("Références\n^1 Roe J. Zinc. J Mood. 2001;1:1-2.\n^2^ Doe K. Iron. J Mood. 2002;2:3-4.", "1 2")]
    [InlineData(
        "Sources 1. Roe J. Zinc. J Mood. 2001;1:1-2. 2. Doe K. Vol. 2. Iron. J Mood. 2002;2:3-4. 3. Poe L. Night. J Mood. 2003;3:3-4.",
        "1 2 3")]
    [InlineData(
        "REFERENCES\n1. Roe,J. and Doe,K. (1998) Zinc in mood. J. Mood, 26, 148-153. 2. Poe,C. (1999) Iron. J. Mood, 27, 1-9. 3. Coe,D. "
        + "(2001) Gold.\nJ. Mood, 29, 10-19. 4. Lee,A. (2002) Tin. J. Mood, 30, 1-2.\n5. Lee,B. (2003) Lead. J. Mood, 31, 1-2.",
        "1 2 3 4 5")]
    [InlineData("References\n[1] Roe J. Zinc. J Mood. 2001;1:1-2. [2] Doe K. Iron. J Mood. 2002;2:3-4.", "1 2")]
    [InlineData(
        "Doe, K., & Poe, L. (2002). Iron and zinc. Journal of Mood, 2, 3-4.\nRoe, J. (2001). Zinc. Journal of Mood, 1, 1-2.", "- -")]
    [InlineData(
        "Works Cited\n\nDoe, K. (2002). Iron and\n    zinc. Harbour Press.\nRoe, J. (2001). Zinc. Journal of Mood, 1, 1-2.\n\n"
        + "About the author\n\nJane Roe wrote Night (2017).",
        "- -")]
    public void A_list_is_read_whatever_its_labels_look_like(string list, string labels)
    {
        var draft = Read(list);

        Assert.Equal(labels, string.Join(' ', draft.References.Select(entry => entry.Label ?? "-")));
        Assert.Single(draft.Sections);
    }

    [Fact]
    public void Several_works_under_one_label_give_a_note()
    {
        var result = ArticleImport.Run(
            "A Title\nThe body of sleep.1 It goes on.\nReferences\n"
            + "1. a) Roe J. Zinc. J Mood. 2001;1:1-2; b) Doe K. Iron. J Mood. 2002;2:3-4.",
            new PlainTextImporter(),
            Vocabulary.Tagger);

        Assert.Equal(("several-works", 4), (Assert.Single(result.Report.Notes).Code, result.Report.Notes[0].Line));
        Assert.EndsWith("2002;2:3-4.", Assert.Single(result.Article!.References).Raw, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Referencias", "Introducción")]
    [InlineData("Bibliografía", "1 Métodos")]
    [InlineData("Referências bibliográficas", "Discussão")]
    [InlineData("RÉFÉRENCES", "2. Matériel et méthodes")]
    [InlineData("Bibliographie", "Résumé")]
    [InlineData("Literaturverzeichnis", "Einleitung")]
    [InlineData("Quellen", "Zusammenfassung")]
    public void Headings_of_other_languages_are_known(string heading, string other)
    {
        var draft = Read($"{other}\nMore of the body. It goes on.\n{heading}\n{One}\n{Two}");

        Assert.Equal(2, draft.References.Count);
        Assert.Equal([null, other], draft.Sections.Select(section => section.Heading));
    }

    [Theory]
    [InlineData("21. Goers E. Naps.", "21", "Goers E. Naps.")]
    [InlineData("[21] Goers E. Naps.", "21", "Goers E. Naps.")]
    [InlineData(". Goers E. Naps.", "21", "Goers E. Naps.")]
    [InlineData("21. Goers E. Naps.", "22", "21. Goers E. Naps.")]
    [InlineData("2020. Naps.", "1", "2020. Naps.")]
    public void An_entry_is_told_from_its_label(string line, string label, string entry) =>
        Assert.Equal(entry, ReferenceLabel.Without(line, label));

    [Fact]
    public void A_list_may_continue_under_a_second_heading()
    {
        var draft = Read($"References\n{One}\n{Two}\n\nFurther Reading\n\nPoe, L. (2015). All about sleep. Harbour Press.");

        Assert.Equal("1 2 -", string.Join(' ', draft.References.Select(entry => entry.Label ?? "-")));
        Assert.Equal("several-lists", Assert.Single(draft.Notes).Code);
    }

    [Fact]
    public void A_line_between_two_works_is_a_reference_too()
    {
        var draft = Read(
            "References\nDoe, K. (2002). Iron. Journal of Mood, 2, 3-4.\nHarbour Trust of Oslo, internal report.\n"
            + "National Heart Board. 2004. Predictors of sleep. Oslo.\nRoe, J. (2001). Zinc. Journal of Mood, 1, 1-2.");

        Assert.Equal(4, draft.References.Count);
        Assert.Equal(("doubtful-reference", 6), (Assert.Single(draft.Notes).Code, draft.Notes[0].Line));
    }

    [Fact]
    public void Comments_below_the_list_are_no_part_of_the_article()
    {
        var draft = Read($"References\n{One}\n{Two}\n3 Comments\nAnn says: I slept better in 2020.\nBob says: Me too.");

        Assert.Equal(2, draft.References.Count);
        Assert.Equal(
            "The lines 7 to 9, from \"3 Comments\" on, stand behind the references, are no part of the article and are left out.",
            Assert.Single(draft.Notes).Message);
    }

    private static IEnumerable<string> Entries(ImportDraft draft) => draft.References.Select(entry => $"{entry.Label} {entry.Raw}");

    private static ImportDraft Read(string list) => new PlainTextImporter().Read("A Title\nThe body. It goes on.\n\n" + list);
}
