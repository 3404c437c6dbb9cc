using System.Text.Json;
using ArticleApi.Contract;
using ArticleApi.Storage;

namespace ArticleApi.Features.Articles;

/// <summary>An article and its claims as they are kept to be sent: what their shapes give, and nothing else makes.</summary>
internal static class ArticleRenderer
{
    /// <summary>
    /// To be raised with each change of what an article or a claim shows: at the next start every stored article is rendered anew.
    /// </summary>
    public const int FormatVersion = 1;

    public static readonly Renderer Renderer = new(FormatVersion, Render, RevisionSuffix);

    /// <summary>The claims are cut out of the article, in which they stand as they are sent alone.</summary>
    private static RenderedArticle Render(StoredArticle stored)
    {
        var article = JsonSerializer.SerializeToUtf8Bytes(ArticleResponse.From(stored), Json.Options);
        var claims = new List<byte[]>(stored.Claims.Count);
        var suffixStart = article.Length;
        var reader = new Utf8JsonReader(article);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isClaims = reader.ValueTextEquals("claims"u8);
            suffixStart = reader.ValueTextEquals("revision"u8) ? (int)reader.TokenStartIndex : suffixStart;
            reader.Read();
            while (isClaims && reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                claims.Add(article[start..(int)reader.BytesConsumed]);
            }

            reader.Skip();
        }

        return new(article, claims, suffixStart);
    }

    // The last members of an article.
    private static byte[] RevisionSuffix(long revision, DateTime updatedAt) =>
        JsonSerializer.SerializeToUtf8Bytes(new { revision, updatedAt }, Json.Options)[1..];
}
