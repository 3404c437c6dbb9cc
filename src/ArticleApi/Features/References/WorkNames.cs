using ArticleApi.Contract;
using ArticleApi.Http.Queries;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.References;

/// <summary>Checks the works that requests name.</summary>
internal static class WorkNames
{
    /// <summary>Adds an error if a parameter names a work that there is not.</summary>
    public static async Task CheckAsync(
        Snapshot snapshot, string parameter, string? id, List<ProblemError> errors, CancellationToken cancel)
    {
        if (id is not null && !await ReferenceStore.WorkExistsAsync(snapshot, id, cancel))
        {
            errors.Add(QueryParameters.UnknownValue(
                parameter, "reference", id, Nearest.Of(id, await Neighbours.OfWorkAsync(snapshot, id, cancel))));
        }
    }
}
