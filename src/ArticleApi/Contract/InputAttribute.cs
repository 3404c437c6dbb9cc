namespace ArticleApi.Contract;

/// <summary>A shape that callers send. Its members are nullable, so that what is missing can be told with all else that is wrong.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class InputAttribute : Attribute
{
    /// <summary>The members without which it is not accepted, by their names in JSON.</summary>
    public string[] Required { get; init; } = [];

    /// <summary>The members that the server makes: callers may send them back as they came, and they count for nothing.</summary>
    public string[] ServerMade { get; init; } = [];
}
