using Microsoft.Extensions.Configuration;

namespace ArticleApi.Tests;

/// <summary>Which names of settings are accepted; <c>ServeCommandTests</c> has those that are refused.</summary>
public sealed class SettingNamesTests
{
    [Theory]
    [InlineData("--seed=false")]
    [InlineData("--ApiKeys:editor=key")]
    [InlineData("--ConnectionStrings:Articles", "Data Source=articles.db")]
    [InlineData("/Cache:MaxAge=1")]
    [InlineData("Cache:MaxAge=1")]
    [InlineData("--urls", "http://localhost:1")]
    [InlineData("--http_ports=1")]
    [InlineData("--environment=Development")]
    [InlineData("--contentRoot=.")]
    [InlineData("--applicationName=ArticleApi")]
    [InlineData("--Logging:LogLevel:Default=Warning")]
    [InlineData("--Kestrel:Endpoints:Http:Url=http://localhost:1")]
    [InlineData("--Keys:editor:Hash=sha256:0")]
    [InlineData("--Proxies:0=10.0.0.1", "--AllowedHosts=a.example", "--PublicUrl=https://a.example")]
    [InlineData("--ConnectionStrings=", "--Logging=", "--ApiKeys=")] // Sections without a value, as WebApplicationFactory has them.
    [InlineData("--Limits:Rate=", "--Keys:editor=")]
    public void A_setting_of_the_program_or_of_the_framework_is_accepted_on_the_command_line(params string[] arguments) =>
        Assert.Null(SettingNames.CheckArguments(arguments));

    [Theory]
    [InlineData("Cache", "/tmp")]
    [InlineData("ApiKeys", "another program's")]
    [InlineData("Sead", "false")]
    [InlineData("Limit:MaxBodyBytes", "1")]
    [InlineData("ConnectionStrings:Redis", "localhost")]
    [InlineData("ConnectionStrings:Default", "Data Source=other.db")]
    [InlineData("ApiKeys:editor", "a key")]
    [InlineData("cache:maxage", "1")]
    public void A_setting_of_another_program_is_accepted_in_the_environment(string name, string value) =>
        SettingNames.Check(Set((name, value)));

    [Theory]
    [InlineData("ConnectionStrings:Article")]
    [InlineData("ConnectionStrings:articels")]
    public void A_connection_string_with_a_similar_name_is_refused_in_place_of_the_right_one_and_accepted_beside_it(string name)
    {
        var error = Assert.Throws<SettingException>(() => SettingNames.Check(Set((name, "Data Source=a.db"))));
        Assert.EndsWith("Did you mean ConnectionStrings__Articles?", error.Message, StringComparison.Ordinal);
        SettingNames.Check(Set((name, "Data Source=a.db"), ("ConnectionStrings:Articles", "Data Source=b.db")));
    }

    private static IConfiguration Set(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)))
        .Build();
}
