using System.Net.Sockets;
using System.Text;

namespace ArticleApi.Tests.Http;

/// <summary>The names of methods are case-sensitive, as RFC 9110, 9.1 says.</summary>
public sealed class MethodTests(Service service) : IClassFixture<Service>
{
    [Theory]
    [InlineData("get", "/api/v1/claims")]
    [InlineData("Head", "/api/v1/claims")]
    [InlineData("options", "/api/v1/claims")]
    [InlineData("delete", "/api/v1/topics/zinc")]
    [InlineData("get", "/health/live")]
    [InlineData("get", "/swagger/index.html")]
    [InlineData("BREW", "/api/v1/claims")]
    public async Task Another_spelling_is_no_method_of_this_service(string method, string path)
    {
        await service.OkAsync("/api/v1/claims"); // It is kept by now.
        var answer = await SendRawAsync(
            $"{method} {path} HTTP/1.1\r\nHost: localhost\r\nOrigin: https://a.example\r\nAccess-Control-Request-Method: GET\r\n"
            + $"Authorization: Bearer {Service.Key}\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 501 Not Implemented\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/problem+json\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"not-implemented\"", answer, StringComparison.Ordinal);
        Assert.Contains($"This service has no method '{method}'.", answer, StringComparison.Ordinal);
    }

    private async Task<string> SendRawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(service.Address.Host, service.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
