using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;

namespace ArticleApi.Contract;

/// <summary>The names of all members of a type in JSON. Inner members have a dot: <c>article.slug</c>, <c>citations.label</c>.</summary>
internal static class FieldNames
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<string>> Known = new();

    public static IReadOnlyList<string> Of(Type type) => Known.GetOrAdd(type, static type => [.. Below(type)]);

    /// <summary>The name that was probably meant: <c>article.slug</c> for <c>slug</c>, else the nearest.</summary>
    public static string? Nearest(string name, IReadOnlyList<string> known) =>
        known.FirstOrDefault(field => field.EndsWith($".{name}", StringComparison.OrdinalIgnoreCase)) ?? Contract.Nearest.Of(name, known);

    private static IEnumerable<string> Below(Type type)
    {
        var info = Json.Options.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Enumerable => Below(info.ElementType!),
            JsonTypeInfoKind.Object => info.Properties.SelectMany(
                member => Below(member.PropertyType).Select(field => $"{member.Name}.{field}").Prepend(member.Name)),
            _ => [],
        };
    }
}
