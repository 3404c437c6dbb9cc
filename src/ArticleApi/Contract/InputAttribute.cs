namespace ArticleApi.Contract;

/// <summary>
/// Marks a type that clients send. Its members are nullable, so that a missing one can be reported together with all other errors.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class InputAttribute : Attribute
{
    /// <summary>The members that must be there, by their names in JSON.</summary>
    public string[] Required { get; init; } = [];

    /// <summary>The members that the server makes. Clients may send them back as they got them; they are ignored.</summary>
    public string[] ServerMade { get; init; } = [];
}
