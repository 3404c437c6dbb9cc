using System.Net;

namespace ArticleApi.Tests.Topics;

public sealed class WriteTopicTests(Service service) : IClassFixture<Service>
{
    [Fact]
    public async Task A_new_topic_is_a_201_and_later_imports_are_tagged_with_it()
    {
        var put = await service.PutAsync(
            "/api/v1/topics/creatine", """{ "name": "Creatine", "synonyms": [ "creatine monohydrate" ], "mesh": "D003401" }""");
        Assert.Equal((HttpStatusCode.Created, "/api/v1/topics/creatine"), (put.Status, put.Header("Location")));
        var get = await service.OkAsync("/api/v1/topics/creatine");
        Assert.Equal(
            (get.Text, get.Header("ETag"), get.Header("Data-Version")), (put.Text, put.Header("ETag"), put.Header("Data-Version")));

        await service.ImportAsync("A title\n\nCreatine monohydrate helps the muscles.\n", "?slug=on-creatine");
        Assert.Equal(1, (int)(await service.OkAsync("/api/v1/topics/creatine")).Json["claimCount"]!);
    }

    [Fact]
    public async Task Putting_back_the_topic_that_GET_gave_changes_nothing()
    {
        var get = await service.OkAsync("/api/v1/topics/serotonin");
        var put = await service.PutAsync("/api/v1/topics/serotonin", get.Text);
        Assert.Equal((HttpStatusCode.OK, get.Text, get.Header("ETag")), (put.Status, put.Text, put.Header("ETag")));
    }

    [Fact]
    public async Task A_replaced_topic_loses_the_names_that_are_not_given_again()
    {
        await service.PutAsync("/api/v1/topics/betaine", """{ "name": "betaine", "synonyms": [ "TMG" ] }""");
        Assert.Equal(HttpStatusCode.OK, (await service.PutAsync("/api/v1/topics/betaine", """{ "name": "glycine betaine" }""")).Status);
        (await service.GetAsync("/api/v1/topics/TMG")).IsProblem(HttpStatusCode.NotFound, "topic-not-found");
        await service.OkAsync("/api/v1/topics/Glycine%20Betaine");
    }

    [Fact]
    public async Task A_name_of_another_topic_is_a_409()
    {
        var answer = (await service.PutAsync(
            "/api/v1/topics/happiness", """{ "name": "happiness", "synonyms": [ "joy", "5HT" ] }""")).IsProblem(
            HttpStatusCode.Conflict,
            "name-taken");
        Assert.Equal("/synonyms/1", (string)answer.Json["errors"]!.AsArray().Single()!["pointer"]!);
        (await service.GetAsync("/api/v1/topics/happiness")).IsProblem(HttpStatusCode.NotFound, "topic-not-found");
    }

    [Theory]
    [InlineData("{}", "/name required ")]
    [InlineData("""{ "name": "x", "broader": "neurotransmiter" }""", "/broader unknown-value neurotransmitter")]
    [InlineData("""{ "name": "x", "broader": "wrong" }""", "/broader broader-cycle ")]
    [InlineData(
        """{ "name": "x", "slug": "other", "mesh": "x", "synonym": [] }""",
        "/mesh invalid-value , /slug slug-differs , /synonym unknown-member synonyms")]
    [InlineData(
        """{ "name": [ "x" ], "synonyms": [ "++", null ] }""", "/name invalid-type , /synonyms/0 invalid-name , /synonyms/1 invalid-name ")]
    public async Task All_errors_of_a_topic_come_at_once_with_the_nearest_values(string document, string errors)
    {
        var answer = await service.PutAsync("/api/v1/topics/wrong", document);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(
            errors,
            string.Join(
                ", ",
                answer.Json["errors"]!
                    .AsArray()
                    .Select(error => $"{error!["pointer"]} {error["code"]} {error["suggestion"]}")
                    .Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_cycle_of_broader_topics_is_a_422_and_a_topic_with_narrower_ones_cannot_be_deleted()
    {
        await service.PutAsync("/api/v1/topics/above", """{ "name": "above" }""");
        await service.PutAsync("/api/v1/topics/below", """{ "name": "below", "broader": "above" }""");
        (await service.PutAsync("/api/v1/topics/above", """{ "name": "above", "broader": "below" }""")).IsProblem(
            HttpStatusCode.UnprocessableEntity, "broader-cycle");
        (await service.DeleteAsync("/api/v1/topics/above")).IsProblem(HttpStatusCode.Conflict, "topic-has-narrower");
        Assert.Equal(HttpStatusCode.NoContent, (await service.DeleteAsync("/api/v1/topics/below")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await service.DeleteAsync("/api/v1/topics/above")).Status);
    }

    [Fact]
    public async Task A_topic_is_written_only_if_its_conditions_hold()
    {
        const string Path = "/api/v1/topics/carnitine", Document = """{ "name": "carnitine" }""";
        (await service.PutAsync(Path, Document, ("If-Match", "*"))).IsProblem(HttpStatusCode.PreconditionFailed, "precondition-failed");
        var tag = (await service.PutAsync(Path, Document, ("If-None-Match", "*"))).Header("ETag")!;
        (await service.PutAsync(Path, Document, ("If-None-Match", "*"))).IsProblem(
            HttpStatusCode.PreconditionFailed, "precondition-failed");
        (await service.DeleteAsync(Path, ("If-Match", "\"v1-x\""))).IsProblem(HttpStatusCode.PreconditionFailed, "precondition-failed");
        await service.PutAsync("/api/v1/topics/elsewhere", """{ "name": "elsewhere" }""");
        Assert.Equal(HttpStatusCode.OK, (await service.PutAsync(Path, """{ "name": "L-carnitine" }""", ("If-Match", tag))).Status);
        (await service.PutAsync(Path, Document, ("If-Match", tag))).IsProblem(HttpStatusCode.PreconditionFailed, "precondition-failed");
    }

    [Fact]
    public async Task A_deleted_topic_stays_on_the_claims_that_have_it_and_may_come_back()
    {
        await service.PutAsync("/api/v1/topics/taurine", """{ "name": "taurine" }""");
        var claim = (await service.ImportAsync(
            "A title\n\nTaurine is an acid.\n", "?slug=on-taurine")).Json["article"]!["claims"]![0]!["id"];
        Assert.Equal(HttpStatusCode.NoContent, (await service.DeleteAsync("/api/v1/topics/taurine")).Status);

        (await service.GetAsync("/api/v1/topics/taurine")).IsProblem(HttpStatusCode.NotFound, "topic-not-found");
        (await service.DeleteAsync("/api/v1/topics/taurine")).IsProblem(HttpStatusCode.NotFound, "topic-not-found");
        (await service.GetAsync("/api/v1/claims?topic=taurine")).HasErrors(("topic", "unknown-value", null));
        Assert.Equal("""["taurine"]""", (await service.OkAsync($"/api/v1/claims/{claim}")).Json["topics"]!.ToJsonString());
        var article = await service.OkAsync("/api/v1/articles/on-taurine");
        Assert.Equal(HttpStatusCode.OK, (await service.PutAsync("/api/v1/articles/on-taurine", article.Text, ("If-Match", "*"))).Status);

        Assert.Equal(HttpStatusCode.Created, (await service.PutAsync("/api/v1/topics/taurine", """{ "name": "taurine" }""")).Status);
        Assert.Equal(1, (int)(await service.OkAsync("/api/v1/topics/taurine")).Json["claimCount"]!);
    }

    [Theory]
    [InlineData("PUT", "5-HT", HttpStatusCode.BadRequest, "invalid-slug")]
    [InlineData("DELETE", "5-HT", HttpStatusCode.NotFound, "topic-not-found")]
    public async Task A_topic_is_written_by_its_slug_not_by_a_synonym(string method, string topic, HttpStatusCode status, string code) =>
        (await service.WriteAsync(new(method), $"/api/v1/topics/{topic}", Service.Body("{}", "application/json"))).IsProblem(status, code);
}
