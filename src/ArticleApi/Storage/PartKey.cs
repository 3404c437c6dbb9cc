namespace ArticleApi.Storage;

/// <summary>
/// Finds the part of an article that a page ended with: by its name, where the article was replaced meanwhile; by its position, where the
/// part is gone.
/// </summary>
/// <param name="Position">The place among its kind, from 1; 0 is before the first.</param>
/// <param name="Name">The id of a section, the label of a reference.</param>
internal sealed record PartKey(int Position, string Name)
{
    public static readonly PartKey Start = new(0, "");
}
