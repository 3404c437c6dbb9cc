using System.Text;

namespace ArticleApi.Documents.Exporting.BibTeX;

/// <summary>Writes text as LaTeX source in a BibTeX field. Letters beyond ASCII stay as they are.</summary>
internal static class LaTeX
{
    /// <summary>Text that is typeset as it stands. BibTeX counts even escaped braces, so they become commands.</summary>
    public static string Text(string text) => Append(new StringBuilder(text.Length + 16), text).ToString();

    /// <summary>
    /// A title, whose capitals no style may lower: words with one are in braces, but for a first word that only begins with it.
    /// </summary>
    public static string Title(string title)
    {
        var latex = new StringBuilder(title.Length + 16);
        var words = title.Split(' ');
        var isOpen = false;
        for (var i = 0; i < words.Length; i++)
        {
            var isKept = words[i].Skip(i == 0 ? 1 : 0).Any(char.IsUpper);
            latex.Append(isOpen && !isKept ? "}" : "").Append(i > 0 ? " " : "").Append(isKept && !isOpen ? "{" : "");
            Append(latex, words[i]);
            isOpen = isKept;
        }

        return latex.Append(isOpen ? "}" : "").ToString();
    }

    /// <summary>Pages, whose hyphens are dashes: "12--19".</summary>
    public static string Pages(string pages) => string.Join("--", pages.Split('-').Select(Text));

    /// <summary>
    /// A DOI or an address, in which only what means something to TeX within a verbatim value is percent-encoded (RFC 3986, section 2.1).
    /// </summary>
    public static string Verbatim(string address) => address
        .Replace("$", "%24", StringComparison.Ordinal)
        .Replace("\\", "%5C", StringComparison.Ordinal)
        .Replace("{", "%7B", StringComparison.Ordinal)
        .Replace("}", "%7D", StringComparison.Ordinal);

    private static StringBuilder Append(StringBuilder latex, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i > 0 && IsLigature(text[i - 1], text[i]))
            {
                latex.Append("{}");
            }

            _ = text[i] switch
            {
                '\\' => latex.Append(@"\textbackslash{}"),
                '{' => latex.Append(@"\textbraceleft{}"),
                '}' => latex.Append(@"\textbraceright{}"),
                '~' => latex.Append(@"\textasciitilde{}"),
                '^' => latex.Append(@"\textasciicircum{}"),
                '<' => latex.Append(@"\textless{}"),
                '>' => latex.Append(@"\textgreater{}"),
                '|' => latex.Append(@"\textbar{}"),
                '#' or '$' or '%' or '&' or '_' => latex.Append('\\').Append(text[i]),
                _ => latex.Append(text[i]),
            };
        }

        return latex;
    }

    // Characters that TeX would set as one: dashes, quotation marks, inverted marks.
    private static bool IsLigature(char first, char second) => (first, second) is
        ('-', '-') or ('\'', '\'') or ('`', '`') or (',', ',') or ('?', '`') or ('!', '`');
}
