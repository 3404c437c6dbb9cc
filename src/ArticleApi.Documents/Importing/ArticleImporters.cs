using ArticleApi.Documents.Importing.Html;
using ArticleApi.Documents.Importing.Jats;
using ArticleApi.Documents.Importing.Markdown;
using ArticleApi.Documents.Importing.PlainText;
using ArticleApi.Documents.Importing.Word;

namespace ArticleApi.Documents.Importing;

/// <summary>The formats that can be read, a line for each.</summary>
public static class ArticleImporters
{
    /// <summary>An importer for each format.</summary>
    public static IReadOnlyList<IArticleImporter> All { get; } =
    [
        new PlainTextImporter(),
        new MarkdownImporter(),
        new HtmlImporter(),
        new JatsImporter(),
        new WordImporter(),
    ];

    /// <summary>The importer of a text that has no other format.</summary>
    public static IArticleImporter PlainText => All[0];

    /// <summary>The importer of a format, or null where there is none of that name.</summary>
    public static IArticleImporter? Find(string format) =>
        All.FirstOrDefault(importer => string.Equals(importer.Format, format, StringComparison.OrdinalIgnoreCase));
}
