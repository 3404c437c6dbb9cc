using System.Security.Cryptography;
using System.Text;

namespace ArticleApi.Documents.Text;

/// <summary>Makes ids that follow from what they name: a prefix and 16 base32 characters (80 bits) of a SHA-256.</summary>
internal static class DerivedId
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567"; // RFC 4648, section 6, in lower case
    private const int Length = 16;

    /// <summary>The id of the parts, which are hashed as UTF-8 with a line feed between them.</summary>
    public static string Of(string prefix, params ReadOnlySpan<string> parts)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
        return string.Create(prefix.Length + Length, (prefix, hash), static (id, state) =>
        {
            state.prefix.CopyTo(id);
            for (int i = 0, bit = 0; i < Length; i++, bit += 5)
            {
                var pair = (state.hash[bit / 8] << 8) | state.hash[(bit / 8) + 1];
                id[state.prefix.Length + i] = Alphabet[(pair >> (11 - (bit % 8))) & 31];
            }
        });
    }
}
