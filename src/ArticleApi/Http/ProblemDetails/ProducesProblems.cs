namespace ArticleApi.Http.ProblemDetails;

/// <summary>The problems that a route can respond with, for the OpenAPI document.</summary>
internal sealed record ProducesProblems(IReadOnlyList<ProblemType> Types);

internal static class ProducesProblemsExtensions
{
    /// <summary>Declares problems of a route, or of all routes of a group.</summary>
    public static T ProducesProblems<T>(this T builder, params ProblemType[] types) where T : IEndpointConventionBuilder =>
        builder.WithMetadata(new ProducesProblems(types));
}
