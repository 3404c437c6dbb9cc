using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Text;
using ArticleApi.Features.Topics;
using ArticleApi.Http;
using ArticleApi.Storage;

namespace ArticleApi.Features.Articles;

internal static class PutArticle
{
    /// <summary>Stores an article, whole.</summary>
    /// <remarks>
    /// Takes what `GET` gives; `title` and `sections` are required. What the server makes (`revision`, `updatedAt`, the `id` of a claim or a reference, …) may be left out
    /// or sent back as it came. Without `claims` they are extracted from the text. `If-None-Match: *` only creates; `If-Match` replaces only the revision that its
    /// `ETag` names. An identical document changes nothing. Everything that is wrong with the document is told at once, each with its JSON Pointer.
    /// </remarks>
    /// <param name="slug">The address of the article.</param>
    public static async Task<IResult> Handle(string slug, HttpContext http, Database database, CancellationToken cancel)
    {
        if (!Slugs.IsSlug(slug))
        {
            return Problems.InvalidParameters([ArticleNames.InvalidSlug("slug", slug)]);
        }

        var conditions = Preconditions.Of(http);
        var (read, problem) = await JsonBody.ReadAsync<ArticleInput>(http, JsonBody.Types, cancel);
        if (read is null)
        {
            return problem!;
        }

        return await database.WriteAsync<IResult>(
            async (write, token) =>
            {
                var before = await ArticleStore.FindAsync(write, slug, token);
                var vocabulary = await TopicStore.AllAsync(write, token);
                var (article, errors) = ArticleReader.Read(read, TopicNames.Known(vocabulary, before), slug);
                if (article is null)
                {
                    return Problems.InvalidDocument(errors);
                }

                if (ArticleWrites.Refuse(conditions, slug, before) is { } refusal)
                {
                    return refusal;
                }

                var tagger = new TopicTagger(vocabulary);
                var (outcome, stored) = read.Input!.Claims is null
                    ? await ExtractAsync(write, article with { Claims = ClaimExtractor.Extract(article, tagger) }, before, token)
                    : await ArticleWrites.StoreGivenAsync(write, article, before, tagger, null, token);
                return ArticleResponse.Written(http.Request, outcome, stored, await write.VersionAsync(token));
            },
            cancel);
    }

    private static async Task<(ArticleStore.Outcome Outcome, StoredArticle Stored)> ExtractAsync(
        WriteTransaction write, Documents.Model.Article extracted, StoredArticle? before, CancellationToken cancel)
    {
        var (outcome, stored, _) = await ArticleWrites.StoreExtractedAsync(write, extracted, before, cancel);
        return (outcome, stored);
    }
}
