namespace ArticleApi.Tests.Http;

public sealed class ContentSecurityPolicyTests(Service service) : IClassFixture<Service>
{
    private const string None = "default-src 'none'; frame-ancestors 'none'";

    [Theory]
    [InlineData("/api/v1/claims")]
    [InlineData("/api/v1/claims?limit=0")]
    [InlineData("/api/v1/exports/claims")]
    [InlineData("/health/live")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/")]
    [InlineData("/nope")]
    public async Task What_is_no_page_may_load_and_run_nothing(string path)
    {
        for (var i = 0; i < 2; i++) // Made and kept.
        {
            Assert.Equal(None, (await service.GetAsync(path)).Header("Content-Security-Policy"));
        }
    }

    [Theory]
    [InlineData("/swagger/index.html")]
    [InlineData("/swagger/swagger-ui-bundle.js")]
    public async Task Swagger_UI_runs_its_own_scripts_and_no_other_page_frames_it(string path)
    {
        var page = await service.GetAsync(path);
        var policy = page.Header("Content-Security-Policy")!.Split("; ");
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("script-src 'self'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.Equal("DENY", page.Header("X-Frame-Options"));
    }

    [Fact]
    public async Task The_page_of_Swagger_UI_has_no_script_within_itself()
    {
        var page = (await service.GetAsync("/swagger/index.html")).Text;
        Assert.DoesNotMatch("<script(?![^>]* src=)", page);
        Assert.DoesNotMatch(@"\son[a-z]+=", page);
    }
}
