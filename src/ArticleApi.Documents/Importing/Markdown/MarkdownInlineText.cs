using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>The plain text of a line of Markdown, without links, footnotes and images.</summary>
internal static class MarkdownInlineText
{
    private static readonly Dictionary<string, LinkDefinition> NoLinks = [];

    public static string Of(string source) => Of(InlineReader.Read(source, NoLinks));

    public static string Of(IEnumerable<InlineToken> tokens) =>
        CleanText.Of(
            string.Concat(tokens.Where(token => token.Kind is InlineKind.Text or InlineKind.Citation).Select(token => token.Text)));
}
