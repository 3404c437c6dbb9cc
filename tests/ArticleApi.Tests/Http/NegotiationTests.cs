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
    public async Task Json_is_sent_if_it_is_accepted(string accept)
    {
        foreach (var path in Routes.ReadAs("application/json"))
        {
            var answer = await service.GetAsync(path.Data, ("Accept", accept));
            Assert.Equal((HttpStatusCode.OK, "application/json; charset=utf-8"), (answer.Status, answer.Header("Content-Type")));
        }
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml")]
    [InlineData("application/json;q=0")]
    [InlineData("*/*;q=0")]
    [InlineData("image/*, image/png")]
    [InlineData("application/problem+json")]
    [InlineData("text/csv;q=0")]
    [InlineData("nonsense")]
    [InlineData("json")]
    [InlineData(";;")]
    public async Task An_unknown_media_type_is_a_406_with_the_offered_ones(string accept)
    {
        foreach (var path in Routes.ReadAs("application/json"))
        {
            await IsRefusedAsync(path.Data, accept);
        }
    }

    [Theory]
    [InlineData("application/json;q=0, */*")]
    [InlineData("application/*;q=0, */*;q=0.5")]
    [InlineData("text/*, image/png")]
    [InlineData("text/csv, application/ld+json")]
    public Task A_route_with_JSON_only_refuses_other_media_types(string accept) => IsRefusedAsync("/api/v1/topics/zinc", accept);

    [Theory]
    [InlineData("*/*", "application/json")]
    [InlineData("text/csv", "text/csv")]
    [InlineData("TEXT/CSV", "text/csv")]
    [InlineData("text/csv; charset=utf-8; header=present", "text/csv")]
    [InlineData("text/*, image/png", "text/csv")]
    [InlineData("application/x-ndjson", "application/x-ndjson")]
    [InlineData("application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"", "application/ld+json")]
    [InlineData("application/json;q=0, */*", "text/csv")]
    [InlineData("application/*;q=0, */*;q=0.5", "text/csv")]
    [InlineData("application/json, text/csv", "application/json")]
    [InlineData("text/csv, application/json", "application/json")]
    [InlineData("application/json;q=0.8, text/csv;q=0.9", "text/csv")]
    [InlineData("application/json;q=0.8, text/csv;q=0.8, application/x-ndjson;q=0.81", "application/x-ndjson")]
    [InlineData("text/csv;q=0.5, */*;q=0.4", "text/csv")]
    [InlineData("text/csv;q=0.3, */*;q=0.4", "application/json")]
    [InlineData("text/csv;q=0, text/*, application/ld+json;q=0.1", "application/ld+json")]
    [InlineData("text/html, application/ld+json;q=0.001", "application/ld+json")]
    [InlineData("application/*;q=0.2, application/ld+json;q=0.7, text/csv;q=0.6", "application/ld+json")]
    public async Task The_representation_with_the_highest_quality_is_sent(string accept, string type)
    {
        var answer = await service.GetAsync("/api/v1/claims?topic=zinc", ("Accept", accept));
        Assert.Equal((HttpStatusCode.OK, type), (answer.Status, answer.Header("Content-Type")!.Split(';')[0]));
    }

    [Theory]
    [InlineData("/api/v1/claims?topic=zinc")]
    [InlineData("/api/v1/articles/ketamine-and-anorexia")]
    [InlineData("/api/v1/references")]
    [InlineData("/api/v1/articles?limit=1")]
    public async Task Each_representation_links_to_the_others(string path)
    {
        var forms = Alternates(await service.OkAsync(path)).Append((Address: path.With("format=json"), Type: "application/json")).ToList();
        Assert.True(forms.Count > 1);
        var tags = new HashSet<string?>();
        foreach (var (address, type) in forms)
        {
            var answer = await service.OkAsync(address);
            Assert.Equal(type, answer.Header("Content-Type")!.Split(';')[0]);
            Assert.Equal(forms.Where(form => form.Type != type).Order(), Alternates(answer).Order());
            Assert.Equal("Accept, Accept-Encoding", answer.Header("Vary"));
            Assert.True(tags.Add(answer.Header("ETag")));

            // By Accept it is the same, under a tag of its own.
            var accepted = await service.GetAsync(path, ("Accept", type));
            Assert.Equal(answer.Header("Content-Type"), accepted.Header("Content-Type"));
            Assert.True(tags.Add(accepted.Header("ETag")));
            Assert.Equal(
                HttpStatusCode.NotModified,
                (await service.GetAsync(path, ("Accept", type), ("If-None-Match", accepted.Header("ETag")!))).Status);

            using var head = new HttpRequestMessage(HttpMethod.Head, address);
            var headers = await service.SendAsync(head);
            Assert.Equal(
                (answer.Header("Content-Type"), answer.Header("Content-Length"), answer.Header("ETag"), ""),
                (headers.Header("Content-Type"), headers.Header("Content-Length"), headers.Header("ETag"), headers.Text));
        }
    }

    [Fact]
    public async Task The_parameter_format_overrides_accept()
    {
        Assert.StartsWith(
            "text/csv",
            (await service.GetAsync("/api/v1/claims?format=csv", ("Accept", "application/json"))).Header("Content-Type"),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "text/csv",
            (await service.GetAsync("/api/v1/claims?format=csv", ("Accept", "image/png"))).Header("Content-Type"),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "application/json",
            (await service.GetAsync("/api/v1/topics/zinc?format=json", ("Accept", "text/html"))).Header("Content-Type"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/claims?format=cvs", "unknown-value", "csv", "json csv ndjson jsonld")]
    [InlineData("/api/v1/claims?format=markdown", "unknown-value", null, "json csv ndjson jsonld")]
    [InlineData("/api/v1/claims?format=CSV", "unknown-value", "csv", "json csv ndjson jsonld")]
    [InlineData("/api/v1/articles/ketamine-and-anorexia?format=csv", "unknown-value", null, "json jsonld markdown")]
    [InlineData("/api/v1/topics/zinc?format=ndjson", "unknown-value", "json", "json")]
    [InlineData("/api/v1/topics?format=", "empty-value", null, null)]
    [InlineData("/api/v1/topics?format=%20", "empty-value", null, null)]
    [InlineData("/api/v1/claims?format=csv&format=json", "repeated-parameter", null, null)]
    public async Task An_unknown_format_is_a_400_with_the_offered_ones(string path, string code, string? suggestion, string? allowed)
    {
        var answer = (await service.GetAsync(path)).HasErrors(("format", code, suggestion));
        Assert.Equal(allowed?.Split(' '), answer.Json["errors"]![0]!["allowed"]?.AsArray().Select(value => (string)value!));
    }

    [Fact]
    public async Task A_write_responds_in_JSON_and_has_no_parameter_format()
    {
        (await service.PutAsync("/api/v1/topics/zinc?format=csv", "{}")).HasErrors(("format", "unknown-parameter", null));
        (await service.WriteAsync(
            HttpMethod.Put, "/api/v1/topics/zinc", Service.Body("{}", "application/json"), ("Accept", "text/csv"))).IsProblem(
            HttpStatusCode.NotAcceptable,
            "not-acceptable");
    }

    [Fact]
    public async Task Parameters_that_need_JSON_are_refused_in_other_formats()
    {
        (await service.GetAsync("/api/v1/claims?count=exact&format=csv")).HasErrors(("count", "not-in-format", null));
        (await service.GetAsync("/api/v1/claims?q=zinc&include=highlights&format=csv")).HasErrors(("include", "not-in-format", null));
        (await service.GetAsync("/api/v1/claims?facet=year&fields=id&format=jsonld")).HasErrors(
            ("fields", "not-in-format", null), ("facet", "not-in-format", null));
        (await service.GetAsync("/api/v1/articles?count=exact", ("Accept", "application/x-ndjson"))).HasErrors(
            ("count", "not-in-format", null));
    }

    [Theory]
    [InlineData("/api/v1/claims?format=csv&topic=znc", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/articles/nope?format=markdown", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/articles/nope/claims?format=ndjson", HttpStatusCode.NotFound)]
    public async Task A_problem_is_JSON_whatever_the_format(string path, HttpStatusCode status)
    {
        var answer = await service.GetAsync(path);
        Assert.Equal((status, "application/problem+json", null), (answer.Status, answer.Header("Content-Type"), answer.Header("Link")));
    }

    [Fact]
    public async Task Links_to_other_formats_leave_out_parameters_that_need_JSON()
    {
        var page = await service.OkAsync("/api/v1/claims?q=ketamine&limit=1");
        var next = (string)page.Json["page"]!["nextCursor"]!;
        var forms = Alternates(await service.OkAsync(
            $"/api/v1/claims?q=ketamine&limit=1&include=highlights&facet=year&fields=id&count=exact&cursor={next}")).ToList();
        Assert.Equal(3, forms.Count);
        foreach (var (address, type) in forms)
        {
            Assert.Equal(type, (await service.OkAsync(address)).Header("Content-Type")!.Split(';')[0]);
        }
    }

    [Fact]
    public async Task Pages_of_every_format_link_to_the_next_and_a_cursor_works_in_every_format()
    {
        var ids = (await service.OkAsync("/api/v1/claims?limit=100")).Values("id");
        var found = new List<string>();
        var address = "/api/v1/claims?format=ndjson&limit=3";
        while (address is not null)
        {
            var page = await service.OkAsync(address);
            found.AddRange(page.Text.TrimEnd('\n').Split('\n').Select(line => (string)System.Text.Json.Nodes.JsonNode.Parse(line)!["id"]!));
            foreach (var (alternate, type) in Alternates(page).Where(form => form.Type == "application/json"))
            {
                Assert.Equal(found[^1], (await service.OkAsync(alternate)).Values("id")[^1]);
            }

            var links = page.Header("Link")!.Split(", ");
            Assert.Single(page.Headers, header => header.Key == "Link");
            address = links[0].EndsWith("; rel=\"next\"", StringComparison.Ordinal) ? links[0].Split('<', '>')[1] : null;
        }

        Assert.Equal(ids, found);
    }

    private static IEnumerable<(string Address, string Type)> Alternates(ApiResponse answer) =>
        System.Text.RegularExpressions.Regex.Matches(answer.Header("Link") ?? "", "<([^>]+)>; rel=\"alternate\"; type=\"([^\"]+)\"")
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value));

    private async Task IsRefusedAsync(string path, string accept)
    {
        var answer = await service.GetAsync(path, ("Accept", accept));
        Assert.Contains(
            "application/json",
            (string)answer.IsProblem(HttpStatusCode.NotAcceptable, "not-acceptable").Json["detail"]!,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*/*", HttpStatusCode.OK)]
    [InlineData("application/x-ndjson", HttpStatusCode.OK)]
    [InlineData("application/json, application/x-ndjson;q=0.1", HttpStatusCode.OK)]
    [InlineData("application/json", HttpStatusCode.NotAcceptable)]
    [InlineData("application/x-ndjson;q=0, */*", HttpStatusCode.NotAcceptable)]
    public async Task An_export_is_sent_if_NDJSON_is_accepted(string accept, HttpStatusCode status)
    {
        Assert.NotEmpty(Routes.Streams);
        foreach (var path in Routes.Streams)
        {
            Assert.Equal(status, (await service.GetAsync(path.Data, ("Accept", accept))).Status);
        }
    }

    [Theory]
    [InlineData("/api/v1/claims?limit=0", HttpStatusCode.NotAcceptable)]
    [InlineData("/api/v1/nope", HttpStatusCode.NotFound)]
    [InlineData("/nope", HttpStatusCode.NotFound)]
    public async Task A_problem_is_JSON_whatever_is_accepted(string path, HttpStatusCode status)
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
    public async Task A_browser_may_not_guess_the_content_type(string path)
    {
        Assert.Equal("nosniff", (await service.OkAsync(path)).Header("X-Content-Type-Options"));
        Assert.Null((await service.OkAsync(path)).Header("Server"));
    }
}
