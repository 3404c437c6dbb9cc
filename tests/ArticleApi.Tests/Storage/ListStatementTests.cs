using System.Runtime.CompilerServices;
using System.Text;
using ArticleApi.Documents.Model;
using ArticleApi.Features.Articles;
using ArticleApi.Storage;
using ArticleApi.Storage.Filters;
using ArticleApi.Storage.Shared;
using ArticleApi.Storage.Sqlite;
using ArticleApi.Storage.Sqlite.ClaimLists;
using ArticleApi.Storage.Sqlite.Search;
using Dapper;

namespace ArticleApi.Tests.Storage;

/// <summary>
/// The statements of lists, as files that a person can read: <c>Statements/*.sql</c> hold the SQL of each access path and how SQLite plans
/// it in a store of 10,000 articles. A change of either shows there. <c>UPDATE_STATEMENTS=1</c> writes the files anew.
/// </summary>
public sealed class ListStatementTests(ListStatementTests.LargeStore store) : IClassFixture<ListStatementTests.LargeStore>
{
    private const int Limit = 25;

    private static readonly ListOrder<ClaimOrder, ListedClaim> ByArticle = ClaimOrders.ByArticle;
    private static readonly ListOrder<ClaimOrder, ListedClaim> Newest = Of(ClaimOrder.PublishedDescending);
    private static readonly string[] LastClaim = ["a-slug", "7", "clm_aaaaaaaaaaaaaaaa"], LastDay = ["2024-05-01", "clm_aaaaaaaaaaaaaaaa"];
    private static readonly ArticleTraits From2020 = new() { PublishedFrom = new(2020, 1, 1) };
    private static readonly TextQuery Words = TextQuery.Parse("zinc -copper defic*");

    private static readonly Dictionary<string, (string Question, Func<Session, SqlQuery> Make)> All = new(StringComparer.Ordinal)
    {
        ["claims-by-topic"] = (
            "/claims?topic=zinc",
            _ => ClaimsByTopic.Page(new() { TopicSets = [[7]] }, null, Limit)),
        ["claims-by-topic-behind"] = (
            "/topics/zinc/claims?topic=serotonin&certainty=hedged&cited=true&published_from=2020-01-01&cursor=…",
            _ => ClaimsByTopic.Page(
                new() { TopicSets = [[7], [3, 4]], Certainty = Certainty.Hedged, Cited = true, Article = From2020 },
                LastClaim,
                Limit)),
        ["claims-in-order-all"] = (
            "/claims?cursor=…",
            _ => ClaimsInOrder.Page(new(), ByArticle, LastClaim, Limit)),
        ["claims-in-order-article"] = (
            "/articles/a-slug/claims?section=methods",
            _ => ClaimsInOrder.Page(new() { ArticleIds = [1], SectionId = "methods" }, ByArticle, null, Limit)),
        ["claims-in-order-work"] = (
            "/references/ref_…/claims?topic_not=zinc&cursor=…",
            _ => ClaimsInOrder.Page(new() { WorkIds = ["ref_a"], WithoutTopics = [7] }, ByArticle, LastClaim, Limit)),
        ["claims-in-order-topics"] = (
            "/claims?topic=neurotransmitter&sort=-published&review=rejected&cursor=…",
            _ => ClaimsInOrder.Page(new() { TopicSets = [[3, 4]], Review = ReviewStatus.Rejected }, Newest, LastDay, Limit)),
        ["claims-in-order-oldest"] = (
            "/claims?published_from=2020-01-01&published_until=2024-12-31&sort=published&cursor=…",
            _ => ClaimsInOrder.Page(
                new() { Article = From2020 with { PublishedUntil = new(2024, 12, 31) } }, Of(ClaimOrder.Published), LastDay, Limit)),
        ["claims-in-order-search"] = (
            "/claims?q=zinc -copper defic*&sort=-published",
            _ => ClaimsInOrder.Page(new() { Text = Words }, Newest, null, Limit)),
        ["claims-in-order-updated"] = (
            "/claims?language=pt&sort=-updated&cursor=…",
            _ => ClaimsInOrder.Page(
                new() { Article = new() { Language = "pt" } },
                Of(ClaimOrder.UpdatedDescending),
                ["2024-05-01T00:00:00.000Z", "clm_aaaaaaaaaaaaaaaa"],
                Limit)),
        ["claims-by-id"] = (
            "/claims?id=clm_…&id=clm_…",
            _ => ClaimsInOrder.Page(new() { ClaimIds = ["clm_a", "clm_b"] }, ByArticle, null, Limit)),
        ["claims-by-search"] = (
            "/claims?q=zinc -copper defic*&topic=zinc",
            session => RankedList.Ranked(Words, ClaimsBySearch.Scope(session, new() { Text = Words, TopicSets = [[7]] }))),
        ["claims-by-search-article"] = (
            "/articles/a-slug/claims?q=zinc&certainty=asserted",
            session => RankedList.Ranked(
                TextQuery.Parse("zinc"),
                ClaimsBySearch.Scope(session, new() { Text = TextQuery.Parse("zinc"), ArticleIds = [1], Certainty = Certainty.Asserted }))),
        ["claims-by-search-unranked"] = (
            "/claims?q=-copper&cursor=…",
            session => RankedList.Unranked(
                TextQuery.Parse("-copper"), ClaimsBySearch.Scope(session, new() { Text = TextQuery.Parse("-copper") }), Limit)),
        ["claims-matching"] = (
            "/claims?topic=zinc&published_from=2020-01-01&facet=…",
            session => Of(session.Engine.Claims.Matching(new() { TopicSets = [[7]], Article = From2020 }))),
        ["articles-newest"] = (
            "/articles?topic=zinc&category=trace-elements&cursor=…",
            session => Articles(
                session, new() { TopicIds = [7], Traits = new() { Category = "Trace Elements" } }, ArticleOrder.PublishedDescending)),
        ["articles-oldest"] = (
            "/articles?published_from=2020-01-01&sort=published&cursor=…",
            session => Articles(session, new() { Traits = From2020 }, ArticleOrder.Published)),
        ["articles-by-search"] = (
            "/articles?q=zinc -copper defic*",
            session => RankedList.Ranked(Words, FullTextSearch.ArticleScope(session, new() { Text = Words }))),
        ["works-by-id"] = (
            "/references?doi=10.1000/a&cursor=…",
            session => Works(session, new() { Doi = "10.1000/a" }, WorkOrder.Id)),
        ["works-by-year"] = (
            "/references?author=van den Berg&topic=zinc&sort=-year&cursor=…",
            session => Works(session, new() { Author = "van den Berg", TopicIds = [7] }, WorkOrder.YearDescending)),
        ["works-by-search"] = (
            "/references?q=zinc -copper defic*&year=2020",
            session => RankedList.Ranked(Words, FullTextSearch.WorkScope(session, new() { Text = Words, Year = 2020 }))),
        ["works-by-search-unranked"] = (
            "/references?q=zinc&article=a-slug&cursor=…",
            session => RankedList.Unranked(
                TextQuery.Parse("zinc"),
                FullTextSearch.WorkScope(session, new() { Text = TextQuery.Parse("zinc"), ArticleId = 1 }),
                Limit)),
        ["neighbours-of-slug"] = (
            "/articles/a-slgu (which article was meant?)",
            _ => new(Neighbours.Sql("articles", "slug"), new DynamicParameters(new { name = "a-slgu" }))),
        ["neighbours-of-work"] = (
            "/claims?reference=ref_… (which work was meant?)",
            _ => new(Neighbours.Sql("works", "id"), new DynamicParameters(new { name = "ref_a" }))),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_statement_and_its_plan_equal_the_file(string name)
    {
        using var snapshot = store.Database.ReadAll(CancellationToken.None);
        var (question, make) = All[name];
        var query = make(snapshot);
        var text = $"-- GET {question}\n\n{Tidy(query.Sql)}\n\n-- SQLite's plan:\n{Plan(snapshot, query)}";
        var file = Path.Combine(Folder(), $"{name}.sql");
        if (Environment.GetEnvironmentVariable("UPDATE_STATEMENTS") == "1")
        {
            File.WriteAllText(file, text);
        }

        Assert.Equal(File.ReadAllText(file), text);
    }

    [Fact]
    public void Every_file_belongs_to_a_statement() => Assert.Equal(
        All.Keys.Order(StringComparer.Ordinal),
        Directory.GetFiles(Folder(), "*.sql").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal));

    /// <summary>A request takes the path that its file is named after.</summary>
    [Fact]
    public void The_filter_and_the_order_choose_the_access_path()
    {
        ClaimFilter topic = new() { TopicSets = [[7]] }, topics = new() { TopicSets = [[3, 4]] };
        Assert.Equal(ClaimPath.ByTopic, ClaimLister.PathOf(topic, ClaimOrder.Article));
        Assert.Equal(ClaimPath.ByTopics, ClaimLister.PathOf(topics, ClaimOrder.Article));
        Assert.Equal(ClaimPath.InOrder, ClaimLister.PathOf(topic, ClaimOrder.Published));
        Assert.Equal(ClaimPath.InOrder, ClaimLister.PathOf(topic with { ArticleIds = [1] }, ClaimOrder.Article));
        Assert.Equal(ClaimPath.InOrder, ClaimLister.PathOf(topic with { WorkIds = ["ref_a"] }, ClaimOrder.Article));
        Assert.Equal(ClaimPath.InOrder, ClaimLister.PathOf(new(), ClaimOrder.Article));
        Assert.Equal(ClaimPath.BySearch, ClaimLister.PathOf(topic with { Text = Words }, ClaimOrder.Relevance));
    }

    private static ListOrder<ClaimOrder, ListedClaim> Of(ClaimOrder order) => ClaimOrders.All.Single(other => other.Value == order);

    private static SqlQuery Of((string Sql, DynamicParameters Parameters) query) => new(query.Sql, query.Parameters);

    private static SqlQuery Articles(Session session, ArticleFilter filter, ArticleOrder order)
    {
        var where = ArticleConditions.Of(session, filter);
        where.Parameters.AddDynamicParams(new { published = "2024-05-01", last = "a-slug", rows = Limit });
        return new($"select a.id\nfrom articles a\n{ArticleStore.Page(where, order, goesOn: true)}", where.Parameters);
    }

    private static SqlQuery Works(Session session, WorkFilter filter, WorkOrder order)
    {
        var where = WorkConditions.Of(session, filter);
        where.Parameters.AddDynamicParams(new { lastYear = 2020, last = "ref_a", rows = Limit });
        return new(ReferenceStore.Page(where, order, goesOn: true), where.Parameters);
    }

    private static string Tidy(string sql) =>
        string.Join('\n', sql.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0));

    private static string Plan(Session session, SqlQuery query)
    {
        var steps = session.Connection
            .Query<(long Id, long Parent, long Unused, string Detail)>($"explain query plan\n{query.Sql}", query.Values)
            .ToLookup(step => step.Parent);
        var plan = new StringBuilder();
        void Write(long parent, int depth)
        {
            foreach (var step in steps[parent])
            {
                plan.Append("-- ").Append(' ', 2 * depth).Append(step.Detail).Append('\n');
                Write(step.Id, depth + 1);
            }
        }

        Write(0, 0);
        return plan.ToString();
    }

    /// <summary>An empty store whose statistics are those of a large one (<c>Statements/statistics.txt</c>).</summary>
    public sealed class LargeStore : IAsyncLifetime
    {
        private readonly TemporaryFolder folder = new();

        internal Database Database { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Database = Open();
            await Database.PrepareAsync((_, _) => Task.CompletedTask, TestContext.Current.CancellationToken);
            Database.Dispose();
            Raw.Execute(folder.File("large.db"), "analyze");
            Raw.Execute(folder.File("large.db"), File.ReadAllText(Path.Combine(Folder(), "statistics.txt")));
            Database = Open();
        }

        public ValueTask DisposeAsync()
        {
            Database.Dispose();
            folder.Dispose();
            return ValueTask.CompletedTask;
        }

        private Database Open() => new(new($"Data Source={folder.File("large.db")}"), TimeProvider.System, ArticleRenderer.Renderer);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Statements");
}
