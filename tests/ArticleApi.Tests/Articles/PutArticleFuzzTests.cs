using System.Net;
using System.Text.Json.Nodes;
using CsCheck;

namespace ArticleApi.Tests.Articles;

public sealed class PutArticleFuzzTests(Service service) : IClassFixture<Service>
{
    private const string Path = "/api/v1/articles/ketamine-and-anorexia";

    // Stands for half of a surrogate pair, which a document may hold and a string may not.
    private const string Half = "HALF";

    private static readonly Gen<string> Values = Gen.OneOf(new[]
    {
        "null", "true", "0", "-1", "1e400", "99999999999999999999", "2.5", "\"\"", "\" \"", "\"\\u0000\"", $"\"{Half}\"",
        "\"\\ud83e\\udde0\"", "\"zinc\"", "\"1\"", "[]", "[null]", "[[[]]]", "{}", "{\"a\":{}}", "{\"text\":\"Zinc.\",\"topics\":[]}",
        "\"2022-02-30\"", "\"lead\"",
    }.Select(value => Gen.Const(value)).ToArray());

    // A step down the tree for each number; what it ends at is replaced, doubled or taken out.
    private static readonly Gen<((int, int, int, int, int, int) Way, int Depth, string Value, int Change)> Changes =
        Gen.Select(
            Gen.Select(Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[0, 99]),
            Gen.Int[1, 6],
            Values,
            Gen.Int[0, 2]);

    [Fact]
    [Trait("Category", "Fuzz")]
    public async Task No_changed_article_makes_the_service_fail()
    {
        var original = (await service.OkAsync(Path)).Text;
        await Changes.Array[1, 4].ForEachAsync(200, async changes =>
        {
            var document = JsonNode.Parse(original)!;
            foreach (var change in changes)
            {
                Apply(document, change);
            }

            // The condition never holds, so that nothing is stored.
            var answer = await service.PutAsync(
                Path, document.ToJsonString().Replace(Half, "\\ud83e", StringComparison.Ordinal), ("If-Match", "\"none\""));
            Assert.True(
                answer.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.PreconditionFailed or HttpStatusCode.BadRequest,
                $"{(int)answer.Status} {answer.Text}");
        });
        Assert.Equal(original, (await service.OkAsync(Path)).Text);
    }

    private static void Apply(JsonNode document, ((int, int, int, int, int, int) Way, int Depth, string Value, int Change) change)
    {
        int[] way = [change.Way.Item1, change.Way.Item2, change.Way.Item3, change.Way.Item4, change.Way.Item5, change.Way.Item6];
        var node = document;
        foreach (var step in way.Take(change.Depth - 1))
        {
            var child = node switch
            {
                JsonObject { Count: > 0 } members => members.ElementAt(step % members.Count).Value,
                JsonArray { Count: > 0 } items => items[step % items.Count],
                _ => null,
            };
            if (child is not (JsonObject { Count: > 0 } or JsonArray { Count: > 0 }))
            {
                break;
            }

            node = child;
        }

        var last = way[change.Depth - 1];
        var value = JsonNode.Parse(change.Value);
        if (node is JsonObject target && target.Count > 0)
        {
            var name = target.ElementAt(last % target.Count).Key;
            if (change.Change == 0)
            {
                target.Remove(name);
            }
            else
            {
                target[change.Change == 1 ? name : $"{name}s"] = value;
            }
        }
        else if (node is JsonArray { Count: > 0 } list)
        {
            if (change.Change == 0)
            {
                list.RemoveAt(last % list.Count);
            }
            else if (change.Change == 1)
            {
                list[last % list.Count] = value;
            }
            else
            {
                list.Add(list[last % list.Count]?.DeepClone());
            }
        }
    }
}
