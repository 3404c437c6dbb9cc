using System.Buffers;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Storage.Sqlite;

/// <summary>
/// Articles and claims as clients get them whole: JSON that the writing transaction rendered, so that a read copies it and joins nothing.
/// </summary>
internal sealed class RenderedDocuments
{
    /// <summary>Writes a whole article; null where there is none.</summary>
    public DocumentState? FindArticle(Session session, string slug, IBufferWriter<byte> json) => Find(
        session.Statement(
            """
            select a.slug, a.revision, a.updated_at, d.json
            from articles a
            cross join article_documents d on d.article_id = a.id
            where a.slug = @slug
            """,
            "slug",
            slug),
        json);

    /// <summary>Writes a claim; null where there is none.</summary>
    public DocumentState? FindClaim(Session session, string id, IBufferWriter<byte> json) => Find(
        session.Statement(
            """
            select a.slug, a.revision, a.updated_at, d.json
            from claims c
            cross join articles a on a.id = c.article_id
            cross join claim_documents d on d.claim_id = c.id
            where c.public_id = @id
            """,
            "id",
            id),
        json);

    /// <summary>Writes the claims of rows, with commas between.</summary>
    public static void WriteClaims(Session session, IEnumerable<long> claims, IBufferWriter<byte> json)
    {
        foreach (var (i, claim) in claims.Index())
        {
            json.Write(i == 0 ? [] : ","u8);
            var document = session.Statement("select json from claim_documents where claim_id = @id", "id", claim);
            if (!document.Step())
            {
                throw new InvalidDataException($"The claim of row {claim} has no document.");
            }

            json.Write(document.Bytes(0));
            document.Reset();
        }
    }

    /// <summary>The article of a row.</summary>
    public async Task<byte[]> ArticleAsync(Session session, long articleId, CancellationToken cancel) =>
        await session.FirstAsync<byte[]>("select json from article_documents where article_id = @articleId", new { articleId }, cancel)
        ?? throw new InvalidDataException($"The article of row {articleId} has no document.");

    /// <summary>Every claim of an article, rejected ones too, in the order of the body.</summary>
    public Task<IReadOnlyList<byte[]>> ClaimsOfArticleAsync(Session session, long articleId, CancellationToken cancel) =>
        session.QueryAsync<byte[]>(
            "select d.json from claims c join claim_documents d on d.claim_id = c.id where c.article_id = @articleId order by c.position",
            new { articleId },
            cancel);

    /// <summary>Inserts the documents of an article that is being inserted.</summary>
    /// <param name="write">The transaction.</param>
    /// <param name="articleId">The row of the article.</param>
    /// <param name="claims">The rows of its claims.</param>
    /// <param name="prepared">The article.</param>
    /// <param name="revision">Its revision.</param>
    /// <param name="updatedAt">When it is written.</param>
    public static void Insert(
        WriteTransaction write, long articleId, IReadOnlyList<long> claims, PreparedArticle prepared, long revision, DateTime updatedAt)
    {
        write
            .Statement("insert into article_documents (article_id, json) values (@id, @json)")
            .Run(articleId, prepared.Document(revision, updatedAt));
        var claim = write.Statement("insert into claim_documents (claim_id, public_id, json) values (@id, @publicId, @json)");
        for (var i = 0; i < claims.Count; i++)
        {
            claim.Run(claims[i], prepared.Article.Claims[i].Id, prepared.Rendered.Claims[i]);
        }
    }

    /// <summary>
    /// The revision of what is stored under the slug of an article, and whether it is this very article: then their documents are the same,
    /// which takes no reading of its rows. Null where nothing is stored.
    /// </summary>
    public (long Revision, bool IsSame)? Compare(Session session, PreparedArticle prepared) => session
        .Statement(
            "select a.revision, d.json from articles a cross join article_documents d on d.article_id = a.id where a.slug = @slug",
            "slug",
            prepared.Article.Slug)
        .First<(long, bool)?>(
            // It ends before the name of a member that is there once.
            row => (row.Number(0), row.Bytes(1).StartsWith(prepared.Rendered.Article.AsSpan(0, prepared.Rendered.SuffixStart))),
            null);

    /// <summary>Renders an article whose rows are stored.</summary>
    public async Task PutAsync(WriteTransaction write, StoredArticle stored, CancellationToken cancel)
    {
        var rendered = write.Renderer.Render(stored);
        await write.ExecuteAsync(
            """
            insert into article_documents (article_id, json) select id, @json from articles where slug = @Slug
            on conflict (article_id) do update set json = excluded.json
            """,
            new { stored.Article.Slug, json = rendered.Article },
            cancel);
        await write.ExecuteAsync(
            """
            insert into claim_documents (claim_id, public_id, json) select id, public_id, @json from claims where public_id = @id
            on conflict (claim_id) do update set json = excluded.json
            """,
            rendered.Claims.Zip(stored.Article.Claims, (json, claim) => new { id = claim.Id, json }),
            cancel);
    }

    private static DocumentState? Find(Statement statement, IBufferWriter<byte> json) => statement.First(
        row =>
        {
            json.Write(row.Bytes(3));
            return new DocumentState(row.Text(0), row.Number(1), InstantHandler.Parse(row.Text(2)));
        },
        null);

    /// <summary>Renders every article anew where the store holds another format version than this program's.</summary>
    public async Task RenderOutdatedAsync(WriteTransaction write, MigrationProgress? progress, CancellationToken cancel)
    {
        if (await write.ExecuteAsync(
            "update store_state set shape = @FormatVersion where shape <> @FormatVersion",
            new { write.Renderer.FormatVersion },
            cancel) == 0)
        {
            return;
        }

        var slugs = await ArticleStore.SlugsAsync(write, cancel);
        if (slugs.Count > 0)
        {
            progress?.Begin($"Rendering the JSON of all articles anew ({slugs.Count})");
        }

        foreach (var slug in slugs)
        {
            await PutAsync(write, (await ArticleStore.FindAsync(write, slug, cancel))!, cancel);
            progress?.Advance();
        }

        write.Changed = true;
    }
}
