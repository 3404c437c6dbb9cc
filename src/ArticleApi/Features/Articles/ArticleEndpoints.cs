using ArticleApi.Features.Claims;
using ArticleApi.Features.References;
using ArticleApi.Http;

namespace ArticleApi.Features.Articles;

internal static class ArticleEndpoints
{
    public static void MapArticles(this IEndpointRouteBuilder api)
    {
        var articles = api.MapGroup("/articles").WithTags("Articles");
        articles.MapGet("", ListArticles.Handle).WithName("ListArticles").AlsoIn(ArticleFormats.OfList);

        var article = articles.MapGroup("/{slug}").Fails(ProblemType.ArticleNotFound, ProblemType.ArticleGone);
        article.MapGet("", GetArticle.Handle).WithName("GetArticle").AlsoIn(ArticleFormats.OfOne);
        article.MapGet("/sections", ListArticleSections.Handle).WithName("ListArticleSections");
        article.MapGet("/sections/{sectionId}", GetArticleSection.Handle).WithName("GetArticleSection").Fails(ProblemType.SectionNotFound);
        article.MapGet("/key-points", ListArticleKeyPoints.Handle).WithName("ListArticleKeyPoints");
        article.MapGet("/references", ListArticleReferences.Handle).WithName("ListArticleReferences").AlsoIn(ReferenceFormats.OfList<ReferenceResponse>());
        article.MapGet("/references/{label}", GetArticleReference.Handle).WithName("GetArticleReference").AlsoIn(ReferenceFormats.OfOne<ReferenceResponse>()).Fails(ProblemType.ReferenceNotFound);
        article.MapGet("/claims", ListArticleClaims.Handle).WithName("ListArticleClaims").AlsoIn(ClaimFormats.OfList);

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
