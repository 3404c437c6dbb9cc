using System.Diagnostics;
using ArticleApi.Contract.Topics;
using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Importing.Bibliographies;
using ArticleApi.Documents.Model;
using ArticleApi.Features.Articles;
using ArticleApi.Features.Audit;
using ArticleApi.Http.Caching;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Requests;
using ArticleApi.Http.Responses;
using ArticleApi.Services;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Features.Imports;

internal static class ImportArticle
{
    /// <summary>The media types of an article.</summary>
    public static IReadOnlyList<string> ArticleTypes { get; } =
    [
        .. ArticleImporters.All.SelectMany(importer => importer.MediaTypes)
            .Union(FormatDetector.OpenMediaTypes, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>The media types that can be imported.</summary>
    public static IReadOnlyList<string> Types { get; } = [.. ArticleTypes, ImportParts.MediaType];

    /// <summary>The parts of a body with several.</summary>
    public static IReadOnlyList<BodyPart> Parts { get; } =
    [
        new(ImportParts.ArticlePart, "The raw article.", ArticleTypes),
        new(
            ImportParts.BibliographyPart,
            "The bibliography that its citation keys point into: BibTeX, BibLaTeX or CSL-JSON. The part may come up to 20 times.",
            BibliographyFormats.MediaTypes),
    ];

    /// <summary>Imports a raw article.</summary>
    /// <remarks>
    /// The body is the text of the article: plain text, Markdown, HTML, JATS XML or a Word document, as `Content-Type` says. A `charset`
    /// and byte order marks are respected. `report` says what was found, what was left out and why, and which markers name no reference. To
    /// import an article that exists already, send `If-Match` as for `PUT`; decisions of editors still hold for sentences that have not
    /// changed. `dry_run=true` stores nothing and needs no `If-Match`. The slug is that of the parameter, else that of the front matter of
    /// Markdown, else it is made from the title.
    ///
    /// Citation keys of Markdown, such as `[@roe2019]`, point into a bibliography. Send both as `multipart/form-data`, with the parts
    /// `article` and `bibliography` in any order. `Content-Type` of a part says its format; without one, or with
    /// `application/octet-stream`, its file name does, else its content. A reference has the key as its label. Entries that the text does
    /// not cite are left out and counted in a note. Keys that are identifiers, such as `[@doi:10.1000/abc]`, need no bibliography.
    /// </remarks>
    public static async Task<IResult> Handle(
        [AsParameters] ImportRequest request, HttpContext http, Database database, Telemetry telemetry, CancellationToken cancel)
    {
        var conditions = Preconditions.Of(http);
        var (bytes, type, problem) = await RequestBody.ReadAsync(http, Types, cancel);
        if (problem is not null)
        {
            return problem;
        }

        var (parts, refusal) = await ImportParts.ReadAsync(bytes, type, ArticleTypes, cancel);
        if (parts is null)
        {
            return refusal!;
        }

        var detected = DetectedInput.Of(parts.Article, parts.Type, parts.Charset, parts.FileName);
        if (detected.Input is not { } read)
        {
            return Problems.UnreadableText(detected.Code!, detected.Message!);
        }

        var input = read with { Bibliographies = parts.Bibliographies };
        ImportResult Run(IReadOnlyList<Topic> topics, CancellationToken stop) =>
            ArticleImport.Run(input, detected.Importer, new TopicTagger(topics), request.Slug, stop);

        var vocabulary = await VocabularyAsync(database, cancel);
        var start = Stopwatch.GetTimestamp();
        var result = Run(vocabulary, cancel);
        telemetry.AddImport(Stopwatch.GetElapsedTime(start), result.Report.Format, result.Article is not null);
        if (result.Article is not { } article)
        {
            var error = result.Report.Notes.First(note => note.Severity == NoteSeverity.Error);
            return Problems.UnreadableText(error.Code, error.Message);
        }

        return request.IsDryRun()
            ? await ShowAsync(database, conditions, article, result.Report, cancel)
            : await database.WriteAsync(
                async (write, token) =>
                {
                    // Read before the one writer is held, and again only where the vocabulary has changed by then.
                    var now = await TopicStore.AllAsync(write, token);
                    var current = Vocabulary.AreSame(now, vocabulary) ? result : Run(now, token);
                    return await StoreAsync(http, write, conditions, current.Article!, current.Report, token);
                },
                cancel);
    }

    private static async Task<IReadOnlyList<Topic>> VocabularyAsync(Database database, CancellationToken cancel)
    {
        using var snapshot = database.Read(cancel);
        return await TopicStore.AllAsync(snapshot, cancel);
    }

    private static async Task<IResult> ShowAsync(
        Database database, Preconditions conditions, Article article, ImportReport report, CancellationToken cancel)
    {
        using var snapshot = database.Read(cancel);
        var before = await ArticleStore.FindAsync(snapshot, article.Slug, cancel);
        if (!conditions.AreNone && ArticlePreconditions.Refuse(conditions, article.Slug, before) is { } refusal)
        {
            return refusal;
        }

        var (kept, lostClaims) = await ArticleWriter.ApplyDecisionsAsync(snapshot, article, before, cancel);
        var stored = await ArticleStore.PreviewAsync(snapshot, kept, before, database.Now().UtcDateTime, cancel);
        return new WriteResponse(StatusCodes.Status200OK, () => ImportResponse.From(stored, report, lostClaims), snapshot.DataVersion);
    }

    private static async Task<IResult> StoreAsync(
        HttpContext http, WriteTransaction write, Preconditions conditions, Article article, ImportReport report, CancellationToken cancel)
    {
        var before = await ArticleStore.FindAsync(write, article.Slug, cancel);
        if (ArticlePreconditions.Refuse(conditions, article.Slug, before) is { } refusal)
        {
            return refusal;
        }

        var (outcome, stored, lostClaims) = await ArticleWriter.StoreWithExtractedClaimsAsync(
            write, new PreparedArticle(article, write.Renderer), before, cancel);
        if (outcome != ArticleStore.Outcome.Unchanged)
        {
            await AuditTrail.RecordAsync(http, write, article.Slug, stored.Revision, cancel);
        }

        var collection = http.Request.Path.Value!.TrimEnd('/');
        var path = $"{collection[..collection.LastIndexOf('/')]}/articles/{article.Slug}";
        return new WriteResponse(
            outcome == ArticleStore.Outcome.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK,
            () => ImportResponse.From(stored, report, lostClaims),
            await write.VersionAsync(cancel))
        {
            Tag = ETags.OfRevision(http.Request, article.Slug, stored.Revision, stored.UpdatedAt, path),
            Location = http.Request.PathBase + path,
        };
    }
}
