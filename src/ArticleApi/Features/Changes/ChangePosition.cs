using ArticleApi.Contract;
using ArticleApi.Storage;

namespace ArticleApi.Features.Changes;

/// <summary>A position in the list of changes. Cursors hold it.</summary>
/// <param name="Since">The version after which the first page began.</param>
/// <param name="From">The oldest version that the store knew when the first page was read; null on the first page.</param>
/// <param name="After">The last change on the previous page; null on the first page.</param>
internal sealed record ChangePosition(long Since, long? From, (long Seq, string Type, string Id)? After)
{
    public static ChangePosition Of(IReadOnlyList<string> key) =>
        new(long.Parse(key[0]), long.Parse(key[1]), (long.Parse(key[2]), key[3], key[4]));

    /// <summary>The sort key of the position after a change.</summary>
    public IReadOnlyList<string> KeyAfter(Change change, long from) =>
        [$"{Since}", $"{from}", $"{change.Seq}", JsonNames.Name(change.Type), change.ObjectId];
}
