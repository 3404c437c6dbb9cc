using ArticleApi.Conformance;

namespace ArticleApi.Tests;

/// <summary>Checks each response against the published OpenAPI document.</summary>
internal sealed class CheckedHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var fault = await ContractCheck.FaultAsync(
            request.Method.Method,
            request.RequestUri!.AbsolutePath,
            request.RequestUri.Query,
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.ToString(),
            () => response.Content.ReadAsStringAsync(cancellationToken));
        Assert.True(fault is null, $"{request.Method} {request.RequestUri}: {fault}");
        return response;
    }
}
