using System.Text.Json;

namespace ArticleApi.Http.Responses;

/// <summary>Lists as lines of JSON, an item each (https://github.com/ndjson/ndjson-spec).</summary>
internal static class NdjsonRepresentation
{
    public const string MediaType = "application/x-ndjson";

    /// <summary>The form of a list whose items are these.</summary>
    public static Representation<TList> Of<TList, TItem>(Func<TList, IReadOnlyList<TItem>> items) => new(
        "ndjson", MediaType, (_, list) => Write(items(list)));

    private static ReadOnlyMemory<byte> Write<T>(IReadOnlyList<T> items)
    {
        using var lines = new MemoryStream();
        foreach (var item in items)
        {
            JsonSerializer.Serialize(lines, item, Contract.Json.Options);
            lines.WriteByte((byte)'\n');
        }

        return lines.ToArray();
    }
}
