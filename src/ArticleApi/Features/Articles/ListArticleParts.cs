using ArticleApi.Features.References;
using ArticleApi.Http;
using ArticleApi.Storage;

namespace ArticleApi.Features.Articles;

/// <summary>What the lists of an article's parts take.</summary>
internal sealed record PartRequest : PageRequest
{
    /// <summary>The position of the last part of the page before; 0 for the first page.</summary>
    public int AfterPosition(HttpRequest request) => After(request) is [var position] ? int.Parse(position) : 0;

    protected override bool IsKey(IReadOnlyList<string> key) => key is [var position] && int.TryParse(position, out _);

    public sealed class Validator : PageValidator<PartRequest>;
}

/// <summary>The lists of an article's parts, as printed.</summary>
internal static class ListArticleParts
{
    /// <summary>The sections of an article, without their paragraphs.</summary>
    /// <param name="slug">The address of the article.</param>
    public static Task<Answer<ListResponse<SectionSummaryResponse>>> Sections(
        string slug, [AsParameters] PartRequest request, HttpContext http, Database database, CancellationToken cancel) =>
        AnswerAsync(
            slug,
            request,
            http,
            database,
            (session, article, after, limit) => ArticleStore.ListSectionsAsync(session, article, after, limit, cancel),
            SectionSummaryResponse.From,
            "sections",
            cancel);

    /// <summary>The key points of an article.</summary>
    /// <param name="slug">The address of the article.</param>
    public static Task<Answer<ListResponse<KeyPointResponse>>> KeyPoints(
        string slug, [AsParameters] PartRequest request, HttpContext http, Database database, CancellationToken cancel) =>
        AnswerAsync(
            slug,
            request,
            http,
            database,
            (session, article, after, limit) => ArticleStore.ListKeyPointsAsync(session, article, after, limit, cancel),
            KeyPointResponse.From,
            "key_points",
            cancel);

    /// <summary>The reference list of an article.</summary>
    /// <param name="slug">The address of the article.</param>
    public static Task<Answer<ListResponse<ReferenceResponse>>> References(
        string slug, [AsParameters] PartRequest request, HttpContext http, Database database, CancellationToken cancel) =>
        AnswerAsync(
            slug,
            request,
            http,
            database,
            (session, article, after, limit) => ReferenceStore.ListOfArticleAsync(session, article, after, limit, cancel),
            ReferenceResponse.From,
            "article_references",
            cancel);

    private static async Task<Answer<ListResponse<TItem>>> AnswerAsync<TRow, TItem>(
        string slug,
        PartRequest request,
        HttpContext http,
        Database database,
        Func<Session, long, int, int, Task<Slice<TRow>>> read,
        Func<TRow, TItem> item,
        string table,
        CancellationToken cancel)
    {
        await using var snapshot = await database.ReadAsync(cancel);
        if (await ArticleStore.FindHeadAsync(snapshot, slug, cancel) is not { } article)
        {
            return await ArticleNames.NotFoundAsync(snapshot, slug, cancel);
        }

        return await Answer.WhenChangedAsync(http, ETags.OfStore(http.Request, snapshot.DataVersion), snapshot.DataVersion, async () =>
        {
            var after = request.AfterPosition(http.Request);
            var parts = await read(snapshot, article.Id, after, request.PageSize());
            return await Lists.OfAsync(
                http,
                request,
                snapshot,
                parts,
                item,
                _ => [$"{after + parts.Items.Count}"],
                () => ArticleStore.CountPartsAsync(snapshot, table, article.Id, cancel));
        });
    }
}
