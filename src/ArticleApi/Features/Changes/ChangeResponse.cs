using System.Text.Json.Serialization;
using ArticleApi.Contract;
using ArticleApi.Features.Articles;
using ArticleApi.Features.Topics;
using ArticleApi.Storage;

namespace ArticleApi.Features.Changes;

/// <summary>The last change of an article or a topic.</summary>
public sealed record ChangeResponse
{
    /// <summary>The `dataVersion` after the change. All changes of one write have the same.</summary>
    public required long Seq { get; init; }

    /// <summary>`upsert`: the object was created or replaced. `delete`: it was deleted.</summary>
    public required ChangeOp Op { get; init; }

    /// <summary>The kind of object. A change of a claim is a change of its article.</summary>
    public required ChangeType Type { get; init; }

    /// <summary>The slug of the object.</summary>
    public required string Id { get; init; }

    /// <summary>The time of the change.</summary>
    public required DateTime At { get; init; }

    /// <summary>
    /// The article or topic as it is now, as `GET` returns it. Present only with `include=object`, and not for a `delete`.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [OneOf(typeof(ArticleResponse), typeof(TopicResponse))]
    public object? Object { get; init; }

    internal static ChangeResponse From(Change change, object? changed) => new()
    {
        Seq = change.Seq,
        Op = change.Op,
        Type = change.Type,
        Id = change.ObjectId,
        At = change.At,
        Object = changed,
    };
}
