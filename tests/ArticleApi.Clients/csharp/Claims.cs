using ArticleApi.Client;

namespace ArticleApi.Clients;

public static class Claims
{
    public static async IAsyncEnumerable<Claim> AboutAsync(ArticleApiClient api, string topic)
    {
        string? cursor = null;
        do
        {
            var list = (await api.ListClaimsAsync(topic: [topic], cursor: cursor)).Result;
            foreach (var claim in list.Data)
            {
                yield return claim;
            }

            cursor = list.Page.NextCursor;
        }
        while (cursor is not null);
    }
}
