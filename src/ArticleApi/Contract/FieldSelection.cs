using System.Buffers;
using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ArticleApi.Contract;

/// <summary>The members that the parameter <c>fields</c> selects. JSON is written with these only, in their usual order.</summary>
internal sealed class FieldSelection
{
    public const string Parameter = "fields";

    private const string Data = "data", DataPrefix = Data + ".";

    // By name; null for a member that is selected whole.
    private readonly Dictionary<string, FieldSelection?> members = [];

    private FieldSelection()
    {
    }

    /// <summary>The selection for a single item; null if the request has none.</summary>
    /// <param name="values">The values of the parameter: names of <see cref="FieldNames"/>, joined by commas.</param>
    public static FieldSelection? OfItem(IReadOnlyList<string>? values) => values is { Count: > 0 } ? Of(Names(values)) : null;

    /// <summary>The selection for a list whose items have only the selected fields; null if the request has none.</summary>
    public static FieldSelection? OfList<TList>(IReadOnlyList<string>? values) => values is { Count: > 0 }
        ? Of(FieldNames.Of(typeof(TList)).Where(name => name != Data && !name.StartsWith(DataPrefix, StringComparison.Ordinal))
            .Concat(Names(values).Select(name => DataPrefix + name)))
        : null;

    /// <summary>Writes the selected members of a value.</summary>
    public ReadOnlyMemory<byte> Serialize(object value, JsonSerializerOptions options)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, new() { Encoder = options.Encoder }))
        {
            Write(writer, value, options.GetTypeInfo(value.GetType()));
        }

        return json.WrittenMemory;
    }

    private static IEnumerable<string> Names(IReadOnlyList<string> values) => values.SelectMany(value => value.Split(','));

    private static FieldSelection Of(IEnumerable<string> names)
    {
        var selection = new FieldSelection();
        foreach (var name in names)
        {
            selection.Add(name.Split('.'));
        }

        return selection;
    }

    private void Add(ReadOnlySpan<string> path)
    {
        if (path.Length == 1)
        {
            members[path[0]] = null;
            return;
        }

        if (!members.TryGetValue(path[0], out var inner))
        {
            members.Add(path[0], inner = new());
        }

        inner?.Add(path[1..]);
    }

    private void Write(Utf8JsonWriter writer, object? value, JsonTypeInfo type)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case IEnumerable items when type.Kind == JsonTypeInfoKind.Enumerable:
                var item = type.Options.GetTypeInfo(type.ElementType!);
                writer.WriteStartArray();
                foreach (var element in items)
                {
                    Write(writer, element, item);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStartObject();
                foreach (var member in type.Properties)
                {
                    if (members.TryGetValue(member.Name, out var inner))
                    {
                        WriteMember(writer, value, member, inner);
                    }
                }

                writer.WriteEndObject();
                break;
        }
    }

    private static void WriteMember(Utf8JsonWriter writer, object owner, JsonPropertyInfo member, FieldSelection? inner)
    {
        var value = member.Get!(owner);
        if (member.ShouldSerialize?.Invoke(owner, value) == false)
        {
            return;
        }

        writer.WritePropertyName(member.Name);
        if (inner is null)
        {
            JsonSerializer.Serialize(writer, value, member.PropertyType, member.Options);
        }
        else
        {
            inner.Write(writer, value, member.Options.GetTypeInfo(member.PropertyType));
        }
    }
}
