using System.Net;

namespace ArticleApi.Tests.Http;

public sealed class HeadTests(Library library)
{
    private static readonly string[] Methods = ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    public static TheoryData<string> Answers =>
    [
        .. Routes.All.Select(row => row.Data),
        "/", "/openapi/v1.json", "/swagger/index.html",
        "/api/v1/claims?limit=2&count=exact", "/api/v1/topics/5-HT", "/api/v1/claims?limit=0", "/api/v1/claims/clm_aaaaaaaaaaaaaaaa",
        "/api/v1/nope", "/nope",
    ];

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Head_has_the_status_and_headers_of_get_without_the_body(string path)
    {
        var get = await library.GetAsync(path);
        var head = await SendAsync(HttpMethod.Head, path);
        Assert.Equal((get.Status, ""), (head.Status, head.Text));
        Assert.Equal(HeadersOf(get), HeadersOf(head));
    }

    [Fact]
    public async Task Head_is_conditional_too()
    {
        var tag = (await library.OkAsync("/api/v1/claims")).Header("ETag")!;
        using var request = new HttpRequestMessage(HttpMethod.Head, "/api/v1/claims");
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        Assert.Equal(HttpStatusCode.NotModified, (await library.SendAsync(request)).Status);
    }

    [Theory]
    [MemberData(nameof(Routes.All), MemberType = typeof(Routes))]
    public async Task Another_method_is_a_405_with_the_allowed_methods(string path)
    {
        var methods = Routes.MethodsOf(path);
        foreach (var method in Methods.Except(methods))
        {
            var answer = (await SendAsync(new HttpMethod(method), path)).IsProblem(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
            Assert.Equal(methods.Order(), answer.Header("Allow")!.Split(", ").Order());
            Assert.Equal(
                $"{Uri.UnescapeDataString(path)} does not have {method}; it has {answer.Header("Allow")}.", (string)answer.Json["detail"]!);
        }
    }

    // Without the date, and without what frames a body that is not there.
    private static SortedDictionary<string, string> HeadersOf(ApiResponse answer) => new(
        answer.Headers
            .Where(header => header is not (
                { Key: "Date" or "Request-Id" or "Transfer-Encoding" } or { Key: "Content-Length", Value: "0" }))
            .ToDictionary(),
        StringComparer.OrdinalIgnoreCase);

    private async Task<ApiResponse> SendAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        return await library.SendAsync(request);
    }
}
