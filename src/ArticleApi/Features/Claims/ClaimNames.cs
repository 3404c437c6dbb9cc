using ArticleApi.Http.ProblemDetails;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Claims;

/// <summary>Finds the claims that requests name.</summary>
internal static class ClaimNames
{
    /// <summary>The problem of an id that no claim has now; an earlier one may have had it.</summary>
    public static async Task<ProblemResult> NotFoundAsync(Session session, string id, CancellationToken cancel) =>
        await ClaimStore.FindRetiredAsync(session, id, cancel) is { } slug ? Problems.ClaimGone(id, slug) : Problems.ClaimNotFound(id);
}
