using System.Globalization;
using System.Text;

namespace ArticleApi.Conformance;

/// <summary>A request as it goes over the wire.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Target">Path and query, as they are sent.</param>
/// <param name="Headers">Its headers, one a line, without <c>Host</c>.</param>
/// <param name="Body">What follows the headers; null for nothing.</param>
internal sealed record HostileRequest(string Method, string Target, IReadOnlyList<(string Name, string Value)> Headers, byte[]? Body)
{
    /// <summary>The host that requests name, whichever instance they are sent to.</summary>
    public const string Host = "localhost";

    /// <summary>Whether it breaks the rules of HTTP: the server may answer a bare 400, or end the connection.</summary>
    public bool IsMalformed { get; init; }

    /// <summary>The path without the query.</summary>
    public string Path => Target.Split('?')[0];

    /// <summary>The query, with its question mark.</summary>
    public string Query => Target[Path.Length..];

    /// <summary>Whether it may be asked again with the same answer.</summary>
    public bool IsRead => Method is "GET" or "HEAD";

    /// <summary>Its bytes. Characters beyond ASCII go out as UTF-8.</summary>
    public byte[] ToBytes()
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Method} {Target} HTTP/1.1\r\nHost: {Host}\r\n");
        foreach (var (name, value) in Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        return [.. Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), .. Body ?? []];
    }

    /// <summary>The same request with another value of a header, and without a method's body if it has another method.</summary>
    public HostileRequest With(string name, string value) => this with
    {
        Headers = [.. Headers.Where(header => !header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)), (name, value)],
    };

    /// <summary>A command that sends it again, for a shell.</summary>
    public string ToCommand()
    {
        var text = new StringBuilder();
        foreach (var b in ToBytes())
        {
            text.Append(b switch
            {
                (byte)'\r' => "\\r",
                (byte)'\n' => "\\n",
                (byte)'\\' => "\\\\",
                (byte)'%' => "%%",
                (byte)'\'' => "\\047",
                >= 0x20 and < 0x7F => ((char)b).ToString(),
                _ => $"\\{Convert.ToString(b, 8).PadLeft(3, '0')}",
            });
        }

        return $"printf '{text}' | nc -q 2 127.0.0.1 5080";
    }
}
