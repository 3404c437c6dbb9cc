using ArticleApi.Contract;
using Microsoft.AspNetCore.Http.Features;

namespace ArticleApi.Http.ProblemDetails;

/// <summary>Every problem by its name. The detail tells the caller what to do next.</summary>
internal static class Problems
{
    private const int MaxDetails = 20;

    public static ProblemResult InvalidParameters(IEnumerable<ProblemError> errors) =>
        WithErrors(ProblemType.InvalidParameters, ValidationErrors.Of(errors));

    public static ProblemResult InvalidDocument(ValidationErrors errors) => WithErrors(ProblemType.InvalidDocument, errors);

    public static ProblemResult NameTaken(ValidationErrors errors) => WithErrors(ProblemType.NameTaken, errors);

    public static ProblemResult InvalidJson(string detail) => new(ProblemType.InvalidJson, detail);

    public static ProblemResult InvalidHeader(string name) => new(
        ProblemType.InvalidHeader, $"{name} is no list of entity tags. Send the ETag of an answer as it came, quotes included, or *.");

    public static ProblemResult WritesDisabled() => new(
        ProblemType.WritesDisabled,
        "This service is read-only. To allow writing, its operator sets ApiKeys__0 to a key of their choice, "
            + "or to sha256: and the SHA-256 of it in hexadecimal digits, and starts it again.");

    public static ProblemResult KeyMissing() => new(ProblemType.Unauthorized, "Send a key of this service as Authorization: Bearer KEY.");

    public static ProblemResult KeyUnknown() => new(ProblemType.Unauthorized, "The key is none of this service's.");

    public static ProblemResult KeyExpired(string name) => new(
        ProblemType.Unauthorized, $"The key '{name}' has expired. The operator of this service gives out new ones.");

    public static ProblemResult InsufficientScope(string name, string scope) => new(
        ProblemType.InsufficientScope, $"The key '{name}' does not have the scope {scope}, which this route needs.");

    public static ProblemResult UnknownHost(string host) => new(
        ProblemType.UnknownHost,
        $"'{ValidationErrors.Quote(host)}' is no host name of this service. Its operator sets them as AllowedHosts.");

    public static ProblemResult RateLimited(long seconds) => new(
        ProblemType.RateLimited, $"You have made all requests that you may make for now. Try again in {seconds} s, as Retry-After says.");

    public static ProblemResult UnsupportedMediaType(string? sent, IReadOnlyList<string> types) => new(
        ProblemType.UnsupportedMediaType,
        (string.IsNullOrEmpty(sent) ? "There is no Content-Type" : $"'{sent}' is not read here")
            + $"; this route takes {string.Join(", ", types)}.");

    public static ProblemResult UnsupportedEncoding(string sent) => new(
        ProblemType.UnsupportedMediaType, $"The Content-Encoding '{sent}' is not read here. Send the body as it is.");

    public static ProblemResult ArticleGone(string slug) => new(
        ProblemType.ArticleGone, $"The article '{slug}' was deleted. A PUT may create it again.");

    public static ProblemResult ArticleChanged(string slug, long? revision) => new(
        ProblemType.PreconditionFailed,
        revision is null
            ? $"There is no article '{slug}', so that If-Match does not hold."
            : $"The article '{slug}' exists, at revision {revision}. Read it, then write with If-Match and its ETag.");

    public static ProblemResult TopicChanged(string slug) => new(
        ProblemType.PreconditionFailed,
        $"The state of the topic '{slug}' is another than the headers ask for. Read it, then write with If-Match and its ETag.");

    public static ProblemResult PreconditionRequired(string slug, long revision) => new(
        ProblemType.PreconditionRequired,
        $"The article '{slug}' exists, at revision {revision}. Send If-Match with the ETag that you read, "
            + "so that nobody's change is lost unseen; If-None-Match: * only creates.");

    public static ProblemResult TopicHasNarrower(string slug, IReadOnlyList<string> narrower) => new(
        ProblemType.TopicHasNarrower,
        $"'{slug}' is broader than {string.Join(", ", narrower)}. Give them another broader topic first, or none.");

    /// <summary>The problem of a text that holds no article.</summary>
    public static ProblemResult InvalidMultipart(string detail) => new(ProblemType.InvalidMultipart, detail);

    public static ProblemResult UnknownPart(string name, IReadOnlyList<string> known) => new(
        ProblemType.UnknownPart,
        $"The body has a part '{ValidationErrors.Quote(name)}'. The parts are {string.Join(" and ", known.Select(part => $"'{part}'"))}.");

    public static ProblemResult MissingPart(string name) => new(ProblemType.MissingPart, $"The body needs a part '{name}'.");

    public static ProblemResult RepeatedPart(string name, int most) => new(
        ProblemType.RepeatedPart, $"The part '{name}' may come {(most == 1 ? "once" : $"{most} times")}.");

    public static ProblemResult UnsupportedPartType(string name, string sent, IReadOnlyList<string> types) => new(
        ProblemType.UnsupportedMediaType,
        $"The part '{name}' has the type '{ValidationErrors.Quote(sent)}', which is not read. Send one of {string.Join(", ", types)}.");

    public static ProblemResult UnreadableText(string code, string detail) => new(ProblemType.UnreadableText with { Code = code }, detail);

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

    public static ProblemResult PositionTooOld(string position, long from, string restart) => new(
        ProblemType.PositionGone,
        $"{position} is too old: this store knows what changed from {from} on, since it was restored from a copy. "
            + $"Mirror it anew: {restart}");

    public static ProblemResult PositionAhead(string position, long dataVersion, string restart) => new(
        ProblemType.PositionGone,
        $"{position} is ahead of this store, which is at {dataVersion}: it belongs to another store, or this one was restored. "
            + $"Mirror it anew: {restart}");

    public static ProblemResult NotAcceptable(IReadOnlyList<string> available) => new(
        ProblemType.NotAcceptable, $"This route answers in {string.Join(", ", available)}. Ask for one of them, or send no Accept header.");

    public static ProblemResult Busy(int retryAfter) => new(
        ProblemType.Busy with { RetryAfter = retryAfter },
        $"More requests are waiting than can be served soon. Try again in {retryAfter} s.");

    public static ProblemResult TooExpensive(TimeSpan time, IQueryCollection query) => new(
        ProblemType.TooExpensive,
        $"The database was read for {time.TotalSeconds:0.#} s without an end, which is as long as Limits__RequestSeconds allows. "
            + string.Join(' ', WaysToNarrow(query)));

    /// <summary>The service is not ready, for the reason of another problem.</summary>
    public static ProblemResult NotReady(ProblemResult? reason) => new(
        ProblemType.NotReady,
        reason is null ? "The store does not answer. Try again shortly." : $"{reason.Type.Code}: {reason.Detail}");

    public static ProblemResult Starting() => new(
        ProblemType.Starting, "The store is brought up to date, which may take minutes. Its log tells how far it is. Try again shortly.");

    public static ProblemResult StorageFull() => new(
        ProblemType.StorageFull,
        "There is no room on the disk of this service, or it may take no more. Nothing was changed. Its operator has to make room.");

    public static ProblemResult StorageBusy() => new(
        ProblemType.StorageBusy,
        "Another program, or another request, kept the store locked for longer than a request waits. Nothing was changed. Try again.");

    public static ProblemResult StorageDamaged() => new(
        ProblemType.StorageDamaged,
        "The file of the store, or its medium, cannot be read or written as it should. Its operator has to restore a backup.");

    public static ProblemResult StorageGone() => new(
        ProblemType.StorageGone,
        "The file of the store was deleted or replaced while it was served, so that a write would be lost. Its operator has to put it "
            + "back, or to start the service again.");

    public static ProblemResult StorageReadOnly() => new(
        ProblemType.WritesDisabled, "The store is on a medium, or in a file, that this service can only read.");

    /// <summary>The problem for a status that the framework set without a body.</summary>
    public static ProblemResult ForStatus(HttpContext http, int status) => new(ProblemType.ForStatus(status), status switch
    {
        404 => $"Nothing is served at {http.Request.Path}. The routes are shown at /swagger.",
        405 => $"{http.Request.Path} does not have {http.Request.Method}; it has {http.Response.Headers.Allow}.",
        413 => $"The body is larger than this service takes: "
            + $"{http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize} bytes. "
            + "The setting Limits__MaxBodyBytes allows more.",
        500 => "Something unexpected happened; it was logged under the traceId. Trying again may help.",
        501 => $"This service has no method '{http.Request.Method}'. The names of methods are in capitals.",
        _ => "The request was refused.",
    });

    /// <summary>A problem with errors. If all errors have the same code, it is the code of the problem too.</summary>
    private static ProblemResult WithErrors(ProblemType type, ValidationErrors errors) => new(
        errors.Code is { } code ? type with { Code = code } : type,
        string.Join(' ', errors.Take(MaxDetails).Select(error => error.Detail))
            + (errors.Count > MaxDetails ? $" There are {errors.Count - MaxDetails} more." : ""),
        [.. errors]);

    private static IEnumerable<string> WaysToNarrow(IQueryCollection query)
    {
        if (query.ContainsKey("facet") || query.ContainsKey("count"))
        {
            yield return "Leave out facet and count: they read everything that matches, not a page alone.";
        }

        if (query["q"].ToString() is { Length: > 0 } text)
        {
            yield return text.Contains('*', StringComparison.Ordinal)
                ? "Give longer beginnings of words in q, or whole words."
                : "Give rarer words in q, or fewer excluded ones.";
        }

        yield return "Add a filter, or ask for fewer items by limit.";
    }

    private static string DidYouMean(string? nearest) => nearest is null ? "" : $" Did you mean '{nearest}'?";
}
