using System.Text.Json.Serialization;
using ArticleApi.Contract;
using ArticleApi.Features.Articles;
using ArticleApi.Features.Topics;
using ArticleApi.Storage;

namespace ArticleApi.Features.Changes;

/// <summary>The last change of an article or a topic.</summary>
public sealed record ChangeResponse
{
    /// <summary>The `dataVersion` that the write made. Changes of one write share it.</summary>
    public required long Seq { get; init; }

    /// <summary>What was done to the object.</summary>
    public required ChangeOp Op { get; init; }

    /// <summary>What the object is. A change of a claim is one of its article.</summary>
    public required ChangeType Type { get; init; }

    /// <summary>The slug of the object.</summary>
    public required string Id { get; init; }

    /// <summary>When it was changed.</summary>
    public required DateTime At { get; init; }

    /// <summary>The object as it is now, as a GET of it answers; only with `include=object`, and not of a deletion.</summary>
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
