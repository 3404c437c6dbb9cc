using System.Net;

namespace ArticleApi.Tests.Http;

public sealed class NegotiationTests(Service service) : IClassFixture<Service>
{
    [Theory]
    [InlineData("*/*")]
    [InlineData("application/*")]
    [InlineData("application/json")]
    [InlineData("APPLICATION/JSON")]
    [InlineData("application/json;charset=utf-8")]
    [InlineData("application/json;q=0.001")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")]
    [InlineData("text/html, application/json;q=0.5")]
    [InlineData("application/json, */*;q=0")]
    [InlineData("application/json, application/*;q=0")]
    [InlineData("text/*;q=0, */*")]
    public async Task Json_comes_where_it_is_accepted(string accept)
    {
        foreach (var path in Routes.Read)
        {
            var answer = await service.GetAsync(path.Data, ("Accept", accept));
            Assert.Equal((HttpStatusCode.OK, "application/json; charset=utf-8"), (answer.Status, answer.Header("Content-Type")));
        }
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json;q=0, */*")]
    [InlineData("application/*;q=0, */*;q=0.5")]
    [InlineData("*/*;q=0")]
    [InlineData("text/*, image/png")]
    [InlineData("application/problem+json")]
    [InlineData("application/ld+json")]
    [InlineData("nonsense")]
    [InlineData("json")]
    [InlineData(";;")]
    public async Task What_is_not_there_is_refused_with_what_there_is(string accept)
    {
        foreach (var path in Routes.Read)
        {
            var answer = await service.GetAsync(path.Data, ("Accept", accept));
            Assert.Contains(
                "application/json", (string)answer.IsProblem(HttpStatusCode.NotAcceptable, "not-acceptable").Json["detail"]!, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/api/v1/claims?limit=0", HttpStatusCode.NotAcceptable)]
    [InlineData("/api/v1/nope", HttpStatusCode.NotFound)]
    [InlineData("/nope", HttpStatusCode.NotFound)]
    public async Task A_failure_is_a_problem_whatever_is_accepted(string path, HttpStatusCode status)
    {
        var answer = await service.GetAsync(path, ("Accept", "text/html"));
        Assert.Equal((status, "application/problem+json"), (answer.Status, answer.Header("Content-Type")));
    }

    [Fact]
    public async Task Several_accept_headers_count_as_one()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/topics/zinc");
        request.Headers.TryAddWithoutValidation("Accept", ["text/html", "application/json"]);
        Assert.Equal(HttpStatusCode.OK, (await service.SendAsync(request)).Status);
    }

    [Theory]
    [MemberData(nameof(Routes.All), MemberType = typeof(Routes))]
    public async Task A_browser_is_told_not_to_guess(string path)
    {
        Assert.Equal("nosniff", (await service.OkAsync(path)).Header("X-Content-Type-Options"));
        Assert.Null((await service.OkAsync(path)).Header("Server"));
    }
}
