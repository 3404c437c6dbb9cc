using Microsoft.AspNetCore.WebUtilities;

namespace ArticleApi.Http.ProblemDetails;

/// <summary>A kind of problem: what is the same each time it happens.</summary>
internal sealed record ProblemType(int Status, string Code, string Title)
{
    public static readonly ProblemType InvalidParameters = new(400, "invalid-parameters", "Some parameters are wrong.");
    public static readonly ProblemType InvalidJson = new(400, "invalid-json", "The body is no JSON.");
    public static readonly ProblemType InvalidMultipart =
        new(400, "invalid-multipart", "The body is no multipart/form-data that can be read.");
    public static readonly ProblemType InvalidHeader = new(400, "invalid-header", "A header is malformed.");
    public static readonly ProblemType UnknownHost = new(400, "unknown-host", "The service is not asked under this host name.");
    public static readonly ProblemType Unauthorized = new(401, "unauthorized", "Writing needs a key.");
    public static readonly ProblemType InsufficientScope = new(403, "insufficient-scope", "The key may not do this.");
    public static readonly ProblemType WritesDisabled = new(403, "writes-disabled", "Nothing can be written here.");
    public static readonly ProblemType TopicNotFound = new(404, "topic-not-found", "There is no such topic.");
    public static readonly ProblemType ArticleNotFound = new(404, "article-not-found", "There is no such article.");
    public static readonly ProblemType SectionNotFound = new(404, "section-not-found", "The article has no such section.");
    public static readonly ProblemType ReferenceNotFound = new(404, "reference-not-found", "There is no such reference.");
    public static readonly ProblemType ClaimNotFound = new(404, "claim-not-found", "There is no such claim.");
    public static readonly ProblemType ClaimGone = new(410, "claim-gone", "The claim no longer exists.");
    public static readonly ProblemType ArticleGone = new(410, "article-gone", "The article was deleted.");
    public static readonly ProblemType PositionGone = new(410, "position-gone", "The store cannot tell what changed since this position.");
    public static readonly ProblemType TopicHasNarrower = new(409, "topic-has-narrower", "The topic is broader than others.");
    public static readonly ProblemType NameTaken = new(409, "name-taken", "Another topic has this name.");
    public static readonly ProblemType PreconditionFailed = new(412, "precondition-failed", "If-Match or If-None-Match does not hold.");
    public static readonly ProblemType ContentTooLarge = new(413, "content-too-large", "The body is too large.");
    public static readonly ProblemType UnsupportedMediaType =
        new(415, "unsupported-media-type", "The body is of a type that the route does not take.");
    public static readonly ProblemType InvalidDocument = new(422, "invalid-document", "The document contradicts itself or what is stored.");
    public static readonly ProblemType UnreadableText = new(422, "unreadable-text", "The text holds no article that can be read.");
    public static readonly ProblemType UnknownPart = new(422, "unknown-part", "The body has a part that the route does not know.");
    public static readonly ProblemType MissingPart = new(422, "missing-part", "The body lacks a part.");
    public static readonly ProblemType RepeatedPart = new(422, "repeated-part", "A part of the body comes too often.");
    public static readonly ProblemType PreconditionRequired =
        new(428, "precondition-required", "The write needs If-Match or If-None-Match.");
    public static readonly ProblemType RateLimited = new(429, "rate-limited", "There were too many requests.");
    public static readonly ProblemType RouteNotFound = new(404, "route-not-found", "There is no such route.");
    public static readonly ProblemType MethodNotAllowed = new(405, "method-not-allowed", "The route does not have this method.");
    public static readonly ProblemType NotAcceptable =
        new(406, "not-acceptable", "There is no representation that the Accept header allows.");
    public static readonly ProblemType InternalError = new(500, "internal-error", "The service failed.");
    public static readonly ProblemType Busy = new(503, "busy", "The service has too much to do.");
    public static readonly ProblemType TooExpensive = new(503, "too-expensive", "The query takes too long.");
    public static readonly ProblemType NotReady = new(503, "not-ready", "The service cannot do its work now.") { RetryAfter = 5 };
    public static readonly ProblemType Starting = new(503, "starting", "The service is being started.") { RetryAfter = 5 };
    public static readonly ProblemType StorageBusy =
        new(503, "storage-busy", "Others write to the store for too long.") { RetryAfter = 1 };
    public static readonly ProblemType StorageDamaged = new(503, "storage-damaged", "The store is damaged.") { RetryAfter = 60 };
    public static readonly ProblemType StorageGone =
        new(503, "storage-gone", "The file of the store was deleted or replaced.") { RetryAfter = 60 };
    public static readonly ProblemType StorageFull = new(507, "storage-full", "The disk of the store is full.") { RetryAfter = 60 };

    /// <summary>After how many seconds it is worth trying again; null where trying again does not help.</summary>
    public int? RetryAfter { get; init; }

    public string Uri => $"urn:problem-type:article-api:{Code}";

    /// <summary>The kind of problem for a status that the framework sets without a body.</summary>
    public static ProblemType ForStatus(int status) => status switch
    {
        404 => RouteNotFound,
        405 => MethodNotAllowed,
        413 => ContentTooLarge,
        500 => InternalError,
        _ => Named(status, ReasonPhrases.GetReasonPhrase(status)),
    };

    private static ProblemType Named(int status, string reason) => new(status, reason.ToLowerInvariant().Replace(' ', '-'), $"{reason}.");
}
