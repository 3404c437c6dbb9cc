using System.Globalization;
using ArticleApi.Http.Queries;

namespace ArticleApi.Features.Audit;

/// <summary>The parameters of the audit.</summary>
internal sealed record AuditRequest : PageRequest
{
    /// <summary>The id of the last entry of the page before; null for the first page.</summary>
    public long? Before(HttpRequest request) => After(request) is [var id] ? Number(id) : null;

    protected override bool IsKey(IReadOnlyList<string> key) => key is [var id] && Number(id) is not null;

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public sealed class Validator : PageValidator<AuditRequest>;
}
