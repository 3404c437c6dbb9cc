using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using ArticleApi.Client;

namespace ArticleApi.Clients;

public sealed class ClientTests : IDisposable
{
    private const string Slug = "zinc-and-taste-in-csharp";

    private const string Text =
        """
        Zinc and taste
        By Ann Doe

        Zinc may sharpen taste.1 Salt does not.

        References
        1. Doe, J. (2020). Taste and zinc. Journal of Tasting, 3(1), 1-9.
        """;

    private static readonly JsonSerializerOptions Omitting = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly HttpClient http = new()
    {
        BaseAddress = new Uri(Environment.GetEnvironmentVariable("ARTICLE_API")
            ?? throw new InvalidOperationException("ARTICLE_API is the address of a running service, such as http://localhost:5080.")),
        DefaultRequestHeaders =
        {
            Authorization = new AuthenticationHeaderValue("Bearer", Environment.GetEnvironmentVariable("ARTICLE_API_KEY")),
        },
    };

    private readonly ArticleApiClient api;

    public ClientTests() => api = new(http);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task Lists_topics_page_by_page()
    {
        var slugs = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await api.ListTopicsAsync(limit: 20, cursor: cursor, cancellationToken: Cancel)).Result;
            Assert.True(page.Data.Count <= 20);
            slugs.AddRange(page.Data.Select(topic => topic.Slug));
            cursor = page.Page.NextCursor;
        }
        while (cursor is not null);

        var counted = await api.ListTopicsAsync(limit: 1, count: CountParameter.Exact, cancellationToken: Cancel);
        Assert.True(slugs.Count > 20);
        Assert.Equal(counted.Result.Page.Total, slugs.Count);
        Assert.Equal(slugs.Distinct().Order(StringComparer.Ordinal), slugs);
    }

    [Fact]
    public async Task Has_a_topic_by_its_synonym()
    {
        var answer = await api.GetTopicAsync("5-HT", cancellationToken: Cancel);
        Assert.Equal("serotonin", answer.Result.Slug);
        Assert.Equal("/api/v1/topics/serotonin", Assert.Single(answer.Headers["Content-Location"]));
    }

    [Fact]
    public async Task Lists_claims_on_a_topic_with_their_evidence()
    {
        var list = (await api.ListClaimsAsync(
            topic: ["zinc", "5-HT"],
            cited: true,
            certainty: Certainty.Hedged,
            published_from: new DateOnly(2022, 1, 1),
            cancellationToken: Cancel)).Result;
        Assert.Equal(["zinc", "serotonin"], list.Meta.ResolvedTopics!.Select(resolved => resolved.Topic));
        var claim = list.Data.First();
        Assert.Equal(Certainty.Hedged, claim.Certainty);
        Assert.Equal(new DateOnly(2022, 12, 4), claim.Article.PublishedOn);
        var citation = claim.Citations.First();
        Assert.StartsWith("ref_", citation.ReferenceId, StringComparison.Ordinal);
        Assert.True(citation.Year > 1900);
        Assert.NotEqual(CitationVia.Paragraph, citation.Via);
    }

    [Fact]
    public async Task Tells_what_is_wrong_as_a_typed_problem()
    {
        var unknown = await Assert.ThrowsAsync<ApiException<Problem>>(
            () => api.ListClaimsAsync(topic: ["serotonine"], cancellationToken: Cancel));
        Assert.Equal(400, unknown.StatusCode);
        Assert.Equal("unknown-value", unknown.Result.Code);
        Assert.Equal("serotonin", unknown.Result.Errors!.Single().Suggestion);

        var absent = await Assert.ThrowsAsync<ApiException<Problem>>(
            () => api.GetArticleAsync("no-such-article", cancellationToken: Cancel));
        Assert.Equal(404, absent.StatusCode);
        Assert.Equal("article-not-found", absent.Result.Code);
    }

    [Fact]
    public async Task Asks_again_only_for_what_has_changed()
    {
        var first = await api.GetArticleAsync("ketamine-and-anorexia", cancellationToken: Cancel);
        Assert.Contains(first.Result.Sections.SelectMany(section => section.Paragraphs), paragraph => paragraph.Markers.Count > 0);
        var again = await Assert.ThrowsAsync<ApiException>(
            () => api.GetArticleAsync("ketamine-and-anorexia", if_None_Match: TagOf(first), cancellationToken: Cancel));
        Assert.Equal(304, again.StatusCode);
    }

    [Fact]
    public async Task Imports_replaces_decides_and_deletes()
    {
        var dry = await api.ImportArticleAsync(Text, slug: Slug, dry_run: true, cancellationToken: Cancel);
        Assert.Equal(200, dry.StatusCode);
        Assert.Equal(1, dry.Result.Report.Counts.Claims);

        var made = await api.ImportArticleAsync(Text, slug: Slug, cancellationToken: Cancel);
        Assert.Equal(201, made.StatusCode);
        Assert.Equal(2020, made.Result.Article.References.Single().Year);

        // The document that GET gives is one that PUT takes.
        var article = JsonSerializer.Deserialize<ArticleInput>(JsonSerializer.Serialize(made.Result.Article, Omitting), Omitting)!;
        var blind = await Assert.ThrowsAsync<ApiException<Problem>>(() => api.PutArticleAsync(Slug, article, cancellationToken: Cancel));
        Assert.Equal("precondition-required", blind.Result.Code);
        article.Subtitle = "A taste of it";
        var replaced = await api.PutArticleAsync(Slug, article, if_Match: TagOf(made), cancellationToken: Cancel);
        Assert.Equal(200, replaced.StatusCode);
        Assert.Equal("A taste of it", replaced.Result.Subtitle);

        var claim = replaced.Result.Claims.Single();
        var accepted = new ClaimPatch { ReviewStatus = ReviewStatus.Accepted };
        var late = await Assert.ThrowsAsync<ApiException<Problem>>(
            () => api.PatchClaimAsync(claim.Id, accepted, if_Match: TagOf(made), cancellationToken: Cancel));
        Assert.Equal(412, late.StatusCode);
        var decided = await api.PatchClaimAsync(claim.Id, accepted, if_Match: TagOf(replaced), cancellationToken: Cancel);
        Assert.Equal(ReviewStatus.Accepted, decided.Result.ReviewStatus);
        Assert.Equal(claim.Topics, decided.Result.Topics);
        var tagged = await api.PatchClaimAsync(
            claim.Id, new() { Topics = ["zinc", "copper"] }, if_Match: TagOf(decided), cancellationToken: Cancel);
        Assert.Equal(ReviewStatus.Accepted, tagged.Result.ReviewStatus);

        var gone = await api.DeleteArticleAsync(Slug, if_Match: TagOf(tagged), cancellationToken: Cancel);
        Assert.Equal(204, gone.StatusCode);
        var deleted = await Assert.ThrowsAsync<ApiException<Problem>>(() => api.GetArticleAsync(Slug, cancellationToken: Cancel));
        Assert.Equal(410, deleted.Result.Status);
    }

    [Fact]
    public async Task Tells_every_fault_of_a_document_by_its_place()
    {
        var article = new ArticleInput
        {
            Title = "Zinc",
            Sections = [new() { Paragraphs = [new() { Text = "Zinc is a metal.", Markers = [new() { Label = "9", At = 0 }] }] }],
        };
        var fault = await Assert.ThrowsAsync<ApiException<Problem>>(
            () => api.PutArticleAsync("zinc-at-fault", article, cancellationToken: Cancel));
        Assert.Equal(422, fault.StatusCode);
        Assert.StartsWith("/sections/0/paragraphs/0/markers/0", fault.Result.Errors!.First().Pointer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_snippet_of_the_readme_finds_claims_and_evidence()
    {
        var claims = await Claims.AboutAsync(api, "serotonin").ToListAsync(Cancel);
        Assert.NotEmpty(claims);
        Assert.All(claims, claim => Assert.Contains("serotonin", claim.Topics));
        Assert.Contains(claims, claim => claim.Citations.Count > 0);
    }

    private static string TagOf(Answer answer) => answer.Headers["ETag"].Single();
}
