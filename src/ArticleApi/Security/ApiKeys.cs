using System.Security.Cryptography;

namespace ArticleApi.Security;

/// <summary>The keys that are configured.</summary>
internal sealed class ApiKeys(IReadOnlyList<ApiKey> keys)
{
    public int Count => keys.Count;

    /// <summary>Whether no key is configured, so that nobody may write.</summary>
    public bool AreNone => Count == 0;

    /// <summary>The key that was sent, expired or not; null if it is none of them. The time that it takes does not depend on it.</summary>
    public ApiKey? Find(string sent)
    {
        var digest = ApiKey.DigestOf(sent);
        ApiKey? found = null;
        foreach (var key in keys)
        {
            found = CryptographicOperations.FixedTimeEquals(digest, key.Digest) ? key : found;
        }

        return found;
    }
}
