namespace ArticleApi.Tests.Commands;

/// <summary>The verb <c>import</c> and the bibliographies that citation keys point into.</summary>
public sealed class ImportBibliographyTests : IDisposable
{
    private const string BibTeX =
        "@book{lund2019, author = {Lund, Ann}, title = {Salt}, year = 2019}\n"
        + "@book{hill2001, author = {Hill, Bo}, title = {Water}, year = 2001}";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_that_the_article_names_is_read_from_its_folder()
    {
        Write("paper/refs/paper.bib", BibTeX);
        Write("paper/a.md", Article("bibliography: refs/paper.bib"));

        var run = await ImportAsync(folder.File("paper/a.md"));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("1 reference, 1 of 1 marker resolved", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "1 of 2 entries of the bibliography are cited nowhere and are left out. (uncited-entries-left-out)",
            run.Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../paper.bib")]
    [InlineData("refs/../../paper.bib")]
    [InlineData("ROOT/paper.bib")]
    [InlineData("link.bib")]
    [InlineData("linked/paper.bib")]
    [InlineData("https://example.org/paper.bib")]
    public async Task A_file_outside_of_the_folder_of_the_article_is_not_read(string name)
    {
        Write("paper.bib", BibTeX);
        Write("other/paper.bib", BibTeX);
        Write("paper/a.md", Article($"bibliography: {name.Replace("ROOT", folder.Path, StringComparison.Ordinal)}"));
        File.CreateSymbolicLink(folder.File("paper/link.bib"), folder.File("paper.bib"));
        Directory.CreateSymbolicLink(folder.File("paper/linked"), folder.File("other"));

        var run = await ImportAsync(folder.File("paper/a.md"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("0 of 1 marker resolved", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "It is outside of the article's folder. Give it by --bibliography. (bibliography-not-read)",
            run.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_within_the_folder_is_followed()
    {
        Write("paper/refs/paper.bib", BibTeX);
        Write("paper/a.md", Article("bibliography: link.bib"));
        File.CreateSymbolicLink(folder.File("paper/link.bib"), folder.File("paper/refs/paper.bib"));

        Assert.Contains("1 of 1 marker resolved", (await ImportAsync(folder.File("paper/a.md"))).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "There is no such file in the article's folder.")]
    [InlineData("", "The file is empty.")]
    [InlineData("a\0b", "")]
    public async Task A_file_that_cannot_be_read_is_noted_and_the_article_stored(string? content, string note)
    {
        if (content is not null)
        {
            Write("paper.bib", content);
        }

        Write("a.md", Article("bibliography: paper.bib"));

        var run = await ImportAsync(folder.File("a.md"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\ncreated salts from", run.Output, StringComparison.Ordinal);
        Assert.Contains(note, run.Output, StringComparison.Ordinal);
        Assert.Contains("(bibliography-not-read)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_are_given_hold_for_all_articles()
    {
        Write("one.bib", BibTeX.Split('\n')[0]);
        Write("two.json", """[{"id": "hill2001", "title": "Water"}]""");
        Write("a.md", Article("lang: en"));
        Write("b.md", "---\ntitle: Waters\nbibliography: gone.bib\n---\n\nWater helps [@hill2001].\n");

        var run = await ImportAsync(
            "--bibliography", folder.File("one.bib"), "--bibliography", folder.File("two.json"), folder.File("a.md"), folder.File("b.md"));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(2, run.Output.Split("1 of 1 marker resolved").Length - 1);
        Assert.DoesNotContain("bibliography-not-read", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_given_file_that_is_not_there_is_bad_usage_and_one_that_cannot_be_read_a_failure()
    {
        Write("a.md", Article("lang: en"));
        Write("empty.bib", "");

        var missing = await ImportAsync("--bibliography", folder.File("gone.bib"), folder.File("a.md"));
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("gone.bib", missing.Error, StringComparison.Ordinal);

        var empty = await ImportAsync(folder.File("a.md"), "--bibliography", folder.File("empty.bib"));
        Assert.Equal((1, $"{folder.File("empty.bib")}: The file is empty.\n"), (empty.ExitCode, empty.Error));
        Assert.False(File.Exists(folder.File("articles.db")));
    }

    private static string Article(string line) => $"---\ntitle: Salts\n{line}\n---\n\nSalt helps [@lund2019].\n";

    private Task<ProgramRun> ImportAsync(params string[] arguments) =>
        ProgramRun.InProcessAsync(folder, ["import", .. arguments], ("Seed", "false"));

    private void Write(string file, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(file))!);
        File.WriteAllText(folder.File(file), content);
    }
}
