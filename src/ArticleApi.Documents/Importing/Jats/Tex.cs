namespace ArticleApi.Documents.Importing.Jats;

/// <summary>Writes a formula of <c>tex-math</c> as plain text.</summary>
internal static class Tex
{
    /// <summary>The formula without the document that it may be wrapped in and without its dollar signs.</summary>
    public static string Text(string tex)
    {
        const string Begin = @"\begin{document}";
        const string End = @"\end{document}";
        var start = tex.IndexOf(Begin, StringComparison.Ordinal);
        if (start >= 0)
        {
            var end = tex.IndexOf(End, start, StringComparison.Ordinal);
            tex = tex[(start + Begin.Length)..(end < 0 ? tex.Length : end)];
        }

        return tex.Trim(' ', '$');
    }
}
