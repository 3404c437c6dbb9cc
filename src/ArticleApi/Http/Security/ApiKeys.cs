using System.Security.Cryptography;
using System.Text;

namespace ArticleApi.Http.Security;

/// <summary>The keys that allow writing. Only their digests are kept, and none is ever logged.</summary>
internal sealed class ApiKeys
{
    private const string DigestPrefix = "sha256:";

    private readonly List<byte[]> digests;

    private ApiKeys(List<byte[]> digests) => this.digests = digests;

    public int Count => digests.Count;

    /// <summary>Whether no key is configured, so that nobody may write.</summary>
    public bool AreNone => Count == 0;

    /// <param name="keys">Each key in printable ASCII, or its digest as <c>sha256:</c> and 64 hexadecimal digits.</param>
    /// <returns>The keys, or null and the index of a malformed one.</returns>
    public static (ApiKeys? Keys, int Malformed) Of(IReadOnlyList<string> keys)
    {
        var read = new List<byte[]>(keys.Count);
        for (var i = 0; i < keys.Count; i++)
        {
            if (Digest(keys[i].Trim()) is not { } digest)
            {
                return (null, i);
            }

            read.Add(digest);
        }

        return (new ApiKeys(read), -1);
    }

    /// <summary>Whether a key is one of them. The time that it takes does not depend on the key.</summary>
    public bool Admit(string key)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        var admitted = false;
        foreach (var known in digests)
        {
            admitted |= CryptographicOperations.FixedTimeEquals(digest, known);
        }

        return admitted;
    }

    private static byte[]? Digest(string key)
    {
        if (!key.StartsWith(DigestPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return key.Length == 0 || key.Any(c => c is < ' ' or > '~') ? null : SHA256.HashData(Encoding.UTF8.GetBytes(key));
        }

        var digits = key[DigestPrefix.Length..];
        return digits.Length == 2 * SHA256.HashSizeInBytes && digits.All(char.IsAsciiHexDigit) ? Convert.FromHexString(digits) : null;
    }
}
