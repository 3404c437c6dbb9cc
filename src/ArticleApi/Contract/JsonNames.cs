using System.Text.Json;

namespace ArticleApi.Contract;

/// <summary>The names of enum values in JSON and in queries, in kebab-case.</summary>
internal static class JsonNames
{
    public static string[] Names<T>() where T : struct, Enum => Names(typeof(T));

    public static string[] Names(Type type) => [.. Enum.GetNames(type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    public static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The value with a name that is known to be valid; null for null.</summary>
    public static T? Value<T>(string? name) where T : struct, Enum =>
        name is null ? null : Enum.GetValues<T>()[Array.IndexOf(Names<T>(), name)];
}
