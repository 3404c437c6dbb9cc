using ArticleApi.Http.Limits;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Queries;
using ArticleApi.Http.Responses;

namespace ArticleApi.Http.OpenApi;

/// <summary>A version of the API, such as <c>v1</c>: a group of routes with its own OpenAPI document.</summary>
/// <param name="Name">The segment of the path, and the name of the document.</param>
/// <param name="Description">The description in the document, in Markdown.</param>
/// <param name="Map">Maps the routes below <c>/api/{name}</c>.</param>
internal sealed record ApiVersion(string Name, string Description, Action<IEndpointRouteBuilder> Map)
{
    /// <summary>Maps the routes, with the filters and problems that all of them share.</summary>
    public void MapTo(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup($"/api/{Name}")
            .WithGroupName(Name)
            .AddEndpointFilter(Representations.Negotiate)
            .AddEndpointFilterFactory(QueryParameters.Check)
            .AddEndpointFilterFactory(RequestSlots.Filter)
            .ProducesProblems(
                ProblemType.InvalidParameters,
                ProblemType.UnknownHost,
                ProblemType.NotAcceptable,
                ProblemType.RateLimited,
                ProblemType.InternalError,
                ProblemType.Busy,
                ProblemType.TooExpensive,
                ProblemType.StorageFull,
                ProblemType.StorageBusy,
                ProblemType.StorageDamaged,
                ProblemType.StorageGone,
                ProblemType.Starting);
        Map(group);
    }
}
