using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ArticleApi.Contract;

/// <summary>How all JSON of the contract is written and read.</summary>
internal static class Json
{
    public static JsonSerializerOptions Options { get; } = ReadOnly(Configure(new(JsonSerializerDefaults.Web)));

    public static ReadOnlyMemory<byte> Bytes(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node, Options);

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
