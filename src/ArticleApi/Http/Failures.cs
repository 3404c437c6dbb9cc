namespace ArticleApi.Http;

/// <summary>The failures that a route can end in, for the OpenAPI document.</summary>
internal sealed record Failures(IReadOnlyList<ProblemType> Types);

internal static class FailureExtensions
{
    /// <summary>Declares failures of a route, or of all routes of a group.</summary>
    public static T Fails<T>(this T builder, params ProblemType[] types) where T : IEndpointConventionBuilder =>
        builder.WithMetadata(new Failures(types));
}
