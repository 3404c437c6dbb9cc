using System.Text;
using ArticleApi.Documents.Model;
using ArticleApi.Features.Articles;
using ArticleApi.Services;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;
using ArticleApi.Tests.Storage;

namespace ArticleApi.Tests.Commands;

public sealed class ImportCommandTests : IDisposable
{
    private const string Slug = "using-ketamine-to-treat-anorexia";

    private readonly TemporaryFolder folder = new();
    private readonly List<(string Name, string Value)> settings = [];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_pasted_article_is_imported_as_the_bundled_one()
    {
        Write("pasted.txt", PastedText.Of(Bundled()) + "To find a therapist, please visit our directory of therapists.\n");

        var run = await ImportAsync("pasted.txt");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            $"created {Slug} from pasted.txt: 5 sections, 16 paragraphs, 3 key points, 10 references, 19 of 19 markers resolved, 35 claims",
            run.Output.Split('\n')[0]);

        var (bundled, imported) = (Bundled(), (await StoredAsync())!.Article);
        Assert.Equal(Head(bundled), Head(imported));
        Assert.Equal(bundled.KeyPoints, imported.KeyPoints);
        Assert.Equal(
            bundled.Sections.Select(section => (section.Id, section.Heading, section.Level)),
            imported.Sections.Select(section => (section.Id, section.Heading, section.Level)));
        Assert.Equal(Paragraphs(bundled), Paragraphs(imported));
        Assert.Equal(bundled.References.Select(Fields), imported.References.Select(Fields));
        Assert.Equal(bundled.Claims.Select(Evidence), imported.Claims.Select(Evidence));
        Assert.All(imported.Claims, claim => Assert.Equal(ClaimOrigin.Extracted, claim.Origin));
    }

    [Fact]
    public async Task A_second_import_replaces_the_article_or_leaves_it_unchanged()
    {
        Write("a.txt", "A title\nGlutamate is a messenger. It is common.\n");
        Write("b.txt", "A title\nGlutamate is a messenger. Zinc is a metal.\n");

        Assert.StartsWith("created a-title from a.txt", (await ImportAsync("a.txt")).Output);
        Assert.StartsWith("unchanged a-title from a.txt", (await ImportAsync("a.txt")).Output);
        Assert.StartsWith("replaced (now revision 2) a-title from b.txt", (await ImportAsync("b.txt")).Output);
    }

    [Fact]
    public async Task A_slug_and_a_database_can_be_named()
    {
        Write("a.txt", "A title\nZinc is a metal.\n");
        Write("b.txt", "B title\nIron is a metal.\n");
        var (run, databases) = await ImportWithDatabaseAsync("a.txt", "--slug", "my-slug", "--database", folder.File("other one.db"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("created my-slug from a.txt: ", run.Output);
        Assert.StartsWith("Database: other one.db", Assert.Single(databases));
        Assert.True(File.Exists(folder.File("other one.db")));
        Assert.False(File.Exists(folder.File("articles.db")));

        foreach (var (arguments, error) in new (string[], string)[]
        {
            (["a.txt", "b.txt", "--slug", "my-slug"], "--slug is for a single file"),
            (["a.txt", "--slug", "My Slug"], "is no slug"),
        })
        {
            var refused = await ImportAsync(arguments);
            Assert.Equal(2, refused.ExitCode);
            Assert.Contains(error, refused.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("paper.docx")]
    [InlineData("paper.bin")]
    [InlineData("paper.bin", "--format", "word")]
    public async Task A_document_of_Word_is_imported(string name, params string[] options)
    {
        File.WriteAllBytes(Path.Combine(folder.Path, name), WordFile.Of("Copper and taste"));
        var run = await ImportAsync([name, .. options]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith($"created copper-and-taste from {name}: ", run.Output);
        Assert.Contains("1 of 1 marker resolved", run.Output);
    }

    [Fact]
    public async Task An_old_document_of_Word_is_refused_by_name()
    {
        File.WriteAllBytes(Path.Combine(folder.Path, "paper.doc"), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]);
        var run = await ImportAsync("paper.doc");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Save it as .docx.", run.Error);
    }

    [Fact]
    public async Task A_dry_run_says_what_it_found_and_stores_nothing()
    {
        Write(
            "a.txt",
            "A title\nGlutamate is a messenger. It is common.7\n\nReferences\n1. Doe, J. (2020). Messengers. Journal of Signs, 3, 1-9.\n");

        var run = await ImportAsync("--dry-run", "a.txt");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("read a-title from a.txt: 1 section, 1 paragraph", run.Output);
        Assert.Contains("info: No marker names the references 1. (uncited-references)", run.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("articles.db")));
    }

    [Theory]
    [InlineData("missing.txt", null, "There is no such file.")]
    [InlineData("empty.txt", "", "The text is empty.")]
    [InlineData("blank.txt", " \n\t\n", "The text is empty.")]
    [InlineData("binary.txt", "title\n\0body", "The content is not text: byte 6 is NUL.")]
    [InlineData("title.txt", "Only a title\n", "No paragraph was found: an article needs a title and at least one paragraph of text.")]
    public async Task A_file_without_an_article_is_refused_and_creates_no_database(string file, string? content, string message)
    {
        if (content is not null)
        {
            Write(file, content);
        }

        var run = await ImportAsync(file);

        Assert.Equal((1, "", $"{file}: {message}\n"), (run.ExitCode, run.Output, run.Error));
        Assert.False(File.Exists(folder.File("articles.db")));
    }

    [Fact]
    public async Task A_file_that_is_not_UTF_8_is_refused()
    {
        await File.WriteAllBytesAsync(
            folder.File("latin.txt"), Encoding.Latin1.GetBytes("Ein Titel\nZink ist nützlich.\n"), TestContext.Current.CancellationToken);

        var run = await ImportAsync("latin.txt");

        Assert.Equal(
            (1, "latin.txt: The text is not valid UTF-8: byte 20 begins no character. Save it as UTF-8 or tell its charset.\n"),
            (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task A_folder_is_imported_with_its_folders_and_says_which_files_it_left_out()
    {
        Directory.CreateDirectory(folder.File("in/deeper"));
        Write("in/b.txt", "On zinc\nZinc is a metal.\n");
        Write("in/deeper/a.md", "# On tin\n\nZinc is no tin.\n");
        Write("in/picture.png", "\0");

        var run = await ImportAsync("in");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.EndsWith("left out of in, no format has their extension: picture.png\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            ["created on-zinc from in/b.txt", "created on-tin from in/deeper/a.md", "left out of in, no format has their extension"],
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != ' ').Select(line => line.Split(':')[0]));
    }

    [Fact]
    public async Task A_folder_without_any_known_extension_is_refused()
    {
        Directory.CreateDirectory(folder.File("folder"));
        Assert.Equal("folder: No file in this folder has the extension of a format.\n", (await ImportAsync("folder")).Error);
    }

    [Fact]
    public async Task The_format_comes_from_the_option_or_the_extension_or_the_content()
    {
        Write("a.md", "# A title\n\nZinc is a **metal**.\n");
        Write("b", "# B title\n\n## Part\n\nZinc is a **metal**, [it is said](https://example.org).\n");

        Assert.StartsWith("created a-title from a.md: 1 section, 1 paragraph", (await ImportAsync("a.md")).Output);
        Assert.StartsWith("created b-title from b: 1 section, 1 paragraph", (await ImportAsync("b")).Output);
        Assert.Contains("a-title", (await ImportAsync("--format", "text", "a.md")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_line_is_reported_by_its_number_and_the_others_are_stored()
    {
        const string Claim = """{"text":"Selenium salt is a salt.","topics":["selenium-salt"]}""";
        Write("lines.ndjson", $$"""
            {"slug":"selenium-salt","name":"selenium salt","claimCount":3}
            {"slug":"one","title":"One","sections":[{"paragraphs":[{"text":"Selenium salt is a salt."}]}],"claims":[{{Claim}}]}

            {"slug":"two","title":"Two","sections":[{"paragraphs":[{"text":"Tin."}]}],"claims":[{"text":"Zinc.","topics":["zink"]}]}
            {"slug":"three",
            {"slug":"four","title":"Four","sections":[{"paragraphs":[{"text":"Zinc is a metal."}]}]}
            """.Replace("\n", "\r\n", StringComparison.Ordinal));

        var run = await ImportAsync("lines.ndjson");

        Assert.Equal(
            "lines.ndjson:4: /claims/0/text: The text of the claim stands in no paragraph, or every place of it is another claim's. "
                + "Leave out the claim, or leave out claims to have them extracted from the text. "
                + "/claims/0/topics/0: There is no topic 'zink'.\n"
                + "lines.ndjson:5: This is no JSON, or is nested too deep: line 1, byte 18.\n",
            run.Error);
        Assert.Equal((1, "1 topics created, 2 created from lines.ndjson\n"), (run.ExitCode, run.Output));
        Assert.Equal("1 topics unchanged, 2 unchanged from lines.ndjson\n", (await ImportAsync("lines.ndjson")).Output);
    }

    [Fact]
    public async Task Faulty_lines_among_many_leave_the_others_stored()
    {
        var lines = Enumerable.Range(1, 300).Select(Line).ToList();
        lines[149] = lines[149].Replace("\"topics\":[]", "\"topics\":[\"zink\"]", StringComparison.Ordinal);
        lines[150] = "{";
        lines[299] = "[]";
        Write("lines.ndjson", string.Join('\n', lines));

        var run = await ImportAsync("lines.ndjson");

        Assert.Equal(
            ["lines.ndjson:150", "lines.ndjson:151", "lines.ndjson:300"],
            run.Error.TrimEnd().Split('\n').Select(line => line.Split(": ")[0]));
        Assert.Equal((1, "297 created from lines.ndjson\n"), (run.ExitCode, run.Output));
        await AssertWholeAsync();
    }

    [Fact]
    public async Task A_line_that_the_database_refuses_leaves_the_others_stored()
    {
        Write("one.ndjson", Line(1));
        Write("lines.ndjson", string.Join('\n', Enumerable.Range(1, 20).Select(Line)));
        await ImportAsync("one.ndjson");
        Raw.Execute(
            folder.File("articles.db"),
            "create trigger refuse before insert on claims when new.text like '% 5 %' begin select raise(abort, 'no five'); end");

        var run = await ImportAsync("lines.ndjson");

        Assert.Equal("lines.ndjson:5: The database refuses it: SQLite Error 19: 'no five'.\n", run.Error);
        Assert.Equal((1, "1 unchanged, 18 created from lines.ndjson\n"), (run.ExitCode, run.Output));
        await AssertWholeAsync();
    }

    [Fact]
    public async Task An_article_that_comes_twice_is_replaced_by_the_second()
    {
        Write(
            "lines.ndjson",
            string.Join('\n', Line(1), Line(2), Line(1).Replace("Title", "Later title", StringComparison.Ordinal), Line(2)));

        Assert.Equal("2 created, 1 replaced, 1 unchanged from lines.ndjson\n", (await ImportAsync("lines.ndjson")).Output);

        Assert.Equal(
            ["Later title 1 revision 2", "Title 2 revision 1"],
            Raw.Query(folder.File("articles.db"), "select title || ' revision ' || revision from articles order by slug"));
        await AssertWholeAsync();
    }

    [Fact]
    public async Task A_topic_is_known_to_the_lines_after_it_only()
    {
        var line = Line(1).Replace("\"topics\":[]", "\"topics\":[\"tin\"]", StringComparison.Ordinal);
        Write("lines.ndjson", string.Join('\n', line, "{\"slug\":\"tin\",\"name\":\"tin\"}", line, Line(2)));

        var run = await ImportAsync("lines.ndjson");

        Assert.StartsWith("lines.ndjson:1: /claims/0/topics/0: There is no topic 'tin'.", run.Error);
        Assert.Equal("1 topics created, 2 created from lines.ndjson\n", run.Output);
    }

    [Fact]
    public async Task A_second_import_of_the_same_lines_changes_nothing()
    {
        string[] lines =
        [
            .. Enumerable.Range(1, 10).Select(Line),
            """{"slug":"found","title":"Found","sections":[{"paragraphs":[{"text":"Zinc helps. Zinc does not."}]}]}""",
            """{"slug":"decided","title":"Decided","sections":[{"paragraphs":[{"text":"Zinc helps."}]}],"claims":"""
                + """[{"text":"Zinc helps.","topics":[],"reviewStatus":"accepted"}],"decisions":[]"""
                + ""","revision":3,"updatedAt":"2020-01-02T03:04:05Z"}""",
        ];
        Write("lines.ndjson", string.Join('\n', lines));
        Assert.Equal("12 created from lines.ndjson\n", (await ImportAsync("lines.ndjson")).Output);
        var before = State();

        Assert.Equal("12 unchanged from lines.ndjson\n", (await ImportAsync("lines.ndjson")).Output);
        Assert.Equal(before, State());

        // What a line tells beside the article is taken over though the article is the same.
        var claim = Raw.Query(folder.File("articles.db"), "select public_id from claims where text = 'Zinc helps.' and origin = 'authored'")
            .Single();
        Write("lines.ndjson", lines[^1].Replace("\"decisions\":[]", $$"""
            "decisions":[{"claim":"{{claim}}","topics":["zinc"],"reviewStatus":"accepted"}]
            """.Trim(), StringComparison.Ordinal).Replace("\"revision\":3", "\"revision\":5", StringComparison.Ordinal));
        Assert.Equal("1 unchanged from lines.ndjson\n", (await ImportAsync("lines.ndjson")).Output);
        Assert.Equal([claim], Raw.Query(folder.File("articles.db"), "select public_id from claim_decision_topics"));
        Assert.Equal(["5"], Raw.Query(folder.File("articles.db"), "select revision from articles where slug = 'decided'"));
        await AssertWholeAsync();

        string State() => string.Join('\n', Raw.Query(
            folder.File("articles.db"),
            "select data_version from store_state union all select slug || revision || updated_at from articles union all select public_id "
            + "|| review_status || decides_topics from claim_decisions"));
    }

    /// <summary>The program ends for good in the midst of a transaction: an article of it never comes to an end.</summary>
    [Fact]
    public async Task An_import_that_is_killed_leaves_whole_articles_and_goes_on_when_it_is_run_again()
    {
        Write("one.ndjson", Line(1));
        Write("lines.ndjson", string.Join('\n', Enumerable.Range(1, 400).Select(Line)));
        await ImportAsync("one.ndjson");
        Raw.Execute(
            folder.File("articles.db"),
            """
            create view endless as with recursive n (i) as (select 1 union all select i + 1 from n) select i from n;
            create trigger stall before insert on claims when new.text like '% 300 %' begin select count(*) from endless; end
            """);
        using (var process = ProgramRun.Start(folder, ["import", "lines.ndjson"], ("Seed", "false")))
        {
            while (Count() < 2)
            {
                Assert.False(process.HasExited);
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }

            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var stored = Count();
        Assert.InRange(stored, 2, 299);
        await AssertWholeAsync();
        Raw.Execute(folder.File("articles.db"), "drop trigger stall; drop view endless");

        Assert.Equal($"{stored} unchanged, {400 - stored} created from lines.ndjson\n", (await ImportAsync("lines.ndjson")).Output);
        await AssertWholeAsync();

        int Count() =>
            int.Parse(
                Raw.Query(folder.File("articles.db"), "select count(*) from articles").Single(),
                System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("a.txt", "a.txt: The file is larger than 100 bytes. The setting Limits__MaxBodyBytes allows more.\n")]
    [InlineData("a.json", "a.json: The file is longer than 100 bytes. The setting Limits__MaxBodyBytes allows more.\n")]
    [InlineData("a.ndjson", "a.ndjson: Line 2 is longer than 100 bytes. The setting Limits__MaxBodyBytes allows more.\n")]
    public async Task A_text_or_a_line_that_is_longer_than_the_limit_is_refused(string file, string message)
    {
        Write(file, $"\n{new string('x', 200_000)}");
        settings.Add(("Limits__MaxBodyBytes", "100"));

        var run = await ImportAsync(file);

        Assert.Equal((1, message), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Topics_on_consecutive_lines_may_exchange_names()
    {
        Write("one.ndjson", """
            {"slug":"one","name":"first","broader":"two"}
            {"slug":"two","name":"second"}
            """);
        Write("two.ndjson", """
            {"slug":"one","name":"second","broader":"nope"}
            {"slug":"two","name":"first","synonyms":["old"]}
            {"slug":"three","name":"third","broader":"one"}
            """);
        Write("three.ndjson", """
            {"slug":"one","name":"second"}
            {"slug":"two","name":"first"}
            """);

        Assert.Equal("2 topics created from one.ndjson\n", (await ImportAsync("one.ndjson")).Output);
        var run = await ImportAsync("two.ndjson");
        Assert.Equal(
            """
            two.ndjson:1: /broader: There is no topic 'nope', which is to be broader than 'one'.
            two.ndjson:2: /name: 'first' names 'two' and 'one'.

            """,
            run.Error);
        Assert.Equal("1 topics created from two.ndjson\n", run.Output);
        Assert.Equal("2 topics replaced from three.ndjson\n", (await ImportAsync("three.ndjson")).Output);
    }

    [Fact]
    public async Task An_empty_file_in_a_folder_is_refused()
    {
        Directory.CreateDirectory(folder.File("in"));
        Write("in/empty.txt", "");
        Assert.Equal("in/empty.txt: The file is empty.\n", (await ImportAsync("in")).Error);
    }

    [Fact]
    public async Task A_JSON_file_is_one_article()
    {
        Write("a.json", "{\n  \"title\": \"A\",\n  \"sections\": [ { \"paragraphs\": [ { \"text\": \"Zinc is a metal.\" } ] } ]\n}\n");
        Assert.Equal("1 created from a.json\n", (await ImportAsync("a.json")).Output);
    }

    [Fact]
    public async Task Other_files_are_imported_when_one_fails()
    {
        Write("good.txt", "A title\nZinc is a metal.\n");

        var run = await ImportAsync("missing.txt", "good.txt");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("created a-title from good.txt", run.Output);
        Assert.StartsWith("missing.txt: ", run.Error);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_unchanged()
    {
        Write("articles.db", "not a database");
        Write("a.txt", "A title\nZinc is a metal.\n");

        var run = await ImportAsync("a.txt");

        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith(
            "articles.db is not a SQLite database. Name another file in ConnectionStrings__Articles.\n",
            run.Error,
            StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Equal("not a database", await File.ReadAllTextAsync(folder.File("articles.db"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_database_without_tables_counts_as_new()
    {
        await using (var database = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={folder.File("articles.db")};Pooling=false"))
        {
            await database.OpenAsync(TestContext.Current.CancellationToken);
            using var command = database.CreateCommand();
            command.CommandText = "pragma user_version = 1";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        Write("a.txt", "A title\nZinc is a metal.\n");

        Assert.StartsWith("read a-title", (await ImportAsync("--dry-run", "a.txt")).Output);
        Assert.StartsWith("created a-title", (await ImportAsync("a.txt")).Output);
    }

    [Theory]
    [InlineData("import")]
    [InlineData("import", "--format", "docx", "a.txt")]
    [InlineData("improt", "a.txt")]
    [InlineData("import", "a.txt", "--dryrun")]
    [InlineData("import", "")]
    [InlineData("export", "--only", "claims")]
    [InlineData("retag", "--nonsense")]
    [InlineData("health", "--nonsense")]
    [InlineData("health", "--url", "nonsense")]
    [InlineData("serve", "bogus")]
    [InlineData("--urls")]
    [InlineData("--urls", "http://localhost:1", "import", "a.txt")]
    public async Task Bad_usage_exits_with_2_and_says_why(params string[] arguments)
    {
        var run = await ProgramRun.InProcessAsync(folder, arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Error);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task A_process_writes_results_and_failures_to_streams_of_their_own()
    {
        Write("good.txt", "A title\nZinc is a metal.\n");

        var run = await ProgramRun.OfAsync(folder, ["import", "missing.txt", "good.txt"], ("Seed", "false"));

        Assert.Equal((1, "missing.txt: There is no such file.\n"), (run.ExitCode, run.Error));
        Assert.StartsWith(
            $"Database: {folder.File("articles.db")} (new)\ncreated a-title from good.txt: ", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await ProgramRun.OfAsync(folder, ["import"])).ExitCode);
    }

    [Fact]
    public async Task The_database_is_named_before_the_first_article_and_is_new_once()
    {
        Write("a.txt", "A title\nZinc is a metal.\n");
        Write("title.txt", "Only a title\n");

        Assert.Empty((await ImportWithDatabaseAsync("title.txt")).Databases);
        Assert.Empty((await ImportWithDatabaseAsync("--dry-run", "a.txt")).Databases);
        Assert.Equal(["Database: articles.db (new)"], (await ImportWithDatabaseAsync("title.txt", "a.txt", "a.txt")).Databases);
        Assert.Equal(["Database: articles.db"], (await ImportWithDatabaseAsync("a.txt")).Databases);
        Assert.Equal(["Database: articles.db"], (await ImportWithDatabaseAsync("--dry-run", "a.txt")).Databases);
    }

    [Fact]
    public async Task A_dry_run_without_a_database_knows_every_topic_that_came_before()
    {
        const string Article =
            """{"title":"One","sections":[{"paragraphs":[{"text":"Tin."}]}],"claims":[{"text":"Tin.","topics":["tin"]}]}""";
        Write("lines.ndjson", string.Join('\n', """{"name":"tin"}""", Article, """{"name":"gold"}""", Article));

        var run = await ImportAsync("--dry-run", "lines.ndjson");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("2 topics created, 2 read from lines.ndjson\n", run.Output);
        Assert.False(File.Exists(folder.File("articles.db")));
    }

    /// <summary>
    /// Imports files of the folder. The database that it names, if any, is the one of the folder; the paths come without that.
    /// </summary>
    private async Task<ProgramRun> ImportAsync(params string[] arguments)
    {
        var (run, databases) = await ImportWithDatabaseAsync(arguments);
        Assert.All(databases, line => Assert.StartsWith("Database: articles.db", line, StringComparison.Ordinal));
        return run;
    }

    /// <summary>Imports files of the folder, and takes the lines about the database out of the output.</summary>
    private async Task<(ProgramRun Run, IReadOnlyList<string> Databases)> ImportWithDatabaseAsync(params string[] arguments)
    {
        var run = await ProgramRun.InProcessAsync(folder, ["import", .. arguments.Select(Absolute)], [("Seed", "false"), .. settings]);
        var lines = WithoutFolder(run.Output).Split('\n').ToLookup(line => line.StartsWith("Database: ", StringComparison.Ordinal));
        return (run with { Output = string.Join('\n', lines[false]), Error = WithoutFolder(run.Error) }, [.. lines[true]]);

        string Absolute(string argument) => Path.Exists(folder.File(argument)) ? folder.File(argument) : argument;

        string WithoutFolder(string text) => text.Replace($"{folder.Path}/", "", StringComparison.Ordinal);
    }

    /// <summary>An article with a claim that it gives and a reference.</summary>
    private static string Line(int number) =>
        $$"""{"slug":"article-{{number:D3}}","title":"Title {{number}}","keyPoints":[{"text":"Point {{number}}"}],"sections":"""
            + $$"""[{"heading":"Part","paragraphs":[{"text":"Zinc is {{number}} times a metal. Why?","markers":"""
            + $$"""[{"label":"1","at":27}]}]}],"references":[{"label":"1","raw":"Doe, J. ({{1990 + (number % 30)}}). On zinc.","authors":"""
            + $$"""[{"family":"Doe","given":"J."}],"title":"On zinc"}],"claims":[{"text":"Zinc is {{number}} times a metal.","topics":[]"""
            + $$""","citations":[{"label":"1"}]}]}""";

    /// <summary>The documents and the indexes are those of the tables.</summary>
    private async Task AssertWholeAsync()
    {
        using var database = new Database(new($"Data Source={folder.File("articles.db")}"), TimeProvider.System, ArticleRenderer.Renderer);
        await RenderedRows.AssertCurrentAsync(database);
        SearchIndexTests.AssertWhole(folder.File("articles.db"));
    }

    private void Write(string file, string content) => File.WriteAllText(folder.File(file), content);

    private async Task<StoredArticle?> StoredAsync()
    {
        using var database = new Database(new($"Data Source={folder.File("articles.db")}"), TimeProvider.System, ArticleRenderer.Renderer);
        using var snapshot = database.ReadAll(CancellationToken.None);
        return await ArticleStore.FindAsync(snapshot, Slug, TestContext.Current.CancellationToken);
    }

    private static Article Bundled() => Seed.Articles(Seed.Topics()).Single();

    private static object Head(Article article) =>
        (
            article.Title,
            article.Subtitle,
            article.Category,
            article.PublishedOn,
            string.Join('|', article.ReviewedBy),
            string.Join('|', article.Authors));

    private static IEnumerable<string> Paragraphs(Article article) => article.Sections.SelectMany(section => section.Paragraphs)
        .Select(paragraph => $"{paragraph.Text} {string.Join(' ', paragraph.Markers)}");

    private static string Fields(Reference reference) =>
        $"{reference with { Authors = [] }} {string.Join(' ', reference.Authors)}";

    private static string Evidence(Claim claim) =>
        $"{claim.Text} {claim.Location} {string.Join(' ', claim.Topics)} {claim.Certainty} {string.Join(' ', claim.Hedges)} "
        + $"{string.Join(' ', claim.Citations)}";
}
