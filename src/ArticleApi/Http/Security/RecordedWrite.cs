namespace ArticleApi.Http.Security;

/// <summary>What the log and the audit tell of a write.</summary>
/// <param name="Key">The name of the key.</param>
/// <param name="Route">The method and the template of the route.</param>
/// <param name="Slug">The slug of the article or topic.</param>
/// <param name="Revision">The revision after the write; the last one of what was deleted.</param>
/// <param name="RequestId">The id of the request, as a problem would have it.</param>
internal sealed record RecordedWrite(string Key, string Route, string Slug, long? Revision, string RequestId)
{
    public static RecordedWrite Of(HttpContext http, string slug, long? revision) => new(
        KeyAccess.KeyOf(http)!.Name,
        $"{http.Request.Method} /{((RouteEndpoint)http.GetEndpoint()!).RoutePattern.RawText!.Trim('/')}",
        slug,
        revision,
        Requests.RequestId.Of(http));

    /// <summary>An endpoint filter that logs what a request wrote, once that is committed.</summary>
    public static async ValueTask<object?> Log(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        if (context.HttpContext.Features.Get<RecordedWrite>() is { } write)
        {
            context.HttpContext.RequestServices.GetRequiredService<ILogger<RecordedWrite>>().LogInformation(
                "{Key}: {Route}, {Slug} at revision {Revision}; request {RequestId}.",
                write.Key, write.Route, write.Slug, write.Revision, write.RequestId);
        }

        return result;
    }
}
