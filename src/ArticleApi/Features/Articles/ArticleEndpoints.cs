using ArticleApi.Contract;
using ArticleApi.Contract.Articles;
using ArticleApi.Features.Claims;
using ArticleApi.Features.References;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Requests;
using ArticleApi.Http.Responses;
using ArticleApi.Http.Security;
using ArticleApi.Security;

namespace ArticleApi.Features.Articles;

internal static class ArticleEndpoints
{
    public static void MapArticles(this IEndpointRouteBuilder api)
    {
        var articles = api.MapGroup("/articles").WithTags("Articles");
        articles.MapGet("", ListArticles.Handle).WithName("ListArticles").ProducesAlso(ArticleFormats.OfList);

        var article = articles.MapGroup("/{slug}").ProducesProblems(ProblemType.ArticleNotFound, ProblemType.ArticleGone);
        article.MapGet("", GetArticle.Handle).WithName("GetArticle").ProducesAlso(ArticleFormats.OfOne);
        article.MapGet("/sections", ListArticleSections.Handle).WithName("ListArticleSections");
        article.MapGet("/sections/{sectionId}", GetArticleSection.Handle)
            .WithName("GetArticleSection")
            .ProducesProblems(ProblemType.SectionNotFound);
        article.MapGet("/key-points", ListArticleKeyPoints.Handle).WithName("ListArticleKeyPoints");
        article.MapGet("/references", ListArticleReferences.Handle)
            .WithName("ListArticleReferences")
            .ProducesAlso(ReferenceFormats.OfList<ListResponse<ReferenceResponse>, ReferenceResponse>(ReferenceTable.OfArticle));
        article.MapGet("/references/{label}", GetArticleReference.Handle)
            .WithName("GetArticleReference")
            .ProducesAlso(ReferenceFormats.OfOne<ReferenceResponse>())
            .ProducesProblems(ProblemType.ReferenceNotFound);
        article.MapGet("/claims", ListArticleClaims.Handle).WithName("ListArticleClaims").ProducesAlso(ClaimFormats.OfList);

        var writes = articles.MapGroup("/{slug}").ProducesProblems(ProblemType.PreconditionRequired);
        WriteAccess.Require(writes, Scopes.ArticlesWrite);
        writes.MapPut("", PutArticle.Handle).WithName("PutArticle")
            .WithMetadata(new AcceptedBody(typeof(ArticleInput), JsonBody.Types))
            .WithMetadata(
                new WriteResponses(typeof(ArticleResponse), (200, "The article, replaced or unchanged."), (201, "The new article.")))
            .ProducesProblems(
                ProblemType.InvalidJson, ProblemType.ContentTooLarge, ProblemType.UnsupportedMediaType, ProblemType.InvalidDocument);
        writes.MapDelete("", DeleteArticle.Handle).WithName("DeleteArticle")
            .WithMetadata(new WriteResponses(null, (204, "The article was deleted.")))
            .ProducesProblems(ProblemType.ArticleNotFound, ProblemType.ArticleGone);
    }
}
