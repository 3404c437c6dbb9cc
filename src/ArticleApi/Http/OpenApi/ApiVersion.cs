using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Queries;
using ArticleApi.Http.Responses;

namespace ArticleApi.Http.OpenApi;

/// <summary>A version of the interface: a route group with its own document. Several stand beside each other.</summary>
/// <param name="Name">The segment of the path and the name of the document, such as <c>v1</c>.</param>
/// <param name="Description">What the document says of the version, in Markdown.</param>
/// <param name="Map">Maps the routes below <c>/api/{name}</c>.</param>
internal sealed record ApiVersion(string Name, string Description, Action<IEndpointRouteBuilder> Map)
{
    /// <summary>Maps the routes with what all routes share.</summary>
    public void MapTo(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup($"/api/{Name}")
            .WithGroupName(Name)
            .AddEndpointFilter(Representations.Negotiate)
            .AddEndpointFilterFactory(QueryParameters.Check)
            .ProducesProblems(ProblemType.InvalidParameters, ProblemType.NotAcceptable, ProblemType.InternalError);
        Map(group);
    }
}
