namespace ArticleApi.Http.Requests;

/// <summary>A part of a body of <c>multipart/form-data</c>, for the OpenAPI document. Every part is required.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is.</param>
/// <param name="MediaTypes">The media types that it may have.</param>
internal sealed record BodyPart(string Name, string Description, IReadOnlyList<string> MediaTypes);
