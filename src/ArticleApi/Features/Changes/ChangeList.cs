using ArticleApi.Contract;

namespace ArticleApi.Features.Changes;

/// <summary>A page of changes.</summary>
public sealed record ChangeList
{
    /// <summary>The changes of this page, oldest first.</summary>
    public required IReadOnlyList<ChangeResponse> Data { get; init; }

    /// <summary>Where this page stands in the list.</summary>
    public required PageInfo Page { get; init; }

    /// <summary>What is to be known of the list as a whole.</summary>
    public required ChangeListMeta Meta { get; init; }
}

/// <summary>What is to be known of a list of changes as a whole.</summary>
public sealed record ChangeListMeta
{
    /// <summary>The version of the store that the page shows. Where `caughtUp` is true, the `since` with which to ask next time.</summary>
    public required long DataVersion { get; init; }

    /// <summary>Whether there was no later change when this page was read.</summary>
    public required bool CaughtUp { get; init; }
}
