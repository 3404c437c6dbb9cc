namespace ArticleApi;

/// <summary>A setting cannot be used. The message tells the operator which one, and why.</summary>
public sealed class SettingException(string message) : Exception(message);
