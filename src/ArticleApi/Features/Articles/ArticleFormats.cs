using System.Text;
using ArticleApi.Contract;
using ArticleApi.Documents.Exporting.JsonLd;
using ArticleApi.Documents.Exporting.Markdown;
using ArticleApi.Http.Requests;
using ArticleApi.Http.Responses;
using Microsoft.OpenApi;

namespace ArticleApi.Features.Articles;

/// <summary>The representations of articles beside JSON.</summary>
internal static class ArticleFormats
{
    /// <summary>The representations of a list.</summary>
    public static readonly Representation[] OfList =
    [
        Table.Of<ArticleSummaryList, ArticleSummaryResponse>(ArticleTable.Columns),
        NdjsonRepresentation.Of<ArticleSummaryList, ArticleSummaryResponse>(list => list.Data),
    ];

    /// <summary>The representations of a whole article.</summary>
    public static readonly Representation[] OfOne =
    [
        new Representation<ArticleResponse>(
            "jsonld", "application/ld+json", (request, article) => Json.ForScript(ArticleJsonLd.Write(article.Article, Urls.Root(request))))
        {
            SchemaType = JsonSchemaType.Object,
        },
        new Representation<ArticleResponse>(
            "markdown", "text/markdown", (_, article) => Encoding.UTF8.GetBytes(ArticleMarkdown.Write(article.Article)))
        {
            ContentType = "text/markdown; charset=utf-8; variant=GFM",
        },
    ];
}
