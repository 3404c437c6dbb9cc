using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims;

/// <summary>
/// Gives each claim of an article its id. It follows from the slug, the text, and which occurrence of this text in the article it is,
/// counted from 1.
/// </summary>
public sealed class ClaimIdentity(string slug)
{
    private readonly Dictionary<string, int> occurrences = new(StringComparer.Ordinal);

    /// <summary>The id of the next claim with this text. Claims are to be given in the order of the body.</summary>
    public string Next(string text)
    {
        occurrences[text] = occurrences.GetValueOrDefault(text) + 1;
        return DerivedId.Of("clm_", slug, text, $"{occurrences[text]}");
    }
}
