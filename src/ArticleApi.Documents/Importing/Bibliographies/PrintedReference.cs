using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Importing.Bibliographies;

/// <summary>Makes a line of the fields of a reference, where nothing printed one.</summary>
internal static class PrintedReference
{
    public static string Of(Reference fields)
    {
        var names = string.Join(
            ", ", fields.Authors.Select(author => author.Literal ?? $"{author.Family}, {author.Given}".TrimEnd(',', ' ')));
        var volume = fields.Volume is null ? null : fields.Issue is null ? fields.Volume : $"{fields.Volume}({fields.Issue})";
        var place = string.Join(", ", new[] { fields.ContainerTitle, volume, fields.Pages }.OfType<string>());
        string?[] parts =
        [
            names,
            fields.Year is { } year ? $"({year})" : null,
            fields.Title,
            place,
            fields.Doi is { } doi ? $"https://doi.org/{doi}" : fields.Url,
        ];
        return string.Join(
            ' ',
            parts
                .Where(part => !string.IsNullOrEmpty(part))
                .Select(part => EndsItself(part!) ? part : part + "."));
    }

    private static bool EndsItself(string part) => part[^1] is '.' or '?' or '!' || part.StartsWith("http", StringComparison.Ordinal);
}
