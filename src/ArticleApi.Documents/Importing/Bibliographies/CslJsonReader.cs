using System.Text;
using System.Text.Json;

namespace ArticleApi.Documents.Importing.Bibliographies;

/// <summary>
/// Reads CSL-JSON: a list of items, one item, or an object that holds the list as <c>items</c> or <c>references</c>. Where the JSON is
/// broken, what stands before that is read.
/// </summary>
internal static class CslJsonReader
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The items in their order, each with its line.</summary>
    /// <param name="text">The file.</param>
    /// <param name="fault">Takes the line and what is wrong there.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static IReadOnlyList<MetaNode> Read(string text, Action<int, string> fault, CancellationToken cancel)
    {
        var bytes = Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'));
        var items = new List<MetaNode>();
        var reader = new Utf8JsonReader(bytes, Options);
        var (line, counted) = (1, 0);
        try
        {
            while (reader.Read())
            {
                cancel.ThrowIfCancellationRequested();
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    if (!IsList(reader))
                    {
                        reader.Skip();
                    }

                    continue;
                }

                if (reader.TokenType != JsonTokenType.StartObject || IsHolder(reader))
                {
                    var isFrame = reader.TokenType is JsonTokenType.StartArray or JsonTokenType.EndArray
                        or JsonTokenType.StartObject or JsonTokenType.EndObject;
                    if (!isFrame)
                    {
                        fault(LineAt((int)reader.TokenStartIndex), "A value stands where an item should.");
                    }

                    continue;
                }

                if (items.Count == ImportLimits.MaxParts)
                {
                    fault(line, $"More than {ImportLimits.MaxParts} items; the rest is not read.");
                    break;
                }

                var at = LineAt((int)reader.TokenStartIndex);
                using var document = JsonDocument.ParseValue(ref reader);
                items.Add(Node(document.RootElement, at));
            }
        }
        catch (JsonException e)
        {
            fault((int)(e.LineNumber ?? 0) + 1, "The JSON is broken here; what stands behind is not read.");
        }

        return items;

        int LineAt(int index)
        {
            line += bytes.AsSpan(counted, index - counted).Count((byte)'\n');
            counted = index;
            return line;
        }
    }

    // { "items": […] }: the first member holds a list of objects, which no field of CSL but the names does.
    private static bool IsHolder(Utf8JsonReader reader)
    {
        if (reader.CurrentDepth > 0)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (IsList(reader))
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static bool IsList(Utf8JsonReader name) => name.ValueTextEquals("items"u8) || name.ValueTextEquals("references"u8);

    // No deeper than the reader lets it be.
    private static MetaNode Node(JsonElement element, int line)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var fields = new MetaNode(line);
                foreach (var member in element.EnumerateObject())
                {
                    fields.Fields.Add((member.Name, Node(member.Value, line)));
                }

                return fields;
            case JsonValueKind.Array:
                var list = new MetaNode(line);
                foreach (var item in element.EnumerateArray())
                {
                    list.Items.Add(Node(item, line));
                }

                return list;
            case JsonValueKind.String:
                return new MetaNode(line) { Text = element.GetString() };
            case JsonValueKind.Number:
                return new MetaNode(line) { Text = element.GetRawText() };
            default:
                return new MetaNode(line) { Text = "" };
        }
    }
}
