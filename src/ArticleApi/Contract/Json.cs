using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ArticleApi.Contract;

/// <summary>How all JSON of the contract is written and read.</summary>
internal static class Json
{
    public static JsonSerializerOptions Options { get; } = ReadOnly(Configure(new(JsonSerializerDefaults.Web)));

    /// <summary>
    /// JSON that may stand in the script element of a page: <c>&lt;</c>, which only strings hold, is written as <c>\u003C</c>.
    /// </summary>
    public static ReadOnlyMemory<byte> ForScript(JsonNode node)
    {
        ReadOnlyMemory<byte> json = JsonSerializer.SerializeToUtf8Bytes(node, Options);
        var escaped = new ArrayBufferWriter<byte>(json.Length);
        var rest = json.Span;
        for (var at = rest.IndexOf((byte)'<'); at >= 0; at = rest.IndexOf((byte)'<'))
        {
            escaped.Write(rest[..at]);
            escaped.Write("\\u003C"u8);
            rest = rest[(at + 1)..];
        }

        escaped.Write(rest);
        return escaped.WrittenMemory;
    }

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        // The JSON is never part of an HTML page, so quotes and letters beyond ASCII need no escape.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        return options;
    }

    // So that the options know types before anything was written with them.
    private static JsonSerializerOptions ReadOnly(JsonSerializerOptions options)
    {
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
