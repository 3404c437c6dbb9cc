using ArticleApi.Features.Claims;
using ArticleApi.Http;

namespace ArticleApi.Features.Articles;

internal static class ArticleEndpoints
{
    public static void MapArticles(this IEndpointRouteBuilder api)
    {
        var articles = api.MapGroup("/articles").WithTags("Articles");
        articles.MapGet("", ListArticles.Handle).WithName("ListArticles");

        var article = articles.MapGroup("/{slug}").Fails(ProblemType.ArticleNotFound, ProblemType.ArticleGone);
        article.MapGet("", GetArticle.Handle).WithName("GetArticle");
        article.MapGet("/sections", ListArticleSections.Handle).WithName("ListArticleSections");
        article.MapGet("/sections/{sectionId}", GetArticleSection.Handle).WithName("GetArticleSection").Fails(ProblemType.SectionNotFound);
        article.MapGet("/key-points", ListArticleKeyPoints.Handle).WithName("ListArticleKeyPoints");
        article.MapGet("/references", ListArticleReferences.Handle).WithName("ListArticleReferences");
        article.MapGet("/references/{label}", GetArticleReference.Handle).WithName("GetArticleReference").Fails(ProblemType.ReferenceNotFound);
        article.MapGet("/claims", ListArticleClaims.Handle).WithName("ListArticleClaims");

        var writes = articles.MapGroup("/{slug}").Fails(ProblemType.PreconditionRequired);
        WriteAccess.Require(writes);
        writes.MapPut("", PutArticle.Handle).WithName("PutArticle")
            .WithMetadata(new BodyTypes(typeof(ArticleInput), JsonBody.Types))
            .WithMetadata(new WriteAnswers(typeof(ArticleResponse), (200, "The article, replaced or the same as before."), (201, "The article, which is new.")))
            .Fails(ProblemType.InvalidJson, ProblemType.ContentTooLarge, ProblemType.UnsupportedMediaType, ProblemType.InvalidDocument);
        writes.MapDelete("", DeleteArticle.Handle).WithName("DeleteArticle")
            .WithMetadata(new WriteAnswers(null, (204, "The article is deleted.")))
            .Fails(ProblemType.ArticleNotFound, ProblemType.ArticleGone);
    }
}
