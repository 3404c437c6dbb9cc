using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ArticleApi.Documents.Importing.Html;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Tests.Importing.Html;

/// <summary>
/// The tree, which is built from AngleSharp's tokens, has the same lines of text in the same order as AngleSharp's own DOM. A line is the
/// text between two borders of blocks, its white space folded. Comments, doctypes and the content of <see cref="LeftOut"/> do not count:
/// the tree drops the text of some of these elements, and the DOM keeps the content of a template apart.
/// </summary>
public class HtmlTreeTests
{
    private static readonly HashSet<string> LeftOut = ["script", "style", "template", "iframe", "noembed", "noframes"];

    public static TheoryData<string> Samples =>
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "*.html", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(AppContext.BaseDirectory, path).Replace('\\', '/'))
            .Where(path => path.Contains("Samples/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_has_the_lines_of_the_DOM(string path) =>
        AssertSameLines(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, path)));

    [Theory]
    [InlineData("<p>a<p>b<div>c<p>d</div>e")]
    [InlineData("<ul><li>a<li>b<ul><li>c</ul>d<li>e</ul>f")]
    [InlineData("<dl><dt>a<dd>b<dt>c<dd>d</dl>e")]
    [InlineData("<table><tr><td>a<td>b<tr><th>c<td>d</table>e")]
    [InlineData("<table><thead><tr><td>a<tbody><tr><td>b<tfoot><tr><td>c</table>d")]
    [InlineData("<table><caption>a</caption><colgroup><col><tr><td>b</table>")]
    [InlineData("<p><b>a<p>b</b>c")]
    [InlineData("<b><i>a</b>b</i>c")]
    [InlineData("<p><b><div>a</b>b</div>c")]
    [InlineData("<a href=b>a<a href=d>c</a>e")]
    [InlineData("<h2>a<h3>b</h2>c")]
    [InlineData("<select><option>a<option>b</select>c")]
    [InlineData("</p>a</div>b</li>c")]
    [InlineData("a</br>b")]
    [InlineData("<p>a</body></html>b<p>c")]
    [InlineData("<html><head><title>a</title><body><p>b<body><html>c")]
    [InlineData("<title>a<b>b</title>c")]
    [InlineData("<textarea>a<p>b</textarea>c")]
    [InlineData("<p>a<!-- b --> c<!-- d")]
    [InlineData("<p>a<style>b</style>c<script>d</script>e<template><p>f</template>g")]
    [InlineData("<p>&amp;&lt;&copy;&notin;&#8211;&#x41;&#0;&unknown;&amp")]
    [InlineData("<p>a < b <3 <c d")]
    [InlineData("<svg><title>a</title><text>b</text></svg><p>c")]
    [InlineData("<math><mi>a</mi><mo>+</mo></math><p>b")]
    [InlineData("<p>a\0b\uFFFEc")]
    [InlineData("<noscript><p>a</noscript><p>b")]
    [InlineData("<button>a<p>b</button>c")]
    [InlineData("<p>a<hr>b<br>c<img>d<wbr>e")]
    [InlineData("<table><tr><p>a<td>b</table>c")]
    [InlineData("<pre>\n\na\nb</pre>")]
    [InlineData("<p/>a<div/>b<span/>c")]
    public void Broken_markup_has_the_lines_of_the_DOM(string html) => AssertSameLines(html);

    /// <summary>
    /// Browsers move text that stands in a table but in no cell before the table. The tree leaves it where the author wrote it.
    /// </summary>
    [Theory]
    [InlineData("<div>a<table>b<tr><td>c</table>d</div>", "ab|c|d", "a|b|c|d")]
    [InlineData("<table><tr><td>a<tr>b<td>c</table>", "b|a|c", "a|b|c")]
    public void Text_between_the_cells_of_a_table_stays_where_it_stands(string html, string dom, string tree)
    {
        Assert.Equal(dom.Split('|'), Lines(new HtmlParser().ParseDocument(html)));
        Assert.Equal(tree.Split('|'), Lines(HtmlTree.Parse(html, CancellationToken.None)));
    }

    private static void AssertSameLines(string html) =>
        Assert.Equal(Lines(new HtmlParser().ParseDocument(html)), Lines(HtmlTree.Parse(html, CancellationToken.None)));

    private static List<string> Lines(HtmlTree tree)
    {
        var lines = new LineList();
        var blockEnds = new Stack<int>();
        for (var i = 0; i < tree.Nodes.Count;)
        {
            var node = tree.Nodes[i];
            for (; blockEnds.TryPeek(out var end) && end <= i; blockEnds.Pop())
            {
                lines.End();
            }

            if (LeftOut.Contains(node.Name))
            {
                i = node.End;
                continue;
            }

            lines.Append(node.Text);
            if (IsBorder(node.Name))
            {
                lines.End();
                blockEnds.Push(node.End);
            }

            i++;
        }

        return lines.Finish();
    }

    private static List<string> Lines(INode root)
    {
        var lines = new LineList();
        Walk(root);
        return lines.Finish();

        void Walk(INode node)
        {
            if (node is IText text)
            {
                lines.Append(text.Data);
            }
            else if (!LeftOut.Contains(node.NodeName.ToLowerInvariant()))
            {
                if (IsBorder(node.NodeName.ToLowerInvariant()))
                {
                    lines.End();
                }

                foreach (var child in node.ChildNodes)
                {
                    Walk(child);
                }

                if (IsBorder(node.NodeName.ToLowerInvariant()))
                {
                    lines.End();
                }
            }
        }
    }

    private static bool IsBorder(string name) => name is "br" or "title" || HtmlElements.Block.Contains(name);

    private sealed class LineList
    {
        private readonly List<string> lines = [];
        private readonly StringBuilder line = new();

        public void Append(string text) => line.Append(text);

        public void End()
        {
            if (CleanText.Of(line.ToString()) is { Length: > 0 } clean)
            {
                lines.Add(clean);
            }

            line.Clear();
        }

        public List<string> Finish()
        {
            End();
            return lines;
        }
    }
}
