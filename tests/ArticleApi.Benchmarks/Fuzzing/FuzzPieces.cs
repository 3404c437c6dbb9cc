namespace ArticleApi.Benchmarks.Fuzzing;

/// <summary>The signs that a format gives a meaning to, and halves of them.</summary>
internal static class FuzzPieces
{
    /// <summary>Those of Markdown and of plain text.</summary>
    public static string[] Text { get; } =
    [
        "\n", "\n\n", "\r\n", " ", "    ", "\t", "\0", "\ud800", "\udc00", "\u00a0", "\u200b", "😀", "a", "Zinc helps.", "# ",
        "## References\n", "**References**\n\n", "A Title\n===\n", "- ", "1. ", "> ", "[", "]", "(", ")", "![", "](", "](#a)",
        "](https://example.org/a)", "[^1]", "[^1]: ", "[^a]: Berg A. Sleep. Naps. 2020;1:2.\n", "^[", "[@a]", "@a", "[-@a; @b, p. 5]",
        "::: {#refs}\n", "::: {#ref-a}\n", ":::\n", "[1]", "[1, 2–4]", "[1]: https://example.org/a \"b\"\n", "^1^", "<sup>", "</sup>",
        "<a id=\"1\">", "</a>", "<a href=\"#1\">", "<table>", "</table>", "<!--", "-->", "<h2>", "</h2>", "<li>", "<script>", "<br>", "*",
        "**", "_", "~~", "==", "`", "```\n", "$", "$$\n", "\\", "\\cite{a}", "{cite}`a`", "{% cite a %}", "{#a .b}", "|", "|---|---|\n",
        "+---+\n", "---\n", "+++\n", "title: a\n", "references:\n- id: a\n  title: b\n", "Key points\n", "By Dana Eriksson\n",
        "May 4, 2021", "Berg, A. (2020). Sleep. Naps, 1, 2.", "Berg (2020)", "(Berg, 2020)", ".3", "http://a.b", "&amp;", "&#0;",
        "&#xd800;", ": ", "\\begin{a}", "{{< a >}}", "[[a|b]]",
    ];

    public static string[] Jats { get; } =
    [
        "<sec>", "</sec>", "<title>", "</title>", "<p>", "</p>", "<xref ref-type=\"bibr\" rid=\"r1 r2\">", "<xref rid=\"", "</xref>",
        "<ref id=\"r1\">", "</ref>", "<ref-list>", "<fn><p>", "<mixed-citation>", "</article>", "<article>", "<label>.</label>", "<year>",
        "<name>", "<surname>", "<?x ?>", "<![CDATA[", "]]>", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&", "<", ">", "\"", "=",
        "<?xml version=\"1.0\"?>",
    ];

    public static string[] Html { get; } =
    [
        "<", ">", "</", "</p>", "<p>", "<table>", "<tr>", "</table>", "<a href=\"#\">", "<a href=\"#cite_note-2\">[2]</a>", "<sup>",
        "</sup>", "<sup>1</sup>", "</a>", "<li>", "</ol>", "<h2>References</h2>", "<h2>Key points</h2>", "<script>", "<!--", "-->",
        "<![CDATA[", "<svg>", "<math>", "</math>", "<template>", "<head>", "<title>", "<body>", "<select>", "<br><br>", "&#0;", "&#xD800;",
        "&amp", "\uD800", "\0", "\u00A0", "\"", "'", "=", "[1]", "(2)", "–", "<h6>", "<header>",
        "<span class=\"Z3988\" title=\"rft.atitle=x&rft.date=%ZZ\">", "<div role=\"heading\" aria-level=\"9\">",
        "<ol start=\"999999999999\">",
    ];

    /// <summary>Those of a format.</summary>
    public static string[] Of(string format) => format switch { "html" => Html, "jats" => Jats, _ => Text };
}
