namespace ArticleApi.Http.Requests;

/// <summary>The body that a route takes, for the OpenAPI document.</summary>
/// <param name="BodyType">The type of a JSON body; null for text.</param>
/// <param name="MediaTypes">The media types of the body.</param>
internal sealed record AcceptedBody(Type? BodyType, IReadOnlyList<string> MediaTypes)
{
    /// <summary>The parts of a body of <c>multipart/form-data</c>.</summary>
    public IReadOnlyList<BodyPart> Parts { get; init; } = [];
}
