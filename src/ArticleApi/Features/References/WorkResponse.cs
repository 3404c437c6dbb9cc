using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using ArticleApi.Storage;

namespace ArticleApi.Features.References;

/// <summary>A work that articles cite. The fields are those in the article whose slug comes first in the alphabet.</summary>
public sealed record WorkResponse : ReferenceFields
{
    /// <summary>The id of the work, `ref_…`. It is the same in all articles.</summary>
    [RegularExpression("^ref_[a-z2-7]{16}$")]
    public required string Id { get; init; }

    /// <summary>The articles that cite the work, by slug.</summary>
    public required IReadOnlyList<WorkEntryResponse> Articles { get; init; }

    [SetsRequiredMembers]
    private WorkResponse(CitedWork work)
        : base(work.Reference) => (Id, Articles) = (
            work.Reference.Id, [.. work.Entries.Select(entry => new WorkEntryResponse { Slug = entry.Slug, Label = entry.Label })]);

    internal static WorkResponse From(CitedWork work) => new(work);
}
