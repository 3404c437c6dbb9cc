using System.Text;

namespace ArticleApi.Conformance;

/// <summary>A response as it came over the wire.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Headers">Its headers, by name; several of a name are joined by commas.</param>
/// <param name="Body">Its body, without chunks.</param>
internal sealed record RawResponse(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>Whether the server ends the connection behind it.</summary>
    public bool Closes => string.Equals(Header("Connection"), "close", StringComparison.OrdinalIgnoreCase);

    /// <summary>A header; null if there is none.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
