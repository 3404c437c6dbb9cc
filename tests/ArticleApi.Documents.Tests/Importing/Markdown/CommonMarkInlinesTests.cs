using System.Text.Json;
using AngleSharp.Html.Parser;
using ArticleApi.Documents.Importing.Markdown;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Tests.Importing.Markdown;

/// <summary>
/// The inline examples of CommonMark's specification, in Cases/commonmark-inlines.json. Of each the reader must print what a browser shows
/// of the expected HTML: its text with white space folded, without images and blocks of code, which an import leaves out.
/// </summary>
public class CommonMarkInlinesTests
{
    private const string ControlCharacter = "a reference to U+0000 is dropped as every control character is";
    private const string LowerCase = "labels are compared in lower case, in which ẞ is not ss";
    private const string DefinitionLine = "the definition of a link is one line, its label without inner brackets";
    private const string WikiLink = "double brackets are a link of a wiki, or a marker such as [[1]]";
    private const string TwoMarkers = "two labels in a row, [1][2], are two markers";
    private const string SloppyTag = "a tag ends at the first >, and one that browsers understand is dropped where CommonMark prints it";

    /// <summary>The examples that are read otherwise on purpose, by their number, and why.</summary>
    private static readonly Dictionary<int, string> Deviations = new()
    {
        { 26, ControlCharacter },
        { 540, LowerCase },
        { 541, DefinitionLine },
        { 548, WikiLink },
        { 549, DefinitionLine },
        { 559, WikiLink },
        { 571, TwoMarkers },
        { 590, DefinitionLine },
        { 616, SloppyTag },
        { 619, SloppyTag },
        { 620, SloppyTag },
        { 621, SloppyTag },
        { 622, SloppyTag },
        { 624, SloppyTag },
        { 632, SloppyTag },
    };

    private static readonly Dictionary<int, Example> Examples = Load();

    public static TheoryData<int> Numbers => [.. Examples.Keys];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void The_text_is_that_of_the_expected_HTML(int number)
    {
        var (markdown, html) = (Examples[number].Markdown, Examples[number].Html);

        if (Deviations.TryGetValue(number, out var why))
        {
            Assert.False(Printed(html) == Read(markdown), $"Example {number} is read as specified now, although {why}.");
        }
        else
        {
            Assert.Equal(Printed(html), Read(markdown));
        }
    }

    private static string Read(string markdown)
    {
        var source = MarkdownSource.Of(markdown, [], CancellationToken.None);
        var blocks = BlockReader.Read(source.Lines, source.Divs, 1, CancellationToken.None)
            .Where(block => block.Kind is BlockKind.Heading or BlockKind.Paragraph)
            .Select(block => MarkdownInlineText.Of(InlineReader.Read(block.Source, source.Links)));
        return CleanText.Of(string.Join('\n', blocks));
    }

    private static string Printed(string html)
    {
        var body = new HtmlParser().ParseDocument(html).Body!;
        foreach (var leftOut in body.QuerySelectorAll("img, pre"))
        {
            leftOut.Remove();
        }

        foreach (var lineBreak in body.QuerySelectorAll("br"))
        {
            lineBreak.Parent!.ReplaceChild(body.Owner!.CreateTextNode(" "), lineBreak);
        }

        return CleanText.Of(body.TextContent);
    }

    private static Dictionary<int, Example> Load()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", "commonmark-inlines.json")));
        return file.RootElement.GetProperty("examples").Deserialize<List<Example>>(JsonSerializerOptions.Web)!
            .ToDictionary(example => example.Number);
    }

    private sealed record Example(int Number, string Section, string Markdown, string Html);
}
