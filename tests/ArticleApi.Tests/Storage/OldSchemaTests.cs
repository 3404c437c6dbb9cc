using System.Globalization;
using System.Runtime.CompilerServices;
using ArticleApi.Documents.Model;
using ArticleApi.Features.Articles;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Tests.Storage;

/// <summary>
/// Databases of every released schema, as files: <c>Schemas/0003.sql</c> makes one as the program with migration 3 left it. Each is brought
/// up to date and compared with a new database that holds the same. <c>UPDATE_SCHEMAS=1</c> writes the file of the newest migration; older
/// ones stay as they were released.
/// </summary>
public sealed class OldSchemaTests : IDisposable
{
    /// <summary>The first migration with deleted articles, retired topics and decisions of editors.</summary>
    private const int Deletions = 2;

    private readonly TemporaryFolder folder = new();

    public static TheoryData<int> Numbers => [.. Migration.Of("sqlite").Select(migration => migration.Number)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task A_database_of_each_released_schema_becomes_equal_to_a_new_one(int number)
    {
        var (old, fresh) = (folder.File("old.db"), folder.File("new.db"));
        await FillAsync(fresh, withDeletions: number >= Deletions);
        if (number == Migration.Of("sqlite").Count && Environment.GetEnvironmentVariable("UPDATE_SCHEMAS") == "1")
        {
            await File.WriteAllTextAsync(FileOf(number), SqlDump.Script(fresh), Cancel);
        }

        Raw.Execute(old, await File.ReadAllTextAsync(FileOf(number), Cancel));
        using (var database = Open(old))
        {
            Assert.Equal(
                Migration.Of("sqlite").Select(migration => migration.Number).Where(other => other > number),
                await database.PrepareAsync((_, _) => throw new InvalidOperationException("An old database is not seeded."), Cancel));
            await RenderedRows.AssertCurrentAsync(database);
        }

        Assert.Equal(SqlDump.Schema(fresh), SqlDump.Schema(old));
        foreach (var table in SqlDump.Tables(fresh).Except(["changes", "schema_migrations", "store_state"]))
        {
            Assert.Equal(SqlDump.Rows(fresh, table), SqlDump.Rows(old, table));
        }

        // Their other columns tell when it was brought up to date.
        foreach (var rows in new[]
            {
                "select type || ' ' || object_id || ' ' || op from changes order by 1",
                "select number || ' ' || name || ' ' || checksum from schema_migrations order by 1",
                "select shape || ' ' || is_copy from store_state",
            })
        {
            Assert.Equal(Raw.Query(fresh, rows), Raw.Query(old, rows));
        }

        SearchIndexTests.AssertWhole(old);
        Assert.Equal(["2"], Raw.Query(old, "select count(*) from claim_words where claim_words match 'zinc'"));
    }

    [Fact]
    public void Every_migration_has_a_file_of_the_schema_that_it_left() => Assert.Equal(
        Migration.Of("sqlite").Select(migration => FileOf(migration.Number)),
        Directory.GetFiles(Path.GetDirectoryName(FileOf(1))!).Order(StringComparer.Ordinal));

    /// <summary>Makes a new database with two topics and an article; and, if asked for, what is left of deletions and decisions.</summary>
    private static async Task FillAsync(string path, bool withDeletions)
    {
        Topic tea = new() { Slug = "tea", Name = "tea" };
        Topic[] topics =
        [
            new() { Slug = "metal", Name = "metal" },
            new() { Slug = "zinc", Name = "zinc", Synonyms = ["Zn", "zinc ion"], Broader = "metal", Mesh = "D015032" },
        ];
        using var database = Open(path);
        await database.PrepareAsync((write, cancel) => TopicStore.PutAsync(write, topics, cancel), Cancel);
        await WriteAsync(async (write, cancel) => await ArticleStore.PutAsync(write, Taste, cancel));
        if (withDeletions)
        {
            await WriteAsync((write, cancel) => TopicStore.PutAsync(write, [tea], cancel));
            await WriteAsync((write, cancel) => TopicStore.DeleteAsync(write, tea.Slug, cancel));
            await WriteAsync(async (write, cancel) =>
            {
                var (_, stored) = await ArticleStore.PutAsync(write, new AnArticle("withdrawn"), cancel);
                await ArticleStore.DeleteAsync(write, stored, cancel);
            });
            await WriteAsync((write, cancel) =>
                DecisionStore.PutAsync(write, Taste.Slug, [new(Taste.Claims[0].Id, ["zinc"], ReviewStatus.Unreviewed)], cancel));
        }

        Task WriteAsync(Func<WriteTransaction, CancellationToken, Task> work) => database.WriteAsync(
            async (write, cancel) =>
            {
                await work(write, cancel);
                return true;
            },
            Cancel);
    }

    /// <summary>An article with something in every table.</summary>
    private static Article Taste
    {
        get
        {
            Article article = new AnArticle("taste-of-zinc")
            {
                Title = "The taste of zinc",
                Category = "Minerals",
                PublishedOn = new(2024, 5, 1),
                References =
                [
                    AnArticle.Entry("1", "Berg", 2019, "On buds", "10.1000/buds"),
                    AnArticle.Entry("2", "Lind", 2021, "On tongues"),
                ],
                Sentences =
                [
                    new("Zinc may renew the buds.") { Topics = ["metal", "zinc"], Citations = [new("1", CitationVia.Marker)] },
                    new("Without zinc soup is dull.") { Topics = ["zinc"], Review = ReviewStatus.Rejected },
                    new("Cooks agree.") { Section = "kitchen", Citations = [new("2", CitationVia.Narrative)] },
                ],
            };
            var lead = article.Sections[0];
            var marker = new Marker("1", 24, "1", false);
            return article with
            {
                Subtitle = "A metal on the tongue",
                Authors = ["Ada Berg"],
                ReviewedBy = ["Carl Lind"],
                Source = new() { Publisher = "The Cook", Url = "https://example.org/zinc", License = "CC-BY-4.0" },
                KeyPoints = [new("Zinc is tasted.")],
                Sections = [lead with { Paragraphs = [lead.Paragraphs[0] with { Markers = [marker] }] }, .. article.Sections.Skip(1)],
            };
        }
    }

    private static Database Open(string path) => new(new($"Data Source={path}"), new MovableClock(Service.Now), ArticleRenderer.Renderer);

    private static string FileOf(int number, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Schemas", string.Create(CultureInfo.InvariantCulture, $"{number:0000}.sql"));
}
