using System.Text.Json.Nodes;

namespace ArticleApi.Tests;

/// <summary>Reads whole lists, page by page.</summary>
internal static class PageWalk
{
    /// <summary>The items of all pages, following <c>nextCursor</c>.</summary>
    public static async Task<List<JsonNode>> WalkAsync(this Service service, string path, int limit)
    {
        var items = new List<JsonNode>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await service.OkAsync(path.With($"limit={limit}{(cursor.Length == 0 ? "" : $"&cursor={cursor}")}"));
            items.AddRange(page.Data.Select(item => item!));
            cursor = (string?)page.Json["page"]!["nextCursor"];
            Assert.Equal(cursor is not null, (bool)page.Json["page"]!["hasMore"]!);
            Assert.True(items.Count <= 1000, $"{path} does not end.");
        }

        return items;
    }

    /// <summary>The address with more parameters.</summary>
    public static string With(this string path, string query) => $"{path}{(path.Contains('?') ? '&' : '?')}{query}";
}
