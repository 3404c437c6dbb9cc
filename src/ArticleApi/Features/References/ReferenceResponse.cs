using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using ArticleApi.Documents.Model;

namespace ArticleApi.Features.References;

/// <summary>A reference in the reference list of an article. The fields have the names that CSL uses.</summary>
public sealed record ReferenceResponse : ReferenceFields
{
    /// <summary>The label by which the text cites the reference, such as `7`.</summary>
    public required string Label { get; init; }

    /// <summary>
    /// The id of the work. It is the same in all articles. It is `ref_` and the first 16 characters of a hash: the SHA-256, in lower-case
    /// base32 (RFC 4648), of `doi` and the DOI; without a DOI of `work`, first author, year and title (letters and digits in lower case,
    /// without diacritics); without those of `raw` and the reference as printed. The parts are joined by line feeds in UTF-8.
    /// </summary>
    [RegularExpression("^ref_[a-z2-7]{16}$")]
    public required string Id { get; init; }

    [SetsRequiredMembers]
    private ReferenceResponse(Reference reference)
        : base(reference) => (Label, Id) = (reference.Label, reference.Id);

    internal static ReferenceResponse From(Reference reference) => new(reference);
}
