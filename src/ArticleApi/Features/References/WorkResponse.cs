using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using ArticleApi.Storage;

namespace ArticleApi.Features.References;

/// <summary>A cited work over all articles, with the fields of the article with the smallest slug.</summary>
public sealed record WorkResponse : ReferenceFields
{
    /// <summary>The id of the work, `ref_…`, as in every article's list.</summary>
    [RegularExpression("^ref_[a-z2-7]{16}$")]
    public required string Id { get; init; }

    /// <summary>The entries that name the work, by slug.</summary>
    public required IReadOnlyList<WorkEntryResponse> Articles { get; init; }

    [SetsRequiredMembers]
    private WorkResponse(CitedWork work)
        : base(work.Reference) => (Id, Articles) = (
            work.Reference.Id, [.. work.Entries.Select(entry => new WorkEntryResponse { Slug = entry.Slug, Label = entry.Label })]);

    internal static WorkResponse From(CitedWork work) => new(work);
}
