using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims;

/// <summary>The ids of an article's claims: of slug, text and the n-th occurrence of that text in the article, n from 1.</summary>
public sealed class ClaimIdentity(string slug)
{
    private readonly Dictionary<string, int> occurrences = new(StringComparer.Ordinal);

    /// <summary>The id of the next claim with this text, to be asked for in the order of the body.</summary>
    public string Next(string text)
    {
        occurrences[text] = occurrences.GetValueOrDefault(text) + 1;
        return DerivedId.Of("clm_", slug, text, $"{occurrences[text]}");
    }
}
