using System.Buffers;
using System.Text;
using ArticleApi.Features.Articles;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Tests.Storage;

/// <summary>Compares the stored JSON of articles and claims with what the tables give.</summary>
internal static class RenderedRows
{
    public static async Task AssertCurrentAsync(Database database)
    {
        using var snapshot = database.ReadAll(CancellationToken.None);
        foreach (var slug in await ArticleStore.SlugsAsync(snapshot, TestContext.Current.CancellationToken))
        {
            var stored = (await ArticleStore.FindAsync(snapshot, slug, TestContext.Current.CancellationToken))!;
            var rendered = ArticleRenderer.Renderer.Render(stored);
            Assert.Equal(
                Encoding.UTF8.GetString(rendered.Article), Text(json => snapshot.Engine.Documents.FindArticle(snapshot, slug, json)));
            Assert.Equal(stored.Article.Claims.Count, rendered.Claims.Count);
            Assert.All(stored.Article.Claims.Zip(rendered.Claims), pair =>
                Assert.Equal(
                    Encoding.UTF8.GetString(pair.Second),
                    Text(json => snapshot.Engine.Documents.FindClaim(snapshot, pair.First.Id, json))));
        }
    }

    private static string Text(Func<IBufferWriter<byte>, DocumentState?> write)
    {
        var json = new ArrayBufferWriter<byte>();
        Assert.NotNull(write(json));
        return Encoding.UTF8.GetString(json.WrittenSpan);
    }
}
