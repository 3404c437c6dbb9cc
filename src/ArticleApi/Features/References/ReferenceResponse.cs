using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using ArticleApi.Documents.Model;

namespace ArticleApi.Features.References;

/// <summary>An entry of an article's reference list. Fields are named as in CSL; one that the line does not give is null.</summary>
public sealed record ReferenceResponse : ReferenceFields
{
    /// <summary>The label under which the text cites the entry.</summary>
    public required string Label { get; init; }

    /// <summary>
    /// The id of the work, the same in all articles: `ref_` and the first 16 characters of the base32 form (RFC 4648, lower case) of SHA-256 over `doi` and the
    /// DOI, else over `work`, first author, year and title (letters and digits, lower case, no diacritics), else over `raw` and the line; the parts joined by line feeds,
    /// in UTF-8.
    /// </summary>
    [RegularExpression("^ref_[a-z2-7]{16}$")]
    public required string Id { get; init; }

    [SetsRequiredMembers]
    private ReferenceResponse(Reference reference)
        : base(reference) => (Label, Id) = (reference.Label, reference.Id);

    internal static ReferenceResponse From(Reference reference) => new(reference);
}
