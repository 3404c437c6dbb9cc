using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Unicode;

namespace ArticleApi.Contract;

/// <summary>
/// Reads the JSON that clients send into a type with nullable members. It reports every error with its JSON Pointer (RFC 6901), not only
/// the first: a value of another type, an unknown member, a member that is there twice.
/// </summary>
internal static class JsonInput
{
    private static readonly ConcurrentDictionary<Type, TypeMembers> MembersOfTypes = new();
    private static readonly HashSet<string> NoMembers = [];

    public static JsonInputResult<T> Read<T>(ReadOnlyMemory<byte> utf8)
        where T : class
    {
        utf8 = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        if (utf8.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            return new(null, new(), NoMembers, "There is no JSON: the text is empty.");
        }

        if (!Utf8.IsValid(utf8.Span))
        {
            return new(null, new(), NoMembers, "This is no JSON: it is not encoded in UTF-8 (RFC 8259, 8.1).");
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(utf8);
        }
        catch (JsonException e)
        {
            var malformed = $"This is no JSON, or is nested too deep: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.";
            return new(null, new(), NoMembers, malformed);
        }

        using (document)
        {
            var errors = new ValidationErrors();
            using var clean = new MemoryStream();
            using (var writer = new Utf8JsonWriter(clean))
            {
                Copy(document.RootElement, typeof(T), "", writer, errors);
            }

            if (errors.IsFull)
            {
                return new(null, errors, NoMembers, null);
            }

            using var readable = JsonDocument.Parse(clean.ToArray());
            var root = readable.RootElement;
            var members = root.ValueKind == JsonValueKind.Object ? root.EnumerateObject().Select(member => member.Name) : [];
            return new(readable.Deserialize<T>(Json.Options), errors, members.ToHashSet(StringComparer.Ordinal), null);
        }
    }

    /// <summary>Copies a value; one that does not fit the type is reported, and copied as null.</summary>
    private static void Copy(JsonElement value, Type type, string at, Utf8JsonWriter writer, ValidationErrors errors)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            if (at.Length == 0)
            {
                errors.Add(Error(at, "required", "null is no document."));
            }

            writer.WriteNullValue();
        }
        else if (ItemType(type) is { } item)
        {
            CopyList(value, item, at, writer, errors);
        }
        else if (type.IsClass && type != typeof(string))
        {
            CopyObject(value, MembersOfTypes.GetOrAdd(type, static t => new TypeMembers(t)), at, writer, errors);
        }
        else if (Mismatch(value, Nullable.GetUnderlyingType(type) ?? type) is { } mismatch)
        {
            errors.Add(mismatch with { Pointer = at });
            writer.WriteNullValue();
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    private static void CopyList(JsonElement value, Type item, string at, Utf8JsonWriter writer, ValidationErrors errors)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            errors.Add(WrongType(value, "a list") with { Pointer = at });
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        var i = 0;
        foreach (var element in value.EnumerateArray())
        {
            Copy(element, item, $"{at}/{i++}", writer, errors);
        }

        writer.WriteEndArray();
    }

    private static void CopyObject(JsonElement value, TypeMembers known, string at, Utf8JsonWriter writer, ValidationErrors errors)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            errors.Add(WrongType(value, "an object") with { Pointer = at });
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            var name = NameOf(member);
            var quoted = ValidationErrors.Quote(name);
            var escaped = name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
            var pointer = quoted == name ? $"{at}/{escaped}" : at;
            if (!seen.Add(name))
            {
                errors.Add(Error(pointer, "duplicate-member", $"The member '{quoted}' is there twice."));
            }
            else if (known.Members.TryGetValue(name, out var type))
            {
                writer.WritePropertyName(name);
                Copy(member.Value, type, pointer, writer, errors);
            }
            else if (!known.ServerMade.Contains(name))
            {
                errors.Add("unknown-member", () => UnknownMember(pointer, name, known));
            }
        }

        writer.WriteEndObject();
    }

    private static ProblemError UnknownMember(string pointer, string name, TypeMembers known)
    {
        var nearest = Nearest.Of(name, known.Members.Keys);
        var detail = $"There is no member '{ValidationErrors.Quote(name)}' here.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}";
        return Error(pointer, "unknown-member", detail) with { Allowed = known.Names, Suggestion = nearest };
    }

    private static ProblemError? Mismatch(JsonElement value, Type type)
    {
        if (type == typeof(bool))
        {
            return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : WrongType(value, "true or false");
        }

        if (type == typeof(int) || type == typeof(long))
        {
            return value.ValueKind != JsonValueKind.Number ? WrongType(value, "a whole number")
                : value.TryGetInt64(out var number) && (type == typeof(long) || number is >= int.MinValue and <= int.MaxValue) ? null
                : Error("", "out-of-range", $"{ValidationErrors.Quote(value.GetRawText())} is no whole number, or too large.");
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            return WrongType(value, "text");
        }

        if (TextOf(value) is not { } text)
        {
            return Error("", "invalid-text", "The text holds half of a surrogate pair, which is no character.");
        }

        if (type == typeof(DateOnly))
        {
            return IsoDate.Parse(text) is null
                ? Error("", "invalid-value", $"'{ValidationErrors.Quote(text)}' is no date like 2022-12-04.")
                : null;
        }

        if (type == typeof(DateTime))
        {
            return value.TryGetDateTime(out _)
                ? null
                : Error("", "invalid-value", $"'{ValidationErrors.Quote(text)}' is no instant like 2022-12-04T10:00:00Z.");
        }

        if (type.IsEnum)
        {
            var names = JsonNames.Names(type);
            var detail = $"'{ValidationErrors.Quote(text)}' is none of {string.Join(", ", names)}.";
            return names.Contains(text)
                ? null
                : Error("", "unknown-value", detail) with { Allowed = names, Suggestion = Nearest.Of(text, names) };
        }

        return null;
    }

    private static ProblemError Error(string pointer, string code, string detail) =>
        new() { Pointer = pointer, Code = code, Detail = detail };

    private static ProblemError WrongType(JsonElement value, string expected)
    {
        var found = value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => "text",
            JsonValueKind.Number => "a number",
            _ => "true or false",
        };
        return Error("", "invalid-type", $"Expected {expected}, not {found}.");
    }

    // Null for half of a surrogate pair, which JSON can hold as an escape, but text cannot.
    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    private static Type? ItemType(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    /// <summary>The members of a type by their names in JSON.</summary>
    private sealed class TypeMembers(Type type)
    {
        public Dictionary<string, Type> Members { get; } = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .ToDictionary(
                property => JsonNamingPolicy.CamelCase.ConvertName(property.Name),
                property => property.PropertyType,
                StringComparer.Ordinal);

        public IReadOnlyList<string> Names => field ??= [.. Members.Keys.Order(StringComparer.Ordinal)];

        public IReadOnlyList<string> ServerMade { get; } = type.GetCustomAttribute<InputAttribute>()?.ServerMade ?? [];
    }
}
