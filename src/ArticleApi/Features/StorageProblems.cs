using ArticleApi.Http.ProblemDetails;
using ArticleApi.Storage;

namespace ArticleApi.Features;

/// <summary>What callers are told of a fault of the store.</summary>
internal static class StorageProblems
{
    /// <summary>The problem; null where the fault says nothing to callers.</summary>
    public static ProblemResult? Of(StorageFault fault) => fault switch
    {
        StorageFault.Full => Problems.StorageFull(),
        StorageFault.Busy => Problems.StorageBusy(),
        StorageFault.Damaged => Problems.StorageDamaged(),
        StorageFault.Gone => Problems.StorageGone(),
        StorageFault.ReadOnly => Problems.StorageReadOnly(),
        _ => null,
    };
}
