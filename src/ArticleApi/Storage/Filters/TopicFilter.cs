namespace ArticleApi.Storage.Filters;

/// <summary>Which topics are wanted. A member that is null does not restrict.</summary>
internal sealed record TopicFilter
{
    /// <summary>The row of the topic that is right above them.</summary>
    public long? BroaderId { get; init; }

    /// <summary>What a name or synonym, or a word of one, begins with.</summary>
    public string? Beginning { get; init; }
}
