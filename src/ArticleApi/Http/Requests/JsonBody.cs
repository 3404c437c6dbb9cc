using ArticleApi.Contract;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Responses;

namespace ArticleApi.Http.Requests;

/// <summary>Reads the body of a request as JSON.</summary>
internal static class JsonBody
{
    public const string MergePatch = "application/merge-patch+json";

    public static readonly IReadOnlyList<string> Types = [Representations.Json];

    /// <summary>The media types of a merge patch (RFC 7396): its own, or plain JSON.</summary>
    public static readonly IReadOnlyList<string> PatchTypes = [MergePatch, Representations.Json];

    /// <returns>The input with its errors, or the problem of a body that is no JSON.</returns>
    public static async Task<(JsonInputResult<T>? Read, ProblemResult? Problem)> ReadAsync<T>(
        HttpContext http, IReadOnlyList<string> types, CancellationToken cancel)
        where T : class
    {
        var (bytes, type, problem) = await RequestBody.ReadAsync(http, types, cancel);
        if (problem is not null)
        {
            return (null, problem);
        }

        if (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return (null, RequestBody.RefuseType(http, types));
        }

        var read = JsonInput.Read<T>(bytes);
        return read.Malformed is null ? (read, null) : (null, Problems.InvalidJson(read.Malformed));
    }
}
