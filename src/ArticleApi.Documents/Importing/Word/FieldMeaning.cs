namespace ArticleApi.Documents.Importing.Word;

/// <summary>What a field is, and which works or which note it names.</summary>
/// <param name="Kind">What it is.</param>
internal sealed record FieldMeaning(FieldKind Kind)
{
    public static readonly FieldMeaning Text = new(FieldKind.Text);

    /// <summary>The works that it cites, in order.</summary>
    public IReadOnlyList<CitedWork> Works { get; init; } = [];

    /// <summary>The bookmark at the sign of the note.</summary>
    public string? Bookmark { get; init; }

    /// <summary>Whether its data could not be read.</summary>
    public bool IsDamaged { get; init; }
}
