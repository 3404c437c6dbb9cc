namespace ArticleApi.Storage;

/// <summary>Enumerations as the tables have them: in lower case.</summary>
internal static class SqlNames
{
    public static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
