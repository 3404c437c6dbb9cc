using System.Security.Cryptography;
using System.Text;

namespace ArticleApi.Security;

/// <summary>A key that may write. Only its digest is kept.</summary>
/// <param name="Name">The name that the log and the audit have.</param>
/// <param name="Digest">The SHA-256 of the key.</param>
/// <param name="Scopes">What it may write, of <see cref="Security.Scopes"/>.</param>
/// <param name="Expires">From when on it is no key any more; null for never.</param>
internal sealed record ApiKey(string Name, byte[] Digest, IReadOnlyList<string> Scopes, DateTimeOffset? Expires)
{
    public static byte[] DigestOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    public bool IsExpired(DateTimeOffset now) => now >= Expires;
}
