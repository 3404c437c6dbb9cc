namespace ArticleApi.Contract;

/// <summary>A page of a list.</summary>
public sealed record ListResponse<T> : IListOf<T>
{
    /// <summary>The items of this page.</summary>
    public required IReadOnlyList<T> Data { get; init; }

    /// <summary>This page, and how to get the next one.</summary>
    public required PageInfo Page { get; init; }

    /// <summary>Facts about the whole list.</summary>
    public required ListMeta Meta { get; init; }
}
