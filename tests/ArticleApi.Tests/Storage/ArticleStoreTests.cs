using System.Text.Json;
using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.References;
using ArticleApi.Documents.Text;
using ArticleApi.Features.Articles;
using ArticleApi.Services;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;
using CsCheck;

namespace ArticleApi.Tests.Storage;

public sealed class ArticleStoreTests : IDisposable
{
    private static readonly string[] Topics = ["copper", "dopamine", "iron", "serotonin", "zinc"];

    private readonly TemporaryFolder folder = new();
    private readonly MovableClock clock = new(Service.Now);
    private readonly Database database;

    public ArticleStoreTests() => database = new(new($"Data Source={Path}"), clock, ArticleRenderer.Renderer);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Path => folder.File("articles.db");

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_log_that_grows_is_a_warning_each_time_it_has_doubled()
    {
        var log = new RecordedLog<Database>();
        using var growing = new Database(
            new($"Data Source={folder.File("growing.db")}") { LargeLog = 1 << 20 }, clock, ArticleRenderer.Renderer, log);
        await growing.PrepareAsync((_, _) => Task.CompletedTask, Cancel);
        using (growing.ReadAll(Cancel))
        {
            for (var i = 0; i < 60; i++)
            {
                var text = string.Join(' ', Enumerable.Repeat(new string('x', 1000), 50));
                await growing.WriteAsync(
                    (write, cancel) => ArticleStore.PutAsync(
                        write, new AnArticle($"large-{i}") { Sentences = [new(text) { IsClaim = false }] }, cancel),
                    Cancel);
            }
        }

        Assert.InRange(log.Lines.Count, 2, 5);
        Assert.All(log.Lines, line => Assert.Matches(@"^The write-ahead log of .*growing\.db has \d+ MB\.", line.Text));
    }

    [Fact]
    public async Task A_write_creates_replaces_or_changes_nothing()
    {
        await PrepareAsync();
        AnArticle article = new("a") { Sentences = [new("Zinc helps.") { Topics = ["zinc"] }] };

        Assert.Equal((ArticleStore.Outcome.Created, 1L), await PutAsync(article));
        var (created, version) = await FindAsync("a");
        clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal((ArticleStore.Outcome.Unchanged, 1L), await PutAsync(article));
        Assert.Equal((created!.UpdatedAt, version), ((await FindAsync("a")).Stored!.UpdatedAt, (await FindAsync("a")).DataVersion));

        Assert.Equal((ArticleStore.Outcome.Replaced, 2L), await PutAsync(article with { Title = "Another" }));
        var (replaced, next) = await FindAsync("a");
        Assert.Equal((created.UpdatedAt.AddHours(1), clock.GetUtcNow().ToUnixTimeMilliseconds()), (replaced!.UpdatedAt, next));

        Assert.Equal((ArticleStore.Outcome.Replaced, 3L), await PutAsync(article));
    }

    [Fact]
    public async Task A_change_of_any_part_replaces_the_article()
    {
        await PrepareAsync();
        Article article = new AnArticle("a")
        {
            References = [AnArticle.Entry("1", "Doe", 2020, "T")],
            Sentences = [new("Zinc may help.") { Topics = ["zinc"], Citations = [new("1", CitationVia.Marker)] }],
        };
        await PutAsync(article);
        var claim = article.Claims[0];
        Article[] changes =
        [
            article with { Subtitle = "S" },
            article with { Authors = ["A"] },
            article with { ReviewedBy = ["A"] },
            article with { Source = new() { License = "MIT" } },
            article with { KeyPoints = [new("K")] },
            article with { Sections = [article.Sections[0] with { Level = 3 }] },
            article with
            {
                Sections =
                [
                    article.Sections[0] with
                    {
                        Paragraphs = [article.Sections[0].Paragraphs[0] with { Markers = [new("1", 3, "1", false)] }],
                    },
                ],
            },
            article with { References = [article.References[0] with { Pages = "1-2" }] },
            article with { References = [article.References[0] with { Authors = [PersonName.Person("Doe", "J.")] }] },
            article with { Claims = [claim with { ReviewStatus = ReviewStatus.Accepted }] },
            article with { Claims = [claim with { Origin = ClaimOrigin.Extracted }] },
            article with { Claims = [claim with { Topics = ["iron", "zinc"] }] },
            article with { Claims = [claim with { Hedges = [] }] },
            article with { Claims = [claim with { Citations = [new("1", CitationVia.Narrative)] }] },
            article with { Claims = [] },
        ];
        foreach (var change in changes)
        {
            Assert.Equal(ArticleStore.Outcome.Replaced, (await PutAsync(change)).Outcome);
            Assert.Equal(JsonSerializer.Serialize(change), JsonSerializer.Serialize((await FindAsync("a")).Stored!.Article));
            Assert.Equal(ArticleStore.Outcome.Replaced, (await PutAsync(article)).Outcome);
        }
    }

    [Fact]
    [Trait("Category", "Fuzz")]
    public async Task A_stored_article_is_read_back_unchanged()
    {
        await PrepareAsync();
        await Articles.ForEachAsync(100, async article =>
        {
            await PutAsync(article);
            Assert.Equal(JsonSerializer.Serialize(article), JsonSerializer.Serialize((await FindAsync(article.Slug)).Stored!.Article));
            Assert.Equal(ArticleStore.Outcome.Unchanged, (await PutAsync(article)).Outcome);
            await RenderedRows.AssertCurrentAsync(database);
            SearchIndexTests.AssertWhole(Path);
        });
    }

    [Fact]
    public async Task A_write_that_fails_changes_nothing()
    {
        await PrepareAsync();
        AnArticle article = new("a") { Sentences = [new("Zinc helps.") { Topics = ["zinc"] }] };
        await PutAsync(article);
        var before = await FindAsync("a");

        Article faulty = article with { Title = "Another" };
        faulty = faulty with { Claims = [faulty.Claims[0] with { Citations = [new("no such label", CitationVia.Marker)] }] };
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => PutAsync(faulty));

        var after = await FindAsync("a");
        Assert.Equal(before.DataVersion, after.DataVersion);
        Assert.Equal(JsonSerializer.Serialize(before.Stored), JsonSerializer.Serialize(after.Stored));
        Assert.Equal(ArticleStore.Outcome.Replaced, (await PutAsync(article with { Title = "Another" })).Outcome);
    }

    [Fact]
    public async Task A_work_is_deleted_with_its_last_entry()
    {
        await PrepareAsync(articles: false);
        var (shared, own) = (AnArticle.Entry("1", "Doe", 2020, "Shared"), AnArticle.Entry("2", "Doe", 2020, "Own"));
        AnArticle one = new("one") { References = [shared, own] }, two = new("two") { References = [shared] };
        await PutAsync(one);
        await PutAsync(two);
        await PutAsync(one with { References = [] });
        Assert.Equal([shared.Id], Raw.Query(Path, "select id from works"));
        await PutAsync(two with { References = [] });
        Assert.Empty(Raw.Query(Path, "select id from works"));
    }

    [Fact]
    public async Task A_snapshot_does_not_see_later_writes()
    {
        await PrepareAsync();
        AnArticle article = new("a");
        await PutAsync(article);
        using var snapshot = database.ReadAll(CancellationToken.None);
        await PutAsync(article with { Title = "Another" });
        Assert.Equal("An article", (await ArticleStore.FindAsync(snapshot, "a", Cancel))!.Article.Title);
        Assert.Equal("Another", (await FindAsync("a")).Stored!.Article.Title);
    }

    [Fact]
    public async Task Concurrent_writers_each_get_a_revision_and_a_data_version()
    {
        await PrepareAsync();
        var (_, start) = await FindAsync("a");
        await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => Task.Run(() => PutAsync(new AnArticle("a") { Title = $"Title {i}" }), Cancel)));
        var (stored, version) = await FindAsync("a");
        Assert.Equal((20, start + 20), (stored!.Revision, version));
    }

    [Fact]
    public async Task Ids_are_the_same_in_two_stores()
    {
        await PrepareAsync();
        using var other = new Service();
        var (stored, _) = await FindAsync(Library.Bundled);
        var elsewhere = (await other.OkAsync($"/api/v1/articles/{Library.Bundled}")).Json;
        Assert.Equal(
            stored!.Article.Claims.Select(claim => claim.Id), elsewhere["claims"]!.AsArray().Select(claim => (string)claim!["id"]!));
        Assert.Equal(
            stored.Article.References.Select(entry => entry.Id), elsewhere["references"]!.AsArray().Select(entry => (string)entry!["id"]!));
    }

    [Fact]
    public async Task The_same_sentence_twice_is_two_claims()
    {
        await PrepareAsync();
        await PutAsync(
            new AnArticle("twice") { Sentences = [new("Zinc helps."), new("Zinc helps."), new("Zinc helps.") { Section = "again" }] });
        var ids = (await FindAsync("twice")).Stored!.Article.Claims.Select(claim => claim.Id).ToList();
        Assert.Equal(3, ids.Distinct().Count());
        Assert.Equal("clm_ttm53wl2esntg65m", ids[0]); // The base32 form of SHA-256 over "twice\nZinc helps.\n1", begun.
        Assert.Equal("clm_brmur53xtkypvgit", ids[1]);
    }

    private static Gen<Article> Articles
    {
        get
        {
            var text = Gen.String[Gen.OneOf(
                Gen.Char["abcdefghij ABC,.'\"%_"], Gen.Char["éß𝛂βЖ中\u2019\u00A0"], Gen.Const('x')), 1, 20].Where(s =>
                s.Trim().Length > 0).Select(WithSigns);
            var optional = Gen.OneOf(text.Select(s => (string?)s), Gen.Const((string?)null));
            var name = Gen.OneOf(
                Gen.Select(text, optional, PersonName.Person), text.Select(PersonName.Group));
            var reference = Gen.Select(
                    text, name.Array[0, 3], Gen.OneOf(Gen.Int[1, 9999].Select(y => (int?)y), Gen.Const((int?)null)), optional, optional)
                .Select((raw, authors, year, title, other) => new Reference
                {
                    Label = "",
                    Id = "",
                    Raw = raw,
                    Authors = authors,
                    Year = year,
                    Title = title,
                    ContainerTitle = other,
                    Volume = title,
                    Issue = other,
                    Pages = other, Doi = other is null ? null : $"10.1000/{raw.Length}", Url = title,
                });
            var sentence = Gen.Select(
                text, Gen.Int[0, 31], Gen.Int[0, 5], Gen.Enum<Certainty>(), Gen.Enum<ReviewStatus>(), Gen.Enum<CitationVia>());
            var section = Gen.Select(optional, Gen.Int[2, 6], sentence.Array[0, 3].Array[0, 3]);
            return Gen.Select(
                Gen.OneOf(Gen.Const("one"), Gen.Const("two"), Gen.Const("three")), text, optional, text.Array[0, 3],
                Gen.OneOf(Gen.Date.Select(d => (DateOnly?)DateOnly.FromDateTime(d)), Gen.Const((DateOnly?)null)), reference.Array[0, 4],
                section.Array[1, 3]).Select((slug, title, other, people, date, entries, sections) =>
                {
                    var references = entries
                        .Select((entry, i) => entry with { Label = $"{i + 1}" })
                        .Select(entry => entry with { Id = WorkIdentity.IdOf(entry) })
                        .ToList();
                    var identity = new ClaimIdentity(slug);
                    var claims = new List<Claim>();
                    var body = sections.Select((part, i) => new Section
                    {
                        Id = $"s-{i}",
                        Heading = part.Item1,
                        Level = part.Item2,
                        Paragraphs =
                        [
                            .. part.Item3.Select((sentences, j) =>
                            {
                                var paragraph = "";
                                foreach (var (words, topics, cited, certainty, review, via) in sentences)
                                {
                                    var start = CodePoints.Count(paragraph);
                                    paragraph += words;
                                    claims.Add(new()
                                    {
                                        Id = identity.Next(words),
                                        Text = words,
                                        Location = new($"s-{i}", j + 1, start, CodePoints.Count(paragraph)),
                                        Topics = [.. Topics.Where((_, t) => (topics & (1 << t)) != 0)],
                                        Certainty = certainty,
                                        Hedges = certainty == Certainty.Hedged ? [words, "may"] : [],
                                        Citations = [.. references.Take(cited).Reverse().Select(entry => new Citation(entry.Label, via))],
                                        Origin = via == CitationVia.Marker ? ClaimOrigin.Extracted : ClaimOrigin.Authored,
                                        ReviewStatus = review,
                                    });
                                }

                                return new Paragraph
                                {
                                    Text = paragraph,
                                    Markers =
                                    [
                                        .. references.Select(
                                            entry => new Marker(entry.Label, CodePoints.Count(paragraph), paragraph, entry.Year is null)),
                                    ],
                                };
                            }),
                        ],
                    }).ToList();
                    return new Article
                    {
                        Slug = slug,
                        Title = title,
                        Subtitle = other,
                        Category = other,
                        Language = "en",
                        Authors = people,
                        ReviewedBy = [.. people.Reverse()],
                        PublishedOn = date,
                        Source = new() { Publisher = other, Url = title, License = other },
                        KeyPoints = [.. people.Select(person => new KeyPoint(person))],
                        Sections = body,
                        References = references,
                        Claims = claims,
                    };
                });
        }
    }

    // Half of a surrogate pair is no text.
    private static string WithSigns(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune == System.Text.Rune.ReplacementChar ? "🧠" : rune.ToString()));

    private Task<IReadOnlyList<int>> PrepareAsync(bool articles = true) =>
        database.PrepareAsync((write, cancel) => Seed.FillAsync(write, articles, cancel), Cancel);

    private Task<(ArticleStore.Outcome Outcome, long Revision)> PutAsync(Article article) =>
        database.WriteAsync(
            async (write, cancel) =>
            {
                var (outcome, stored) = await ArticleStore.PutAsync(write, article, cancel);
                return (outcome, stored.Revision);
            },
            Cancel);

    private async Task<(StoredArticle? Stored, long DataVersion)> FindAsync(string slug)
    {
        using var snapshot = database.ReadAll(CancellationToken.None);
        return (await ArticleStore.FindAsync(snapshot, slug, Cancel), snapshot.DataVersion);
    }
}
