using ArticleApi.Http.Caching;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Responses;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.References;

internal static class GetReference
{
    /// <summary>Returns a cited work, and the articles that cite it.</summary>
    /// <param name="id">The id of the reference, `ref_…`.</param>
    public static async Task<Response<WorkResponse>> Handle(string id, HttpContext http, Database database, CancellationToken cancel)
    {
        using var snapshot = database.Read(cancel);
        return await ReferenceStore.FindWorkAsync(snapshot, id, cancel) is { } work
            ? await Response.WhenChangedAsync(
                http,
                ETags.OfStore(http.Request, snapshot.DataVersion),
                snapshot.DataVersion,
                () => Task.FromResult(WorkResponse.From(work)))
            : Problems.WorkNotFound(id);
    }
}
