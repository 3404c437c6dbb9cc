namespace ArticleApi.Documents.Model;

/// <summary>An entry of an article's reference list, with the fields that its line gives. Field names are those of CSL.</summary>
public sealed record Reference
{
    /// <summary>The label under which the text cites the entry, as printed.</summary>
    public required string Label { get; init; }

    /// <summary>The id of the work, shared by all entries that name it: <c>ref_</c> and 16 base32 characters.</summary>
    public required string Id { get; init; }

    /// <summary>The line as printed, without its label, white space folded.</summary>
    public required string Raw { get; init; }

    /// <summary>The kind of work, a CSL type.</summary>
    public string Type { get; init; } = ReferenceTypes.Default;

    /// <summary>The authors in printed order (CSL <c>author</c>).</summary>
    public IReadOnlyList<PersonName> Authors { get; init; } = [];

    /// <summary>The year of publication (CSL <c>issued</c>), or null.</summary>
    public int? Year { get; init; }

    /// <summary>The title of the work (CSL <c>title</c>), or null.</summary>
    public string? Title { get; init; }

    /// <summary>The journal, book or site that holds the work (CSL <c>container-title</c>), or null.</summary>
    public string? ContainerTitle { get; init; }

    /// <summary>The volume (CSL <c>volume</c>), or null.</summary>
    public string? Volume { get; init; }

    /// <summary>The issue (CSL <c>issue</c>), or null.</summary>
    public string? Issue { get; init; }

    /// <summary>The pages with a plain hyphen (CSL <c>page</c>), or null.</summary>
    public string? Pages { get; init; }

    /// <summary>The DOI, bare and lower case (CSL <c>DOI</c>), or null.</summary>
    public string? Doi { get; init; }

    /// <summary>An address of the work that is not its DOI (CSL <c>URL</c>), or null.</summary>
    public string? Url { get; init; }
}
