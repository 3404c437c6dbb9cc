using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Importing.Word;

/// <summary>Writes a cited work as a line, where the document has no list that prints it.</summary>
internal static class PrintedWork
{
    public static string Of(Reference fields)
    {
        var names = string.Join(
            ", ", fields.Authors.Select(author => author.Literal ?? $"{author.Family}, {author.Given}".TrimEnd(',', ' ')));
        var volume = fields.Volume is null ? null : fields.Issue is null ? fields.Volume : $"{fields.Volume}({fields.Issue})";
        string?[] parts =
        [
            names,
            fields.Year is { } year ? $"({year})" : null,
            fields.Title,
            string.Join(", ", new[] { fields.ContainerTitle, volume, fields.Pages }.OfType<string>()),
            fields.Doi is { } doi ? $"https://doi.org/{doi}" : fields.Url,
        ];
        return string.Join(
            ' ',
            parts.Where(part => !string.IsNullOrEmpty(part))
                .Select(part => part!.EndsWith('.') || part.StartsWith("http", StringComparison.Ordinal) ? part : part + "."));
    }
}
