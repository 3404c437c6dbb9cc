namespace ArticleApi.Http;

/// <summary>Every failure by its name. The detail tells the caller what to do next.</summary>
internal static class Problems
{
    private const int MaxErrors = 20;

    /// <summary>The problem has the code of its errors where they have one in common.</summary>
    public static ProblemResult InvalidParameters(IReadOnlyList<ProblemError> errors) => new(
        errors.DistinctBy(error => error.Code).Count() == 1
            ? ProblemType.InvalidParameters with { Code = errors[0].Code }
            : ProblemType.InvalidParameters,
        string.Join(' ', errors.Take(MaxErrors).Select(error => error.Detail)) + (errors.Count > MaxErrors ? $" There are {errors.Count - MaxErrors} more." : ""),
        [.. errors.Take(MaxErrors)]);

    public static ProblemResult TopicNotFound(string name, string? nearest) => new(
        ProblemType.TopicNotFound,
        $"No topic has the slug, name or synonym '{name}'.{DidYouMean(nearest)} The list of topics has them all.");

    public static ProblemResult ArticleNotFound(string slug, string? nearest) => new(
        ProblemType.ArticleNotFound, $"No article has the slug '{slug}'.{DidYouMean(nearest)} The list of articles has them all.");

    public static ProblemResult SectionNotFound(string slug, string sectionId, string? nearest) => new(
        ProblemType.SectionNotFound,
        $"The article '{slug}' has no section '{sectionId}'.{DidYouMean(nearest)} The list of its sections has them all.");

    public static ProblemResult ReferenceNotFound(string slug, string label) => new(
        ProblemType.ReferenceNotFound,
        $"The article '{slug}' has no reference labelled '{label}'. Its reference list has them all.");

    public static ProblemResult WorkNotFound(string id) => new(
        ProblemType.ReferenceNotFound, $"No reference has the id '{id}'. The list of references has them all.");

    public static ProblemResult ClaimNotFound(string id) => new(
        ProblemType.ClaimNotFound, $"No claim has or had the id '{id}'. The list of claims has them all.");

    public static ProblemResult ClaimGone(string id, string slug) => new(
        ProblemType.ClaimGone,
        $"The claim '{id}' was removed, or its text was changed, which makes it a new claim. See the claims of the article '{slug}'.");

    public static ProblemResult NotAcceptable(IReadOnlyList<string> available) => new(
        ProblemType.NotAcceptable, $"This route answers in {string.Join(", ", available)}. Ask for one of them, or send no Accept header.");

    public static ProblemResult NotReady() => new(ProblemType.NotReady, "The database does not answer. Try again shortly.");

    /// <summary>A status that the framework set without a word.</summary>
    public static ProblemResult ForStatus(HttpContext http, int status) => new(ProblemType.ForStatus(status), status switch
    {
        404 => $"Nothing is served at {http.Request.Path}. The routes are shown at /swagger.",
        405 => $"{http.Request.Path} does not have {http.Request.Method}; it has {http.Response.Headers.Allow}.",
        500 => "Something unexpected happened; it was logged under the traceId. Trying again may help.",
        _ => "The request was refused.",
    });

    private static string DidYouMean(string? nearest) => nearest is null ? "" : $" Did you mean '{nearest}'?";
}
