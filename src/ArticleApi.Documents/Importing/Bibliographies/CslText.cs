using System.Net;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Bibliographies;

/// <summary>Takes the tags off a text that CSL allows in it (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html).</summary>
internal static partial class CslText
{
    public static string Plain(string text) => CleanText.Of(
        text.AsSpan().IndexOfAny('<', '&') < 0 ? text : WebUtility.HtmlDecode(Tag().Replace(text, "")));

    [GeneratedRegex(
        @"</?(?:i|b|em|strong|sub|sup|sc|scp|span(?:\s[^<>]{0,100})?)>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Tag();
}
