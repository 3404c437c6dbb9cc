using ArticleApi.Contract;

namespace ArticleApi.Features.Changes;

/// <summary>A page of changes.</summary>
public sealed record ChangeList
{
    /// <summary>The changes on this page, the oldest first.</summary>
    public required IReadOnlyList<ChangeResponse> Data { get; init; }

    /// <summary>This page, and how to get the next one.</summary>
    public required PageInfo Page { get; init; }

    /// <summary>Facts about the whole list.</summary>
    public required ChangeListMeta Meta { get; init; }
}

/// <summary>Facts about a whole list of changes.</summary>
public sealed record ChangeListMeta
{
    /// <summary>The version of the store that the page was read from. If `caughtUp` is true, send it as `since` next time.</summary>
    public required long DataVersion { get; init; }

    /// <summary>Whether this page has the latest change.</summary>
    public required bool CaughtUp { get; init; }
}
