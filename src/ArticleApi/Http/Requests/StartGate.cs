using ArticleApi.Http.ProblemDetails;

namespace ArticleApi.Http.Requests;

/// <summary>Answers every route but <c>/health/live</c> with a 503, until the store is ready.</summary>
internal sealed class StartGate
{
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Is completed when requests are let through.</summary>
    public Task Opened => opened.Task;

    public void Open() => opened.TrySetResult();

    /// <summary>The middleware. Responses that are kept do not come here: there are none before the store is ready.</summary>
    public Task HandleAsync(HttpContext http, RequestDelegate next) =>
        opened.Task.IsCompleted || http.Request.Path == "/health/live" ? next(http) : Problems.Starting().ExecuteAsync(http);
}
