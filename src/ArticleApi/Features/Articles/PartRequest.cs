using ArticleApi.Http.Queries;
using ArticleApi.Storage;

namespace ArticleApi.Features.Articles;

/// <summary>The parameters of the lists of an article's parts.</summary>
internal sealed record PartRequest : PageRequest
{
    /// <summary>The last part on the previous page; the start for the first page.</summary>
    public PartKey AfterPart(HttpRequest request) =>
        After(request) is [var position, var name] ? new(int.Parse(position), name) : PartKey.Start;

    protected override bool IsKey(IReadOnlyList<string> key) => key is [var position, _] && int.TryParse(position, out _);

    public sealed class Validator : PageValidator<PartRequest>;
}
