using System.Text.Json;
using ArticleApi.Contract;

namespace ArticleApi.Http.Responses;

/// <summary>Lists as NDJSON: a line of JSON for each item (https://github.com/ndjson/ndjson-spec).</summary>
internal static class NdjsonRepresentation
{
    /// <summary>The representation of a list.</summary>
    /// <param name="items">Takes the items out of the list.</param>
    public static Representation<TList> Of<TList, TItem>(Func<TList, IReadOnlyList<TItem>> items) => new(
        "ndjson", NdjsonWriter.MediaType, (_, list) => Write(items(list)))
    {
        IsFile = true,
    };

    private static ReadOnlyMemory<byte> Write<T>(IReadOnlyList<T> items)
    {
        using var lines = new MemoryStream();
        foreach (var item in items)
        {
            JsonSerializer.Serialize(lines, item, Json.Options);
            lines.WriteByte((byte)'\n');
        }

        return lines.ToArray();
    }
}
