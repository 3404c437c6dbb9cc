using System.Text.Json.Nodes;

namespace ArticleApi.Conformance;

/// <summary>Names and documents that the store has, so that generated requests find something.</summary>
internal sealed class KnownNames
{
    private readonly Dictionary<string, IReadOnlyList<string>> values = [];

    private KnownNames()
    {
    }

    /// <summary>An article as GET gives it.</summary>
    public string Article { get; private set; } = "";

    /// <summary>The values of a parameter that stands for something stored; empty for other parameters.</summary>
    public IReadOnlyList<string> Of(string parameter) => values.GetValueOrDefault(parameter, []);

    /// <summary>The few of them that requests may change or delete, so that the others stay.</summary>
    public IReadOnlyList<string> ToChange(string parameter) => Of(parameter) is var all && all.Count > 4 ? [.. all.TakeLast(4)] : all;

    /// <summary>Asks a service what it has.</summary>
    public static async Task<KnownNames> LearnAsync(Uri service, CancellationToken cancel)
    {
        using var connection = await RawConnection.OpenAsync(service, cancel);
        var names = new KnownNames();
        var topics = await names.ListAsync(connection, "/api/v1/topics?limit=100", cancel);
        var articles = await names.ListAsync(connection, "/api/v1/articles?limit=20&sort=published", cancel);
        var claims = await names.ListAsync(connection, "/api/v1/claims?limit=50", cancel);
        var references = await names.ListAsync(connection, "/api/v1/references?limit=50", cancel);
        var slugs = Strings(articles, "slug");
        names.Set(Strings(topics, "slug"), "topic", "topic_all", "topic_not");
        names.Set(slugs, "slug", "article");
        names.Set(Strings(references, "id"), "reference");
        names.Set([.. Strings(references, "id"), .. Strings(claims, "id")], "id");
        names.Set([.. claims.Select(claim => (string)claim["location"]!["sectionId"]!).Distinct()], "section", "sectionId");
        names.Set([.. Enumerable.Range(1, 9).Select(label => $"{label}")], "label");
        names.Set([.. Strings(articles, "category").Distinct()], "category");
        names.Set([.. Strings(references, "doi")], "doi");
        names.Set([.. references.SelectMany(Families).Distinct()], "author");
        names.Set([.. claims.SelectMany(claim => ((string)claim["text"]!).Split(' ', '.')).Where(word => word.Length > 1)], "q");
        names.Set(["2010-01-01", "2015-06-30", "2022-12-04", "2030-12-31"], "published_from", "published_until");
        names.Set([.. names.cursors], "cursor");
        names.Article = (await GetAsync(connection, $"/api/v1/articles/{slugs[0]}", cancel)).Text;
        return names;
    }

    private readonly List<string> cursors = [];

    private void Set(IReadOnlyList<string> known, params ReadOnlySpan<string> parameters)
    {
        foreach (var parameter in parameters)
        {
            values[parameter] = known;
        }
    }

    private async Task<List<JsonNode>> ListAsync(RawConnection connection, string target, CancellationToken cancel)
    {
        var list = JsonNode.Parse((await GetAsync(connection, target, cancel)).Text)!;
        if ((string?)list["page"]!["nextCursor"] is { } cursor)
        {
            cursors.Add(cursor);
        }

        return [.. list["data"]!.AsArray().Select(item => item!)];
    }

    private static async Task<RawResponse> GetAsync(RawConnection connection, string target, CancellationToken cancel)
    {
        await connection.SendAsync(new HostileRequest("GET", target, [], null).ToBytes(), cancel);
        return await connection.ReadAsync(toHead: false, cancel) is { Status: 200 } response
            ? response
            : throw new InvalidOperationException($"{target} is not answered.");
    }

    private static List<string> Strings(List<JsonNode> items, string member) =>
        [.. items.Select(item => (string?)item[member]).OfType<string>()];

    private static IEnumerable<string> Families(JsonNode reference) =>
        (reference["authors"]?.AsArray() ?? []).Select(author => (string?)author!["family"]).OfType<string>();
}
