using System.Text.Json.Nodes;

namespace ArticleApi.Tests.Changes;

/// <summary>A client that keeps a copy of the store by reading its list of changes.</summary>
internal sealed class Mirror(Service service)
{
    private long since;

    /// <summary>Articles by slug, as JSON.</summary>
    public SortedDictionary<string, string> Articles { get; } = new(StringComparer.Ordinal);

    /// <summary>Topics by slug, as JSON, without their counts.</summary>
    public SortedDictionary<string, string> Topics { get; } = new(StringComparer.Ordinal);

    /// <summary>How many changes were applied.</summary>
    public int Changes { get; private set; }

    /// <summary>The JSON of a topic without its counts, which change with the articles.</summary>
    public static string Entry(JsonNode topic)
    {
        var entry = topic.DeepClone().AsObject();
        entry.Remove("claimCount");
        entry.Remove("articleCount");
        return entry.ToJsonString();
    }

    public async Task CatchUpAsync(int limit)
    {
        for (var at = $"since={since}"; ;)
        {
            var page = (await service.OkAsync($"/api/v1/changes?include=object&limit={limit}&{at}")).Json;
            foreach (var change in page["data"]!.AsArray())
            {
                Apply(change!);
            }

            if ((bool)page["meta"]!["caughtUp"]!)
            {
                Assert.Null(page["page"]!["nextCursor"]);
                since = (long)page["meta"]!["dataVersion"]!;
                return;
            }

            at = $"cursor={page["page"]!["nextCursor"]}";
        }
    }

    private void Apply(JsonNode change)
    {
        Changes++;
        var isTopic = (string)change["type"]! == "topic";
        var (copies, id) = (isTopic ? Topics : Articles, (string)change["id"]!);
        if ((string)change["op"]! == "delete")
        {
            Assert.Null(change["object"]);
            copies.Remove(id);
        }
        else
        {
            copies[id] = isTopic ? Entry(change["object"]!) : change["object"]!.ToJsonString();
        }
    }
}
