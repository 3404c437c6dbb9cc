namespace ArticleApi.Tests.Changes;

public sealed class ChangeParameterTests(Library library)
{
    [Theory]
    [InlineData("since=x", "since", "invalid-value", null)]
    [InlineData("since=-1", "since", "out-of-range", null)]
    [InlineData("since=-0&type=", "type", "empty-value", null)]
    [InlineData("since=9007199254740992", "since", "out-of-range", null)]
    [InlineData("since=99999999999999999999", "since", "invalid-value", null)]
    [InlineData("since=", "since", "empty-value", null)]
    [InlineData("type=articel", "type", "unknown-value", "article")]
    [InlineData("type=article&type=topic", "type", "repeated-parameter", null)]
    [InlineData("include=objects", "include", "unknown-value", "object")]
    [InlineData("sinc=1", "sinc", "unknown-parameter", "since")]
    public async Task An_invalid_change_parameter_is_a_400_with_the_nearest_value(string query, string parameter, string code, string? suggestion) =>
        (await library.GetAsync($"/api/v1/changes?{query}")).HasErrors((parameter, code, suggestion));
}
