using ArticleApi.Contract;
using ArticleApi.Storage;

namespace ArticleApi.Features.Changes;

/// <summary>A place in the list of changes, as a cursor holds it.</summary>
/// <param name="Since">The version behind which the walk began.</param>
/// <param name="From">The version with which the past of the store began then; null where the walk only begins.</param>
/// <param name="After">The last change that was given; null where the walk only begins.</param>
internal sealed record ChangePosition(long Since, long? From, (long Seq, string Type, string Id)? After)
{
    public static ChangePosition Of(IReadOnlyList<string> key) => new(long.Parse(key[0]), long.Parse(key[1]), (long.Parse(key[2]), key[3], key[4]));

    /// <summary>The place behind a change, for a cursor.</summary>
    public IReadOnlyList<string> Behind(Change change, long from) => [$"{Since}", $"{from}", $"{change.Seq}", JsonNames.Name(change.Type), change.ObjectId];
}
